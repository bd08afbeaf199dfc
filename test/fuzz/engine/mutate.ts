import { bytesOf } from './input.ts'

type Random = () => number

const LONGEST = 4 * 1024
/** Now and then: what is linear is still fast here, and what is not is seen. */
const LONGEST_OF_ALL = 96 * 1024

/** Pieces that mean something somewhere: to URLs, numbers, filters, JSON, terminals, spreadsheets, HTTP. */
const TOKENS: readonly Buffer[] = [
  ...'/hitpoint|?|&|=|;|#|+|%|%20|%26|%3D|%3F|%25|%2525|%C3%A9|%C3|%00|%E2%80%8B|%7B|%7D|{user_id}|{reward_amount}|{|}|[|]|<|>|$'.split(
    '|',
  ),
  ...'user_id|reward_amount|User_ID|userid|amount|transaction_id|null|undefined|&amp;|&#39;|http://|https://|x.test:80|//|..|USD|€'.split(
    '|',
  ),
  ...'0|1|-1|1.5|1,50|1.000,00|1e5|1e-400|1e999999999|.5|5.|00|-0|0.1|999999999|9007199254740993|٣|１'.split('|'),
  ...'user:|amount:>|is:pinned|has:note|since:|before:|kind:|-verdict:fail|code:|"|\\|*|~|,|:|today|1h|2026-01-02|colour:red|note:"'.split(
    '|',
  ),
  ...'Host: x|Content-Length: 5|Transfer-Encoding: chunked|Connection: close, X|Cookie: a=b; c|Content-Type: application/json'.split(
    '|',
  ),
  ...'GET |POST | HTTP/1.1|\r\n|\n|\r|\t| |\0|\x1b[31m|\x1f|\x7f|\u0085|\u200b|\u202e|\u2066|\ufeff|\u00ad|\u2028'.split(
    '|',
  ),
  ...'=cmd()|@SUM|-2+3|\'|<script>|javascript:|__proto__|constructor|toString|{"a":1}|[1]|"a":|\\u0000|\\ud800|true'.split(
    '|',
  ),
  ...'👩‍👩‍👧|❤️|1️⃣|é|e\u0301|ß|İ|ﬁ|\ud800|\udfff|\ufffe|\u{e0001}|\u{10ffff}|葛󠄀'.split('|'),
].map(bytesOf)

/** A new input made from one or two of the corpus, or from pieces alone. */
export function mutate(corpus: readonly Uint8Array[], random: Random): Uint8Array {
  const any = (): Uint8Array => corpus[Math.floor(random() * corpus.length)] ?? new Uint8Array()
  if (random() < 0.05 || corpus.length === 0) return pieces(random)
  let bytes = Buffer.from(any())
  // Mostly a small change: what is known to be interesting stays so.
  const steps = 1 + Math.floor(random() ** 2 * 8)
  for (let step = 0; step < steps; step += 1) bytes = Buffer.from(change(bytes, any, random))
  const most = random() < 0.0005 ? LONGEST_OF_ALL : LONGEST
  return bytes.subarray(0, most)
}

function pieces(random: Random): Uint8Array {
  return Buffer.concat(Array.from({ length: 1 + Math.floor(random() * 12) }, () => token(random)))
}

function token(random: Random): Buffer {
  return TOKENS[Math.floor(random() * TOKENS.length)] ?? Buffer.alloc(0)
}

function change(bytes: Buffer, other: () => Uint8Array, random: Random): Uint8Array {
  const at = Math.floor(random() * (bytes.length + 1))
  const until = Math.min(bytes.length, at + 1 + Math.floor(random() ** 3 * bytes.length))
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, until), bytes.subarray(until)]
  switch (Math.floor(random() * 10)) {
    case 0: {
      const flipped = Buffer.from(bytes)
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8))
      return flipped
    }
    case 1: {
      const replaced = Buffer.from(bytes)
      if (at < replaced.length) replaced[at] = Math.floor(random() * 256)
      return replaced
    }
    case 2:
      return Buffer.concat([before, after])
    case 3:
      return Buffer.concat([before, piece, piece, after])
    case 4: {
      // Nearly always a few times; now and then so often that anything quadratic is seen.
      const times = random() < 0.02 ? 20_000 : 1 + Math.floor(random() * 20)
      const once = random() < 0.5 ? token(random) : piece.subarray(0, 40)
      const many = Buffer.concat(
        Array.from({ length: Math.min(times, LONGEST_OF_ALL / (once.length + 1)) }, () => once),
      )
      return Buffer.concat([before, many, after])
    }
    case 5: {
      const from = Buffer.from(other())
      const start = Math.floor(random() * (from.length + 1))
      return Buffer.concat([before, from.subarray(start, start + Math.floor(random() * 60)), after])
    }
    case 6:
      return Buffer.concat([before, other()])
    default:
      return random() < 0.5
        ? Buffer.concat([before, token(random), piece, after])
        : Buffer.concat([before, token(random), after])
  }
}
