/** What the store's queries must answer, found without a database: by looking at every request. */
import { compareDecimals } from '../../src/core/amount.ts'
import type { PostbackFilter, Sort } from '../../src/core/filter.ts'
import type { PostbackDetail } from '../../src/core/postback.ts'

const VERDICTS = ['pass', 'warn', 'fail']
const KEPT_HEADER_LINE = ': '

export function matches(detail: PostbackDetail, filter: PostbackFilter): boolean {
  const isIn = <T>(wanted: readonly T[], value: T | null): boolean =>
    wanted.length === 0 || (value !== null && wanted.includes(value))
  const codes = detail.findings.map(({ code }) => code)
  const { userId, mark, note } = detail
  const holds = (text: string): boolean => partsOf(detail).some((part) => part.includes(text.toLowerCase()))
  const notes = (text: string): boolean => note.toLowerCase().includes(text.toLowerCase())
  return (
    isIn(filter.kinds, detail.kind) &&
    isIn(filter.verdicts, detail.verdict) &&
    isIn(filter.endpointIds, detail.endpointId) &&
    isIn(filter.methods, detail.method) &&
    isIn(filter.statuses, detail.reply.status) &&
    (filter.codes.length === 0 || filter.codes.some((code) => codes.includes(code))) &&
    !filter.excludeCodes.some((code) => codes.includes(code)) &&
    (filter.userId === null || userId === filter.userId) &&
    (filter.userIdContains === null ||
      (userId?.toLowerCase().includes(filter.userIdContains.toLowerCase()) ?? false)) &&
    filter.amounts.every((amount) => compares(detail.amountValue, amount)) &&
    (filter.from === null || detail.receivedAt >= filter.from) &&
    (filter.to === null || detail.receivedAt < filter.to) &&
    filter.texts.every(holds) &&
    !filter.excludeTexts.some(holds) &&
    (filter.pinned === null || mark.pinned === filter.pinned) &&
    (filter.hasNote === null || (note !== '') === filter.hasNote) &&
    filter.noteTexts.every(notes) &&
    !filter.excludeNoteTexts.some(notes) &&
    isIn(filter.colours, mark.colour) &&
    !(mark.colour !== null && filter.excludeColours.includes(mark.colour))
  )
}

/** The ids of all that match, in order. `nameOf` gives an endpoint's name. */
export function idsOf(
  details: readonly PostbackDetail[],
  filter: PostbackFilter,
  sort: Sort,
  nameOf: (endpointId: string | null) => string | null,
): number[] {
  const sign = sort.direction === 'ascending' ? 1 : -1
  const valueOf = (detail: PostbackDetail): number | string | null => sortValue(detail, sort.column, nameOf)
  return details
    .filter((detail) => matches(detail, filter))
    .sort((a, b) => {
      const [left, right] = [valueOf(a), valueOf(b)]
      if (left === null || right === null) return left === right ? sign * (a.id - b.id) : left === null ? 1 : -1
      const order =
        sort.column === 'amount'
          ? compareDecimals(String(left), String(right))
          : left < right
            ? -1
            : left > right
              ? 1
              : 0
      return sign * (order || a.id - b.id)
    })
    .map(({ id }) => id)
}

function sortValue(
  detail: PostbackDetail,
  column: Sort['column'],
  nameOf: (endpointId: string | null) => string | null,
): number | string | null {
  switch (column) {
    case 'received':
      return detail.id
    case 'verdict':
      return detail.verdict === null ? null : VERDICTS.indexOf(detail.verdict)
    case 'userId':
      return detail.userId
    case 'amount':
      return detail.amountValue
    case 'endpoint':
      return nameOf(detail.endpointId)
    case 'status':
      return detail.reply.status
    case 'size':
      return detail.bodyLength
    case 'duration':
      return detail.reply.sentAt === null ? null : detail.reply.sentAt - detail.receivedAt
  }
}

function compares(value: string | null, { comparison, value: than }: PostbackFilter['amounts'][number]): boolean {
  if (value === null) return false
  const order = compareDecimals(value, than)
  switch (comparison) {
    case '=':
      return order === 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** All that a free text is looked for in, in lower case. */
function partsOf(detail: PostbackDetail): string[] {
  const utf8 = (bytes: Buffer): string => bytes.toString('utf8')
  const wire = (text: string | null): string => utf8(Buffer.from(text ?? '', 'latin1'))
  const headers = detail.rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [wire(`${name}${KEPT_HEADER_LINE}${detail.rawHeaders[at + 1] ?? ''}`)] : [],
  )
  const bytes = [detail.bodyBase64, detail.rejectionBytesBase64 ?? ''].map((part) => utf8(Buffer.from(part, 'base64')))
  return [detail.userId ?? '', detail.rewardAmount ?? '', wire(detail.target), ...headers, ...bytes].map((part) =>
    part.toLowerCase(),
  )
}
