/**
 * Reads RFC 4180 strictly: CRLF ends a record, `""` in a quoted cell is a quote. Throws where a quote stands
 * anywhere else. Null is an empty cell without quotes.
 */
export function readCsv(text: string): (string | null)[][] {
  const records: (string | null)[][] = []
  let record: (string | null)[] = []
  let at = 0
  while (at < text.length) {
    let cell: string | null
    if (text[at] === '"') {
      const found = /^"((?:[^"]|"")*)"/.exec(text.slice(at))
      if (found === null) throw new Error(`A quoted cell does not end, at ${String(at)}`)
      cell = (found[1] ?? '').replaceAll('""', '"')
      at += found[0].length
    } else {
      const [found = ''] = /^[^",\r\n]*/.exec(text.slice(at)) ?? []
      cell = found === '' ? null : found
      at += found.length
    }
    record.push(cell)
    if (text[at] === ',') {
      at += 1
    } else if (text.startsWith('\r\n', at)) {
      at += 2
      records.push(record)
      record = []
    } else {
      throw new Error(`A cell does not end, at ${String(at)}: ${JSON.stringify(text.slice(at, at + 20))}`)
    }
  }
  if (record.length > 0) throw new Error('The last record does not end.')
  return records
}

/** Takes the formula escape away again. */
export function unescapeCell(cell: string | null): string | null {
  return cell?.replace(/(^|[;|\t\r\n])'/g, '$1') ?? null
}
