import fc from 'fast-check'
import type { Endpoint } from '../../../src/core/endpoint.ts'
import type { Exporter } from '../../../src/core/ports.ts'
import type { PostbackDetail } from '../../../src/core/postback.ts'
import { createExporter } from '../../../src/services/exporter/exporters.ts'
import { aDetail, anEndpoint, aRejectedDetail } from '../../support/detail-builders.ts'

async function* stream(details: readonly PostbackDetail[]): AsyncGenerator<PostbackDetail> {
  yield* details
}

/** What a format makes of some stored requests, as one text. */
export async function exported(
  format: Exporter['format'],
  details: readonly PostbackDetail[],
  endpoints: readonly Endpoint[] = [anEndpoint()],
): Promise<string> {
  const pieces: string[] = []
  for await (const piece of createExporter(format).write(stream(details), { appVersion: '1.2.3', endpoints })) {
    pieces.push(piece)
  }
  return pieces.join('')
}

/** Texts that break naive writers: quotes, separators, formulas, escapes, controls, bidi, text beyond the BMP. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\r\n',
  '\n',
  "'",
  "''",
  "'=1",
  '=1+1',
  ' =1+1',
  '+1',
  '-1',
  '-50',
  '@SUM(A1)',
  '\t=1',
  '\rx',
  '＝1+1',
  '=cmd|\'/C calc\'!A0","x',
  '</script><b>',
  '\u001b[31m',
  '\u202e',
  '\u0000',
  '\u2028\u2029',
  '\ufeff',
  '💰',
  '\u00a0=1',
]

const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array))
/** One character a byte, as captured strings are. */
const wireText = fc.oneof(
  bytes.map((buffer) => buffer.toString('latin1')),
  fc.constantFrom(...HOSTILE_TEXTS.map((text) => Buffer.from(text).toString('latin1'))),
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.tuple(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ maxLength: 10 })).map(([start, rest]) => start + rest),
)

/** Any stored request, with whatever a stranger may have sent in it. */
export const anyDetail: fc.Arbitrary<PostbackDetail> = fc
  .record({
    target: wireText,
    userId: fc.option(text),
    rewardAmount: fc.option(text),
    value: fc.option(text),
    header: wireText,
    body: bytes,
    rejected: fc.boolean(),
    replyBody: text,
  })
  .map(({ target, userId, rewardAmount, value, header, body, rejected, replyBody }) =>
    rejected
      ? Object.assign(aRejectedDetail(body), { replyBody })
      : aDetail({
          target,
          userId,
          rewardAmount,
          amountValue: null,
          extras: [{ field: 'transaction_id', param: 't', value }],
          rawHeaders: ['X-Any', header, 'Host', header],
          bodyBase64: body.toString('base64'),
          bodyLength: body.length,
          replyBody,
        }),
  )
