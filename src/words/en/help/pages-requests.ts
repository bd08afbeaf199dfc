/** The request as a whole: its method, its path, where it came from, and whether it came before. */
export const requestPages = {
  'method-not-get': {
    title: 'The request is not a GET',
    what: 'Adjump documents HTTP GET and nothing else. This request came to the endpoint’s path with another method; what its body holds is shown with the finding.',
    why: 'Another sender was pointed at this URL, or a tool on the way, such as a test client or a proxy, sends POST.',
    matters:
      'What a body carries is in no query. The two values are read from the query alone, so they are usually missing here.',
    dashboard: ['Nothing there chooses the method. See that the URL is entered as the postback URL and nowhere else.'],
    backend: [
      'Find out who sent it: the headers and the address stand in the postback’s details.',
      'Answer other methods with 405, and credit nobody.',
    ],
    note: 'The method is `POST`, and both values are in the body instead of the query.',
  },
  'path-unknown': {
    title: 'No endpoint has this path',
    what: 'The query carries names that an endpoint maps, but the path is no endpoint’s. The endpoint whose names fit best has read it, so that its values can be seen.',
    why: 'The path in the dashboard’s URL is another one than the endpoint’s. Where the endpoint has a secret path, the URL may have a former segment of it, or none; the finding then says so.',
    matters: 'Your server would answer 404. The inspector answers, and keeps the request.',
    dashboard: ['Write the endpoint’s path into the URL; copying the dashboard URL from the inspector does that.'],
    backend: [
      'Where the received path is the right one, use the finding’s own button, which gives an endpoint this path, or add an endpoint for it.',
    ],
    note: 'The endpoint’s path is `/hitpoint`.',
  },
  'path-differs': {
    title: 'The path is almost the endpoint’s',
    what: 'The path differs from the endpoint’s in upper and lower case, in a slash at its end or in doubled slashes, and in nothing else. The inspector takes it for the endpoint’s.',
    why: 'The path was typed by hand, or a base URL that ends with a slash was joined with a path that begins with one.',
    matters: 'Many servers answer 404 here, or redirect. Whether Adjump follows a redirect is not documented.',
    dashboard: ['Write the path exactly as the endpoint has it.'],
    backend: ['Where the received path is the right one, use the finding’s own button to give it to the endpoint.'],
    note: 'The endpoint’s path is `/hitpoint`: with a small letter, and without a slash at its end.',
  },
  'fragment-in-target': {
    title: 'The target holds a “#”',
    what: 'Behind the parameters stands a `#` with a tail, which belongs to neither path nor query and is not read. A `#` with another `&name=` behind it is taken for a part of the value.',
    why: 'The URL in the dashboard has such a tail, and the sender did not cut it off.',
    matters: 'Most clients never send what stands behind a `#`. What you put there arrives only by chance.',
    dashboard: ['Take the tail out of the URL. Where a value needs a `#`, write it as `%23`.'],
    backend: ['Nothing has to be changed there.'],
    note: 'What begins at the `#` is not part of the amount.',
  },
  'absolute-form': {
    title: 'The target is a whole URL',
    what: 'In the request line stands a whole URL with scheme and host, as it is sent to a proxy, and not the path alone. It is read as usual.',
    why: 'A proxy stands in between, or the request was written by hand.',
    matters:
      'HTTP servers have to accept it. Some frameworks then have the whole URL where your code expects the path.',
    dashboard: ['Nothing has to be changed there.'],
    backend: ['Nothing has to be changed there; see who stands in between if you did not expect anybody.'],
    note: 'Before the path stands the host that was asked for.',
  },
  'opened-in-browser': {
    title: 'The request came from a browser',
    what: 'The headers are those of a browser that opened the URL as a page.',
    why: 'Somebody pasted the URL into an address bar, or followed a link to it.',
    matters: 'It proves that the URL is reached, and nothing about Adjump: a browser replaces no macros.',
    dashboard: ['To see a postback of Adjump’s own, use the verify form of its dashboard.'],
    backend: ['Nothing has to be changed there.'],
    note: 'A browser says `navigate` in `Sec-Fetch-Mode` where a person opens a page.',
  },
  'possible-duplicate': {
    title: 'An earlier postback has the same user and amount',
    what: 'Within the endpoint’s window (10 minutes unless set otherwise) a postback came before this one to the same endpoint, with the same user id and the same text of the amount. Where both carry a mapped `transaction_id` and the two differ, it is none.',
    why: 'The sender may have sent the same postback again, or the user has earned the same amount twice. Adjump documents no transaction id and no retry rule, so nobody can tell by the postback alone; that is why it is called possible.',
    matters:
      'A backend that credits each of them may reward twice. One that drops the second may keep a reward from its user.',
    dashboard: ['Nothing there tells the two apart.'],
    backend: [
      'Compare the two: the finding has a link to the earlier one, and the details list the whole group.',
      'Where your postbacks do carry an id of the reward, map it in **Endpoints** as the extra field `transaction_id`, and credit each id once.',
      'Answer with a 2xx status as soon as the reward is stored. What a reply means to Adjump is not documented.',
      'The window is set under **Possible duplicates** in the endpoint; 0 turns the finding off.',
    ],
    note: '40 seconds before, the very same request came.',
  },
}

export type RequestPages = typeof requestPages
