import { base64ToBytes } from '../core/base64-bytes.ts'
import { withPossibleDuplicate } from '../core/duplicate.ts'
import type { Mapping } from '../core/endpoint.ts'
import type { PostbackStore } from '../core/ports.ts'
import type { CapturedRequest, Finding, PostbackDetail } from '../core/postback.ts'
import { readRequest } from '../core/reading.ts'
import { getSpoken } from '../words/locale.ts'

/**
 * A postback's findings with their sentences in the language that is spoken now. Stored they are English, for exports and
 * the command line, so in another one the request is read once more. Where it would be read otherwise today, because its
 * endpoint was changed or the other postback is gone, the stored sentence stays.
 */
export async function spokenFindings(
  detail: PostbackDetail,
  endpoints: readonly Mapping[],
  store: Pick<PostbackStore, 'byIds'>,
): Promise<readonly Finding[]> {
  if (getSpoken().language === 'en' || detail.findings.length === 0) return detail.findings
  const related = detail.findings.flatMap((finding) => finding.related ?? [])
  const [earlier] = await store.byIds(related)
  const reading = readRequest(capturedAs(detail), endpoints)
  const { findings } = earlier ? withPossibleDuplicate(reading, earlier, detail.receivedAt) : reading
  return detail.findings.map((stored) => findings.find((read) => isSame(read, stored)) ?? stored)
}

function isSame(one: Finding, other: Finding): boolean {
  return (
    one.code === other.code &&
    one.field === other.field &&
    one.param === other.param &&
    JSON.stringify(one.evidence) === JSON.stringify(other.evidence)
  )
}

function capturedAs(detail: PostbackDetail): CapturedRequest {
  const { rejectionCode, rejectionBytesBase64 } = detail
  return {
    receivedAt: detail.receivedAt,
    remoteAddress: detail.remoteAddress,
    remotePort: detail.remotePort,
    httpVersion: detail.httpVersion,
    method: detail.method,
    target: detail.target,
    rawHeaders: detail.rawHeaders,
    body: base64ToBytes(detail.bodyBase64),
    bodyLength: detail.bodyLength,
    bodyComplete: detail.bodyComplete,
    rejection:
      rejectionCode === null ? null : { code: rejectionCode, firstBytes: base64ToBytes(rejectionBytesBase64 ?? '') },
  }
}
