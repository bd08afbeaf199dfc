import { describe, expect, it } from 'vitest'
import { aDetail } from '../../support/detail-builders.ts'
import { readCsv } from './csv-reader.ts'
import { exported } from './exporting.ts'

const MARKED = aDetail({ mark: { pinned: true, colour: 'violet', hasNote: true }, note: '=1+1, said Ann\n"quoted"' })

describe('An export of a marked request', () => {
  it('has the mark in each JSON format, exactly', async () => {
    const mark = { pinned: true, colour: 'violet', note: MARKED.note }
    expect(JSON.parse(await exported('ndjson', [MARKED]))).toMatchObject({ mark })
    expect(JSON.parse(await exported('json', [MARKED, aDetail()]))).toMatchObject([
      { mark },
      { mark: { pinned: false, colour: null, note: '' } },
    ])
  })

  it('has it in the last columns of CSV, safe from being taken for a formula', async () => {
    const [head, row] = readCsv((await exported('csv', [MARKED])).slice(1))
    expect(head?.slice(-3)).toEqual(['mark_pinned', 'mark_colour', 'mark_note'])
    expect(row?.slice(-3)).toEqual(['true', 'violet', `'${MARKED.note}`])
    const [, unmarked] = readCsv((await exported('csv', [aDetail()])).slice(1))
    expect(unmarked?.slice(-3)).toEqual(['false', null, null])
  })

  it('has the note as the comment of a HAR’s entry, and no comment without one', async () => {
    expect(JSON.parse(await exported('har', [MARKED, aDetail()]))).toMatchObject({
      log: { entries: [{ comment: MARKED.note, _adjump: { mark: { pinned: true, colour: 'violet' } } }, {}] },
    })
    const har = await exported('har', [aDetail()])
    expect(har).not.toContain('"comment"')
  })
})
