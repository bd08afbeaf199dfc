import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDetail } from '../../support/detail-builders.ts'
import { unescapeCell } from './csv-reader.ts'
import { anyDetail, exported, HOSTILE_TEXTS } from './exporting.ts'

/** The rows as a CSV parser of others reads them, with the one escape undone that the file's format has. */
async function reread(details: Parameters<typeof exported>[1]): Promise<readonly Record<string, string>[]> {
  const rows: Record<string, string>[] = parse(await exported('csv', details), { bom: true, columns: true })
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, unescapeCell(cell) ?? ''])),
  )
}

/** What UTF-8 makes of a text. */
const asFile = (text: string | null): string => Buffer.from(text ?? '').toString()

describe('CSV, read again by a parser of others', () => {
  it('gives back every string', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDetail, { minLength: 1, maxLength: 5 }), async (details) => {
        const rows = await reread(details)
        expect(rows).toHaveLength(details.length)
        for (const [index, row] of rows.entries()) {
          const detail = details[index]
          expect(row['user_id']).toBe(asFile(detail?.userId ?? null))
          expect(row['reward_amount']).toBe(asFile(detail?.rewardAmount ?? null))
          expect(row['target']).toBe(asFile(detail?.target ?? null))
        }
      }),
      { numRuns: 150 },
    )
  })

  it.each(HOSTILE_TEXTS)('gives back %j, and no cell of it is a formula', async (text) => {
    const detail = aDetail({ userId: text, rewardAmount: text })
    expect((await reread([detail]))[0]).toMatchObject({ user_id: text, reward_amount: text })
    const [row] = parse(await exported('csv', [detail]), { bom: true, columns: true }) as Record<string, string>[]
    expect(row?.['user_id']).not.toMatch(/^\s*[=+\-@＝＋－＠]/)
  })

  it.each(['a;=1+1', 'a;"=1+1', 'a; \t@SUM(1)', 'a\n=1+1', 'a\r+1', 'a|-1', 'a\t"" =1', "a;'=1", ';=1', '"=1'])(
    'has no formula for a program that divides cells elsewhere: %j',
    async (text) => {
      const file = await exported('csv', [aDetail({ userId: text })])
      expect((await reread([aDetail({ userId: text })]))[0]).toMatchObject({ user_id: text })
      for (const delimiter of [';', '\t', '|']) {
        const cells = file.split(/[\r\n]/).flatMap((line) => line.split(delimiter))
        for (const cell of cells) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/)
      }
    },
  )

  it('takes no time over a megabyte that is all blanks, separators or quotes', async () => {
    for (const piece of ['\n', ' ', ';', '"', '; ', '\t"']) {
      const text = piece.repeat(1_000_000 / piece.length)
      expect((await reread([aDetail({ userId: text })]))[0]?.['user_id'] === text).toBe(true)
    }
  })
})
