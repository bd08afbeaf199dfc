import { ArchiveError } from '../../core/archive.ts'
import { errorsWords } from '../../words/of/errors.ts'

/** A request of the receiver's largest body and head is far below this; nothing longer is held in memory. */
const LONGEST_ENTRY = 16 * 1024 * 1024
const DEEPEST = 500
const LONGEST_KEY = 16
/** Where a HAR keeps its requests: `{ "log": { "entries": [ … ] } }`. */
const WAY = ['log', 'entries'] as const

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/**
 * The entries of a HAR, each as the JSON text of one object, without the whole file in memory: what a browser records
 * may be larger than that. What stands between them is only looked at as far as it says where they are.
 *
 * @throws ArchiveError where there are none, or the file breaks off or nests too deep.
 */
export async function* harEntries(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const scan = createScan()
  for await (const chunk of bytes) yield* scan.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))
  scan.end()
}

function createScan(): { take(chunk: Buffer): Iterable<Buffer>; end(): void } {
  const open: number[] = []
  /** So many steps of the way have been gone: the containers that lie on it are the first `way + 1` open ones. */
  let way = 0
  let inString = false
  let escaped = false
  /** The string that is read, or was read last, where it may be a name on the way; null where it is too long for one. */
  let text: number[] | null = null
  let key: string | null = null
  let entry: Buffer[] | null = null
  let entryLength = 0
  let isFound = false
  let position = 0

  const isOnWay = (): boolean => open.length === way + 1
  const isAmongEntries = (): boolean => way === WAY.length && isOnWay() && open.at(-1) === OPEN_LIST

  function opened(byte: number): boolean {
    if (open.length >= DEEPEST) throw damagedHar()
    if (open.length === 0 && byte !== OPEN_OBJECT) throw noHar()
    const begins = isAmongEntries() && byte === OPEN_OBJECT
    const wanted = isOnWay() && open.at(-1) === OPEN_OBJECT && key !== null && key === WAY[way]
    if (wanted && byte === (way + 1 === WAY.length ? OPEN_LIST : OPEN_OBJECT)) way += 1
    open.push(byte)
    key = null
    isFound ||= isAmongEntries()
    return begins
  }

  /** True where this was the end of an entry. */
  function closed(byte: number): boolean {
    const expected = byte === CLOSE_OBJECT ? OPEN_OBJECT : OPEN_LIST
    if (open.at(-1) !== expected) throw open.length === 0 ? noHar() : damagedHar()
    if (isOnWay() && way > 0) way -= 1
    open.pop()
    return entry !== null && isAmongEntries()
  }

  function plain(byte: number): void {
    if (open.length > 0 || byte <= 0x20) return
    if (position < BYTE_ORDER_MARK.length && byte === BYTE_ORDER_MARK[position]) return
    throw noHar()
  }

  function quoted(byte: number): void {
    if (escaped) escaped = false
    else if (byte === BACKSLASH) {
      escaped = true
      text = null
    } else if (byte === QUOTE) inString = false
    else if (text !== null) {
      if (text.length >= LONGEST_KEY) text = null
      else text.push(byte)
    }
  }

  return {
    // One by one, so that the first fault is the same one in whatever pieces the file comes.
    *take(chunk) {
      let from = 0
      for (let at = 0; at < chunk.length; at += 1, position += 1) {
        const byte = chunk[at] ?? 0
        if (inString) {
          quoted(byte)
          continue
        }
        switch (byte) {
          case QUOTE:
            if (open.length === 0) throw noHar()
            inString = true
            text = entry === null && isOnWay() ? [] : null
            break
          case COLON:
            key = text === null ? null : String.fromCharCode(...text)
            break
          case COMMA:
            key = null
            break
          case OPEN_OBJECT:
          case OPEN_LIST:
            if (opened(byte)) {
              entry = []
              entryLength = 0
              from = at
            }
            break
          case CLOSE_OBJECT:
          case CLOSE_LIST:
            if (closed(byte)) {
              const whole = Buffer.concat([...(entry ?? []), chunk.subarray(from, at + 1)])
              entry = null
              yield whole
            }
            break
          default:
            plain(byte)
        }
      }
      if (entry !== null) {
        const rest = chunk.subarray(from)
        entryLength += rest.length
        if (entryLength > LONGEST_ENTRY) throw damagedHar()
        // A copy: whoever reads a file may use the same memory for its next piece.
        entry.push(Buffer.from(rest))
      }
    },
    end() {
      if (open.length > 0 || inString) throw cutOffHar(isFound)
      if (!isFound) throw noHar()
    },
  }
}

function cutOffHar(isHar: boolean): ArchiveError {
  if (!isHar) return noHar()
  return new ArchiveError('cut-off', errorsWords().archive.cutOffHar)
}

export function damagedHar(): ArchiveError {
  return new ArchiveError('damaged', errorsWords().archive.damagedHar)
}

function noHar(): ArchiveError {
  return new ArchiveError('no-archive', errorsWords().archive.noHar)
}
