import type { ExampleRequest } from '../../src/core/help/finding-page.ts'
import { helpTextParts } from '../../src/core/help/help-text.ts'
import { markedLines } from '../../src/core/marked-text.ts'
import type { Span } from '../../src/core/postback.ts'

/** Stands in every document that is made, so that nobody mends it by hand. */
export const MADE_BY = '<!-- Made by `npm run docs` from src/core/help and src/words/en/help: change it there. -->'

/** Text as Markdown that shows exactly this text. An underscore within a word means nothing there, nor does a bare `&`. */
export function escaped(text: string): string {
  return text.replace(/[\\`*<>[\]~|]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
}

/** Help text as Markdown: code in backticks, words on the screen in bold. */
export function prose(text: string): string {
  return helpTextParts(text)
    .map((part) => {
      if (part.kind === 'code') return `\`${part.text}\``
      return part.kind === 'screen' ? `**${escaped(part.text)}**` : escaped(part.text)
    })
    .join('')
}

export function points(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

export function fenced(lines: readonly string[], language: 'text' | 'sh'): string {
  return ['```' + language, ...lines, '```'].join('\n')
}

/** A request's first line, and under it a line of `^` where it is marked. */
export function requestLines({ method = 'GET', target }: ExampleRequest, marks: readonly Span[]): readonly string[] {
  const [shown, under] = markedLines(target, marks)
  return [`${method} ${shown}`, ...(under === '' ? [] : [`${' '.repeat(method.length)} ${under}`])]
}
