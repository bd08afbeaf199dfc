import { type Figure, isMet, type Line, type Measured } from './line.ts'

/** A line as it came out; `failure` where it could not be measured, which counts as missed. */
export interface Row {
  readonly line: Line
  readonly measured: Measured | null
  readonly failure: string | null
}

export type Judgement = 'met' | 'MISSED' | '–'

export function judge({ measured }: Row): Judgement {
  if (measured === null) return 'MISSED'
  const judged = measured.figures.map(isMet).filter((met) => met !== null)
  if (judged.length === 0) return '–'
  return judged.every(Boolean) ? 'met' : 'MISSED'
}

/** The whole table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['| what | target | measured | |', '| --- | --- | --- | --- |']
  return [...head, ...rows.map(rowText)].join('\n')
}

export function rowText(row: Row): string {
  const { line, measured, failure } = row
  const figures =
    measured === null ? `could not be measured: ${failure ?? ''}` : measured.figures.map(figureText).join(', ')
  const detail = measured === null || measured.detail === '' ? '' : `. ${measured.detail}`
  const verdict = judge(row)
  const here = verdict !== '–' && isAbsolute(measured) ? `${verdict}, this machine` : verdict
  return `| ${[line.name, line.target, `${figures}${detail}`, here].map(cell).join(' | ')} |`
}

/** Whether anything that is judged says nothing about other machines. */
function isAbsolute(measured: Measured | null): boolean {
  return (
    measured?.figures.some((figure) => isMet(figure) !== null && figure.unit !== 'times' && figure.unit !== 'lost') ??
    false
  )
}

function figureText(figure: Figure): string {
  const { what, value, unit } = figure
  const met = isMet(figure)
  const shown = `${what === '' ? '' : `${what} `}${valueText(value, unit)}`
  return met === false ? `**${shown}**` : shown
}

function valueText(value: number, unit: Figure['unit']): string {
  if (Number.isNaN(value)) return 'nothing'
  switch (unit) {
    case 'times':
      return `${value.toFixed(2)}×`
    case 'ms':
      return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`
    case '/s':
      return `${Math.round(value).toLocaleString('en-US')}/s`
    case 'MB':
      return `${value.toFixed(0)} MB`
    case 'bytes':
      return `${Math.round(value).toLocaleString('en-US')} bytes`
    case '%':
      return `${value.toFixed(2)} %`
    case 'lost':
      return `${String(value)} lost`
  }
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
