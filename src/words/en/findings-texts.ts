/**
 * What each finding means, whatever the case: `wrong` says what is the matter, `fix` what to do about it. One plain
 * sentence each, for whoever integrates Adjump; the sentence about the very case at hand is one of `details`. Adjump
 * documents no transaction id, signature or retry rule, so none is promised here.
 */
export const findingTexts = {
  'param-missing': {
    wrong: 'A parameter that this endpoint maps did not arrive at all.',
    fix: 'Copy the dashboard URL from here into Adjump again, or change the mapped name to the one that really arrives.',
  },
  'param-empty': {
    wrong: 'The parameter arrived, but without a value.',
    fix: 'Check that both fields of the dashboard’s verify form were filled in, and that the macro stands right after the “=”.',
  },
  'macro-not-replaced': {
    wrong: 'The macro arrived as it was typed instead of being replaced by a value.',
    fix: 'Write the macros exactly as Adjump documents them, {user_id} and {reward_amount}, in single braces and not percent-encoded.',
  },
  'amount-not-a-number': {
    wrong: 'The reward amount is not a number.',
    fix: 'Check that {reward_amount} stands behind the amount’s own name, and reject such a value instead of guessing one.',
  },
  'amount-decimal-comma': {
    wrong: 'The amount is written with a decimal comma, which most number parsers cut off or refuse.',
    fix: 'Ask for a decimal point where the reward is set up; until then, replace the comma explicitly before you parse it.',
  },
  'amount-separator-ambiguous': {
    wrong: 'The amount could be thousands or decimals: nothing in the text says which.',
    fix: 'Send a few amounts of known size to learn which is meant, and do not pay out before you know.',
  },
  'amount-thousands-separator': {
    wrong: 'The amount has thousands separators, which most number parsers stumble over.',
    fix: 'Remove the separators explicitly before you parse it, or have the reward set up without them.',
  },
  'amount-has-unit': {
    wrong: 'The amount carries a currency sign or a word beside the number.',
    fix: 'Take the sign or word out of the dashboard URL or the reward’s settings, so that only the number is sent.',
  },
  'values-swapped': {
    wrong: 'The two values look swapped: the user id is a number and the amount looks like an id.',
    fix: 'Compare the dashboard URL with the one built here: each macro belongs behind its own name.',
  },
  'method-not-get': {
    wrong: 'The request is not a GET; Adjump documents GET and nothing else.',
    fix: 'Find out who sent it: Adjump sends its values in the query, so look for another sender or a tool’s setting.',
  },
  'path-unknown': {
    wrong: 'The parameters are right, but no endpoint has this path.',
    fix: 'Correct the path in the dashboard, or give an endpoint this path.',
  },
  'path-differs': {
    wrong: 'The path is almost the endpoint’s: only case, a trailing slash or doubled slashes differ.',
    fix: 'Make both the same; many servers answer 404 or redirect here, and a redirect is easily not followed.',
  },
  'name-near-miss': {
    wrong: 'A name arrived that is close to the mapped one, but not the same; names are case-sensitive.',
    fix: 'Use the received name as the mapping, or correct it in the dashboard.',
  },
  'template-name-left': {
    wrong: 'A name from the documentation’s template is still in brackets, as in [YourParamName].',
    fix: 'Replace the brackets and what they hold by your own parameter name.',
  },
  'html-ampersand': {
    wrong: 'The URL was pasted through HTML, so “&” became “&amp;” and the name behind it starts with “amp;”.',
    fix: 'Write a bare “&” between the parameters in the dashboard; copying the URL from here does that.',
  },
  'html-entity-in-value': {
    wrong:
      'The URL was pasted through HTML, so an “&” and the letters behind it became one sign, as “&curren” becomes “¤”.',
    fix: 'Copy the dashboard URL from here as plain text, without a mail or web page in between.',
  },
  'separators-encoded': {
    wrong: 'The “&” or “=” between the parameters was percent-encoded, so several parameters became one value.',
    fix: 'Leave “&” and “=” bare in the dashboard; only the names themselves are encoded.',
  },
  'semicolon-separator': {
    wrong: 'The parameters are separated by “;” instead of “&”, so several of them became one value.',
    fix: 'Write “&” between the parameters in the dashboard.',
  },
  'question-mark-missing': {
    wrong: 'There is no “?” between the path and the parameters, so there is no query to read.',
    fix: 'Put a “?” right after the path, and “&” only between the parameters.',
  },
  'question-mark-encoded': {
    wrong: 'The “?” was percent-encoded as %3F, so the parameters became part of the path.',
    fix: 'Write a bare “?” after the path in the dashboard.',
  },
  'question-mark-repeated': {
    wrong: 'There is more than one “?”; what follows the second one belongs to a name or value.',
    fix: 'Keep the first “?” and write “&” in place of the others.',
  },
  'repeated-param': {
    wrong: 'A mapped name occurs more than once; the first value was taken, and your framework may take another.',
    fix: 'Remove the repeated parameter from the dashboard URL.',
  },
  'double-encoded': {
    wrong: 'The value was percent-encoded twice: decoded once, it still holds an escape such as %40.',
    fix: 'Find the step that encodes what is already encoded, often the user id as you hand it to the offerwall.',
  },
  'percent-invalid': {
    wrong: 'A “%” stands without two hexadecimal digits behind it; strict decoders throw on it.',
    fix: 'Encode a literal percent sign as %25 where the value is first put together.',
  },
  'utf8-invalid': {
    wrong: 'The escapes are not valid UTF-8, often because the text was encoded as Latin-1.',
    fix: 'Encode the user id as UTF-8 before you hand it on; what could not be read shows as “�”.',
  },
  'plus-as-space': {
    wrong: 'The raw value holds a “+”, which is read as a space here and may be read as a plus elsewhere.',
    fix: 'If a plus was meant, it must be sent as %2B; if a space was meant, prefer %20.',
  },
  'edge-whitespace': {
    wrong: 'The value begins or ends with whitespace, so it will not equal the id or number you expect.',
    fix: 'Remove the space from the dashboard URL, or find out where the user id got it.',
  },
  'control-character': {
    wrong: 'The value holds a control character such as a tab or a line break.',
    fix: 'Paste the URL as one line of plain text; if the user id brings it along, clean it where it is made.',
  },
  'invisible-character': {
    wrong: 'The value holds a character that cannot be seen, such as a zero-width space or a byte order mark.',
    fix: 'Type the value anew or copy the URL from here; comparing by eye will never find it.',
  },
  'user-id-placeholder': {
    wrong: 'The user id is a placeholder that code writes where it had no user.',
    fix: 'Check that the user is known before the offerwall is opened; such a reward belongs to nobody.',
  },
  'amount-exponent': {
    wrong: 'The amount is written with an exponent, which not every decimal parser reads.',
    fix: 'Parse it with a decimal type that knows exponents, and test that it gives the value shown here.',
  },
  'amount-negative': {
    wrong: 'The amount is negative, and Adjump documents no reversals.',
    fix: 'Decide what your server does with it, and ask Adjump what it stands for before you take a reward back.',
  },
  'amount-zero': {
    wrong: 'The amount is zero, so there is nothing to reward.',
    fix: 'If this was no test, check the reward’s settings in the dashboard.',
  },
  'amount-plus-sign': {
    wrong: 'The amount has a leading plus sign, which strict number formats do not allow.',
    fix: 'Make sure your parser accepts it, or have it sent without the sign.',
  },
  'possible-duplicate': {
    wrong: 'An earlier postback has the same endpoint, user id and amount, so this is a possible duplicate.',
    fix: 'Compare the two before you reward twice; Adjump documents no transaction id and no retry rule, so it may as well be a second reward.',
  },
  'extra-params': {
    wrong: 'There are parameters that the mapping does not know.',
    fix: 'Nothing has to be done; if one of them matters, add it to the endpoint as an extra field.',
  },
  'amount-trailing-zeros': {
    wrong: 'The amount has trailing zeros, which are lost as soon as it becomes a number.',
    fix: 'Keep the text as it came where it is signed, compared or logged.',
  },
  'amount-bare-point': {
    wrong: 'The amount has no digit on one side of its point, which strict parsers refuse.',
    fix: 'Check that your parser reads it, for JSON numbers and many SQL casts do not.',
  },
  'leading-zeros': {
    wrong: 'The value has leading zeros, which are lost as soon as it becomes a number.',
    fix: 'Keep it as text; a parser that takes it for octal would even change it.',
  },
  'precision-beyond-double': {
    wrong: 'The amount has more digits than a floating-point number can hold.',
    fix: 'Parse it with a decimal type; a JavaScript number or a double would round it.',
  },
  'inner-whitespace': {
    wrong: 'The value holds whitespace within it.',
    fix: 'It works; make sure that nothing downstream splits or trims there.',
  },
  'non-ascii': {
    wrong: 'The value holds characters beyond ASCII.',
    fix: 'It works; make sure that your database and logs keep them, and that equal-looking ids are compared in one normal form.',
  },
  'user-id-is-email': {
    wrong: 'The user id is an e-mail address, which ends up in logs along the way.',
    fix: 'It works; an id that says nothing about the person is kinder to your users.',
  },
  'markup-in-value': {
    wrong: 'The value looks like HTML.',
    fix: 'Escape it wherever it is shown; here it is only ever text.',
  },
  'formula-in-value': {
    wrong: 'The value begins like a spreadsheet formula.',
    fix: 'Escape it before it goes into a CSV file or a sheet.',
  },
  'fragment-in-target': {
    wrong: 'The request-target holds a “#”; most clients never send what follows it.',
    fix: 'Encode a literal “#” as %23, or take it out of the dashboard URL.',
  },
  'absolute-form': {
    wrong: 'The request-target is a whole URL, as it is sent to a proxy.',
    fix: 'Nothing has to be done; a proxy or a hand-written client stands in between.',
  },
  'opened-in-browser': {
    wrong: 'The request came from a browser, not from a server.',
    fix: 'Nothing has to be done if you opened the URL yourself; Adjump’s own postbacks come from its servers.',
  },
}

export type FindingTextsWords = typeof findingTexts
