import type { EndpointConfig, ReplyStep } from '../../core/endpoint.ts'
import type { UiWords } from '../../words/en/ui.ts'

type Script = EndpointConfig['replyScript']

/** One step of a reply script as it is typed: numbers are text, headers are lines of `Name: value`. */
export interface ReplyStepForm {
  readonly status: string
  readonly delayMs: string
  readonly body: string
  readonly headers: string
  readonly ending: ReplyStep['ending']
}

/** A reply script as it is typed. */
export interface ReplyScriptForm {
  readonly steps: readonly ReplyStepForm[]
  readonly afterLast: Script['afterLast']
}

export function scriptFormOf({ steps, afterLast }: Script): ReplyScriptForm {
  return { steps: steps.map(stepFormOf), afterLast }
}

function stepFormOf({ status, delayMs, body, headers, ending }: ReplyStep): ReplyStepForm {
  return {
    status: String(status),
    delayMs: String(delayMs),
    body,
    headers: headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
    ending,
  }
}

/** What the schema is given: it says itself what is wrong. */
export function readScriptForm({ steps, afterLast }: ReplyScriptForm, wholeNumber: (text: string) => number): unknown {
  return {
    steps: steps.map(({ status, delayMs, body, headers, ending }) => ({
      status: wholeNumber(status),
      delayMs: wholeNumber(delayMs),
      body,
      headers: headerLines(headers),
      ending,
    })),
    afterLast,
  }
}

/** A line without a colon becomes a name that no header may have, which the schema then refuses. */
function headerLines(text: string): (readonly [string, string])[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':')
      return colon < 0 ? [line, ''] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    })
}

/** A new step: what every endpoint starts with. */
export const NEW_STEP: ReplyStepForm = {
  status: '200',
  delayMs: '0',
  body: 'OK',
  headers: 'Content-Type: text/plain',
  ending: 'complete',
}

const FAILED: ReplyStepForm = { ...NEW_STEP, status: '500', body: 'Internal Server Error' }

/** Ready scripts for the questions that are asked most; `name` is the key of their words. */
export const SCRIPT_PRESETS: readonly {
  readonly name: keyof UiWords['scriptPresets']
  readonly script: ReplyScriptForm
}[] = [
  { name: 'errors', script: { steps: [FAILED, FAILED, NEW_STEP], afterLast: 'repeat-last' } },
  {
    name: 'silence',
    script: { steps: [{ ...NEW_STEP, ending: 'silence' }, NEW_STEP], afterLast: 'repeat-last' },
  },
  {
    name: 'reset',
    script: { steps: [{ ...NEW_STEP, ending: 'reset' }, NEW_STEP], afterLast: 'repeat-last' },
  },
  {
    name: 'slow',
    script: { steps: [{ ...NEW_STEP, delayMs: '5000' }, NEW_STEP], afterLast: 'repeat-last' },
  },
  {
    name: 'wrongBody',
    script: {
      steps: [{ ...NEW_STEP, body: '<h1>Error</h1>', headers: 'Content-Type: text/html' }],
      afterLast: 'repeat-last',
    },
  },
  {
    name: 'cut',
    script: {
      steps: [{ ...NEW_STEP, body: 'This reply is cut off.', ending: 'cut' }, NEW_STEP],
      afterLast: 'repeat-last',
    },
  },
]
