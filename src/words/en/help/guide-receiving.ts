/** From the first launch to a postback that is understood. */
export const receivingGuide = {
  firstPostback: {
    title: 'From the first launch to a verified postback',
    summary: 'Three steps, and a way to try them without Adjump.',
    start:
      'When the inspector starts it does two things by itself: it listens on this computer, and it opens a tunnel, so that there is a public URL which Adjump can reach. The line at the top says how both are doing. While there is no postback yet, the screen shows the steps to the first one.',
    firstStepsPicture:
      'The first steps: the dashboard URL with a button that copies it, the two names, and the fields for what was typed in the verify form',
    steps: [
      'Write the two names as your server expects them, under **Name of the user id** and **Name of the reward amount**. The URL follows as you type. What stands in braces is Adjump’s and stays as it is.',
      'Press **Copy this URL**, open “S2S Postback Setup” for your app in the Adjump dashboard, paste the URL as the postback URL and save.',
      'Enter a user id and a reward amount in the dashboard’s verify form. Type the same two into the fields under step 3 and press **Expect this**, so that the inspector can say whether exactly that arrives.',
      'Press verify in the dashboard. The postback appears with its verdict, and the expectation ends with **Met** where both values are the expected ones to the character. That is a verified postback.',
    ],
    qrCode:
      'To have the URL on a phone, press **Show the dashboard URL as a QR code** beside the button that copies it.',
    testPostback:
      'To see that the way through the tunnel works before Adjump has anything to do with it, press **Send a test postback**: it goes out to the public URL and comes back in, as one of Adjump’s would.',
    tour: '**Try it without Adjump** goes further: one button a step sends a clean postback, one with a mistake and a repetition, arms an expectation and meets it. All of that is real and can be done at any time, also while the tunnel is not open. What it sends has a user id that begins with `tour_user_`, and its last step offers to remove it.',
    check:
      'A URL that stands in the dashboard already can be checked. In **Endpoints**, paste it into the field under the dashboard URL: every place at fault is marked, with what to do about it. On the command line `check-url` does the same.',
    checkPicture: 'A wrong dashboard URL in the checker, with its bad parts underlined and a sentence for each',
  },
  verdict: {
    title: 'Reading a verdict',
    summary: 'What the list says, what the details say, and what each word means.',
    listPicture:
      'The list of postbacks with a verdict before each, the filter box above it, and the strip of arrivals per minute',
    verdicts:
      'Every postback has a verdict, which follows from its findings. It judges how the postback is written, and not whether your server credited it.',
    verdictTerms: [
      {
        term: 'Pass',
        meaning:
          'Both values arrived, and nothing about them is odd. There may still be findings of the kind that is only worth knowing.',
      },
      {
        term: 'Warning',
        meaning:
          'It can be read, and something about it needs a look: a server other than this one may read it otherwise.',
      },
      {
        term: 'Fail',
        meaning:
          'At least one finding is an error: a value is missing or cannot be read without guessing, or the request is no GET.',
      },
    ],
    details:
      'Open a row to see its details. At the top stands the answer: the verdict, what is wrong, and what to do about it. Under it stand the user id and the amount, decoded and as they stood on the wire; what cannot be seen is shown as an escape such as `\\u200b`. Then comes the request itself with the bad parts marked, and a list of all findings.',
    detailsPicture:
      'The details of a failed postback: the verdict with its sentence, the two values, the raw target with marks, and the findings with their buttons',
    codes:
      'Each finding has a code, such as `param-missing`. The same code stands in the JSON lines, in exports and in reports, and the filter box finds it: `code:param-missing`. Press **What is this?** beside a finding for its page: why it happens, how to put it right in the dashboard and in your backend, and an example. On the command line `explain` prints the same page.',
    pagePicture: 'The page of a finding code, with its example, the bad part marked, and what is read from it',
    kinds:
      'Not everything that arrives is a postback. Nothing is hidden: other kinds are counted over the list and shown with one press.',
    kindTerms: [
      {
        term: 'Postback',
        meaning: 'Its path is an endpoint’s or nearly so, or its query carries a name that an endpoint maps.',
      },
      { term: 'Probe', meaning: 'A HEAD or OPTIONS request to an endpoint’s path: somebody asked whether it answers.' },
      { term: 'Noise', meaning: 'Browsers’ and scanners’ requests, and paths that are nobody’s.' },
      { term: 'Rejected', meaning: 'Bytes that are no valid HTTP request. The first of them are kept.' },
    ],
  },
  mistakes: {
    title: 'Ten mistakes and how to put them right',
    summary: 'What to look for first when a postback fails, each with an example.',
    inTheUrl:
      'Most of them are in the URL as it stands in the dashboard, and are gone as soon as the URL is copied from the inspector and pasted there anew. The inspector names each by its code.',
    buttons:
      'Where a finding has a button, it does what the sentence says: it copies the dashboard URL, takes the received name or path over into the endpoint, or opens the earlier postback. A changed name or path reads the stored history again, and can be undone.',
  },
  nothingArrives: {
    title: 'When nothing arrives',
    summary: 'How to tell a silent sender from a closed door.',
    causes:
      'An empty list has two causes: nothing was sent, or nobody could reach this computer. The inspector looks at its own public URL from outside all the time, so it knows which of the two it is.',
    tunnelPicture:
      'The tunnel’s view: its state in words, the public URL, the last look from outside, and the provider',
    steps: [
      'Look at the line at the top. **Tunnel open** means that the last look from outside reached this inspector.',
      'In **Tunnel**, press **Probe now** to look again at once. Under **Times nobody could reach us** stand the spans in which nothing could arrive; they are shaded in the list too.',
      'Press **Send a test postback**. Where that arrives, the way is open, and the sender has another URL or sends nothing.',
      'Compare the URL in the dashboard with the one here. Where the public URL has changed since, a bar under that line says so, with the old URL and the new one, until you dismiss it.',
    ],
    names:
      'A public localtunnel server gives a new name now and then. A wanted name, a server of your own, a domain reserved at ngrok or a tunnel that you run keeps the URL the same; all of them are chosen in **Tunnel**.',
  },
}

export type ReceivingGuide = typeof receivingGuide
