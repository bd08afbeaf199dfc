import { isPossibleDuplicate, withPossibleDuplicate } from '../duplicate.ts'
import { DEFAULT_ENDPOINT_CONFIG, type Mapping } from '../endpoint.ts'
import type { FindingCode } from '../findings/codes.ts'
import type { CapturedRequest, Finding, Reading } from '../postback.ts'
import { readRequest } from '../reading.ts'
import type { ExampleRequest, HelpExample } from './finding-page.ts'

/** Examples are read with what a new installation starts with. */
const EXAMPLE_ENDPOINT: Mapping = { id: 'example', ...DEFAULT_ENDPOINT_CONFIG }
/** Any moment: an example arrives at no time. */
const ARRIVAL_MS = 1_767_323_045_000
/** Of the earlier postback, as the sentence names it. */
const EARLIER_ID = 1

/** What the real reading makes of a page's example. */
export interface ExampleReading {
  readonly reading: Reading
  /** The finding that the page is about. A test holds that it is there. */
  readonly finding: Finding | null
  /** The other codes that were found, in the order of the table. */
  readonly others: readonly FindingCode[]
}

/** Reads a page's example, as it is or put right. */
export function readExample(code: FindingCode, example: HelpExample, as: 'wrong' | 'right' = 'wrong'): ExampleReading {
  const request = as === 'wrong' ? example : { target: example.right }
  const reading = withEarlier(readAt(request, ARRIVAL_MS), example)
  const codes = new Set(reading.findings.map((finding) => finding.code))
  codes.delete(code)
  return { reading, finding: reading.findings.find((finding) => finding.code === code) ?? null, others: [...codes] }
}

function readAt(request: ExampleRequest, receivedAt: number): Reading {
  return readRequest(captured(request, receivedAt), [EXAMPLE_ENDPOINT])
}

/** With the finding that compares two postbacks, where the example has an earlier one. */
function withEarlier(reading: Reading, { earlier }: HelpExample): Reading {
  if (earlier === undefined) return reading
  const before = ARRIVAL_MS - earlier.secondsBefore * 1000
  const current = { ...reading, receivedAt: ARRIVAL_MS }
  const other = { ...readAt({ target: earlier.target }, before), receivedAt: before }
  if (!isPossibleDuplicate(current, other, EXAMPLE_ENDPOINT)) return reading
  return withPossibleDuplicate(reading, { id: EARLIER_ID, receivedAt: before }, ARRIVAL_MS)
}

function captured(
  { target, method = 'GET', headers = [], body = '' }: ExampleRequest,
  receivedAt: number,
): CapturedRequest {
  const bytes = new TextEncoder().encode(body)
  return {
    receivedAt,
    remoteAddress: null,
    remotePort: null,
    httpVersion: '1.1',
    method,
    target,
    rawHeaders: ['Host', 'example.com', ...headers.flat()],
    body: bytes,
    bodyLength: bytes.length,
    bodyComplete: true,
    rejection: null,
  }
}
