/** Names that are nearly right, or that HTML and templates have left behind. */
export const namePages = {
  'name-near-miss': {
    title: 'A name is close to the mapped one',
    what: 'A mapped name is absent, and another one arrived that was probably meant: it differs in case, in spaces or separators, in one or two letters, or it is a usual name for the same thing, such as `uid` or `payout`.',
    why: 'Names are the publisher’s own choice and are typed in two places: in the dashboard’s URL and in your server. One of the two was typed differently.',
    matters:
      'Names are case-sensitive, here and on most servers. A parameter under another name is not found, and the postback counts as one without it.',
    dashboard: ['Where your server expects the mapped name, write exactly that one into the dashboard’s URL.'],
    backend: [
      'Where the received name is the right one, use the finding’s own button: it changes the mapping and reads the stored history again.',
      'Do not accept several spellings of one name. The next change then breaks in silence.',
    ],
    note: 'The mapped name is `user_id`, and `userid` came.',
  },
  'template-name-left': {
    title: 'A name from a template is still there',
    what: 'A parameter’s name is in brackets, or is the placeholder of Adjump’s documentation: `[YourParamName]`.',
    why: 'The documentation shows the URL as `https://baseURL/hitpoint?[YourParamName]={user_id}`, and the brackets with what they hold are to be replaced by a name of your own. They were not.',
    matters: 'No server looks for a parameter of that name, so the value does not reach anything.',
    dashboard: [
      'Replace the brackets and what they hold by your own name, for example `user_id`. The dashboard URL that the inspector builds has your names in place.',
    ],
    backend: ['Nothing has to be changed there.'],
    note: 'The name of the user id is the documentation’s placeholder.',
  },
  'html-ampersand': {
    title: 'An “&” arrived as “&amp;”',
    what: 'Between two parameters stands `&amp;`, which is how HTML writes an `&`. The query is cut at the `&`, so the next name begins with `amp;`.',
    why: 'The URL was copied from the source of a web page, from a mail or from an editor that writes HTML.',
    matters: 'The parameter `amp;reward_amount` is not `reward_amount`: to every server the second value is missing.',
    dashboard: [
      'Write a bare `&` between the parameters. Copying the dashboard URL from the inspector does that.',
      'Paste it as plain text, and look at the field once more after you have saved it.',
    ],
    backend: ['Do not accept `amp;` before a name. The mistake is seen, and mended, in one place.'],
    note: 'Behind the `&` the name goes on with `amp;`.',
  },
  'html-entity-in-value': {
    title: 'An “&” and the letters behind it became one sign',
    what: 'In a value stands one of the signs `¤`, `¶`, `§`, `©`, `®`, `×` or `¬` right before letters. HTML reads `&curren`, `&para`, `&sect`, `&copy`, `&reg`, `&times` and `&not` as these signs, also in the middle of a word.',
    why: 'The URL went through HTML: `&currency=USD` became `¤cy=USD`, and `&regional=1` became `®ional=1`.',
    matters:
      'The `&` is gone, so the next parameter is part of the value before it. The amount is then no number any more, or the user id is one that nobody has.',
    dashboard: [
      'Paste the dashboard URL as plain text, straight from the inspector, with no mail or web page in between.',
      'Where a parameter of your own has such a name, another name that begins with none of these letters is safe.',
    ],
    backend: ['Refuse the amount, which is no number. Do not cut the text off at the sign.'],
    note: '`%C2%A4` is the sign `¤`: it and `cy` are what is left of `&currency`.',
  },
}

export type NamePages = typeof namePages
