/**
 * Header lists in a column. The usual form is the header block itself (`Name: value` lines, latin1), so that a
 * search finds `user-agent: curl`; a list that would not survive that form is kept as JSON in TEXT.
 */
import { Buffer } from 'node:buffer'
import { type Column, viewOf } from './exact-text.ts'

/** What would break a line of the block apart, or is no byte. */
const ODD_NAME = /[: \r\n\u0100-\uffff]/
const ODD_VALUE = /[\r\n\u0100-\uffff]/

/** Name, value, name, value … to a column. */
export function headersToColumn(rawHeaders: readonly string[]): string | Buffer {
  let block = ''
  if (rawHeaders.length % 2 === 1) return JSON.stringify(rawHeaders)
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    const value = rawHeaders[at + 1] ?? ''
    if (ODD_NAME.test(name) || ODD_VALUE.test(value)) return JSON.stringify(rawHeaders)
    block += `${name}: ${value}\r\n`
  }
  return Buffer.from(block, 'latin1')
}

export function headersFromColumn(column: Column): string[] {
  if (column === null) return []
  if (typeof column === 'string') return parseList(column)
  const lines = viewOf(column).toString('latin1').split('\r\n')
  lines.pop()
  const rawHeaders: string[] = []
  for (const line of lines) {
    const colon = line.indexOf(': ')
    rawHeaders.push(line.slice(0, colon), line.slice(colon + 2))
  }
  return rawHeaders
}

function parseList(json: string): string[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.map(String) : []
}
