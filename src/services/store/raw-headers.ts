/**
 * Header lists in a column. The usual form is the header block itself (`Name: value` lines, latin1), so that a
 * search finds `user-agent: curl`; a list that would not survive that form is kept as JSON in TEXT.
 */
import { Buffer } from 'node:buffer'
import { type Column, viewOf } from './exact-text.ts'

/** What would break a line of the block apart, or is no byte. */
const ODD_NAME = /[\0: \r\n\u0100-\uffff]/
const ODD_VALUE = /[\r\n\u0100-\uffff]/

/** Name, value, name, value … to a column. */
export function headersToColumn(rawHeaders: readonly string[]): string | Buffer {
  if (!fitsBlock(rawHeaders)) return JSON.stringify(rawHeaders)
  let block = ''
  for (let at = 0; at < rawHeaders.length; at += 2) block += lineOf(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  return Buffer.from(block, 'latin1')
}

/** Whether the list survives the block. */
export function fitsBlock(rawHeaders: readonly string[]): boolean {
  if (rawHeaders.length % 2 === 1) return false
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (ODD_NAME.test(rawHeaders[at] ?? '') || !fitsBlockValue(rawHeaders[at + 1] ?? '')) return false
  }
  return true
}

export function fitsBlockValue(value: string): boolean {
  return !ODD_VALUE.test(value)
}

export function lineOf(name: string, value: string): string {
  return `${name}: ${value}\r\n`
}

/** The lines of a block, without their ends. */
export function linesOf(block: Uint8Array): string[] {
  const lines = viewOf(block).toString('latin1').split('\r\n')
  lines.pop()
  return lines
}

export function pairOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(': ')
  return [line.slice(0, colon), line.slice(colon + 2)]
}

export function headersFromColumn(column: Column): string[] {
  if (column === null) return []
  if (typeof column === 'string') return parseList(column)
  return linesOf(column).flatMap(pairOf)
}

function parseList(json: string): string[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.map(String) : []
}
