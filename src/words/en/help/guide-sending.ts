/** Sending what Adjump would send, and judging the backend that answers. */
export const sendingGuide = {
  simulator: {
    title: 'Sending postbacks yourself',
    summary: 'Compose what Adjump would send, replay what came, and look at the replies.',
    compose:
      '**Simulator** composes a postback for an endpoint and shows what will go out, to the byte. Under **Send to** you choose where it goes: to the public URL and so through the tunnel, to the receiver on this computer, or to your own backend. Nothing goes to a host that is not local before you have said yes to it.',
    picture: 'The simulator: where to send, the two values, and the bytes on the wire',
    points: [
      'With **By hand** the target is yours to write, mistakes included: what you type goes out as it stands.',
      '**How often**, **At once** and **Pause (ms)** send it many times, one after the other or together.',
      'A postback that arrived can be sent again from its details, byte for byte with **Replay**, or changed first with **Edit and replay**.',
      'An endpoint can hand its postbacks on to your backend by itself: see **Forward** in **Endpoints**.',
    ],
  },
  conformance: {
    title: 'Checking your backend',
    summary: 'Ready scenarios against your own server: does it credit once, and exactly?',
    scenarios:
      'The second part of **Simulator**, **Conformance**, sends a set of scenarios to your backend: a first delivery and its repetition, missing and empty values, ids and amounts that programs stumble over, hostile text, and requests that come slowly or all at once. What comes back is judged to the character.',
    picture:
      'The result of a conformance check: how many scenarios passed and failed, and a failed one with its reason',
    steps: [
      'Enter **Your backend’s URL**. Use a test system: the scenarios credit users.',
      'Where your backend can say what a user’s balance is, enter its URL under **URL of a balance (optional)**. It is read before and after each scenario, so that nothing has to be asked.',
      'Press **Run the check**. Where only you can see the result, a scenario stays **Open** and asks one question.',
      'Look at the failures: each says what was sent, what was expected and what came. **Save report** writes all of it into a file.',
    ],
  },
}

export type SendingGuide = typeof sendingGuide
