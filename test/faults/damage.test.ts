import { statSync } from 'node:fs'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PostbackDetail } from '../../src/core/postback.ts'
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../support/builders.ts'
import {
  copyOf,
  cut,
  dbOf,
  flip,
  logOf,
  overwrite,
  PAGE,
  type SampleHistory,
  sampleHistory,
  seeded,
} from '../support/damage-kit.ts'
import { isLongRun, rounds } from '../support/long-run.ts'
import { type Others, openDamaged, readHistory } from './open-damaged.ts'

const COUNT = 1500
let sample: SampleHistory
let original: Others

beforeAll(async () => {
  sample = await sampleHistory(COUNT)
  original = readHistory(sample.closed).others
}, 120_000)
afterAll(() => sample.remove())

interface Found {
  readonly saved: number
  readonly wrong: readonly number[]
  /** Rows whose shared headers or reply text are gone, and said to be. */
  readonly bare: number
  readonly told: string
  readonly newId: number
  readonly others: Others
}

/** Opens what is left, captures one more, waits until all is saved, and holds every row against the original. */
function found(folder: string): Found {
  const { newId, rows, told, others } = openDamaged(folder)
  const verdicts = [...rows.values()].map((row) => ({ id: row.id, verdict: compare(row) }))
  return {
    saved: rows.size,
    wrong: verdicts.filter(({ verdict }) => verdict === 'wrong').map((row) => row.id),
    bare: verdicts.filter(({ verdict }) => verdict === 'bare').length,
    told,
    newId,
    others,
  }
}

/** What arrived and what was answered. Readings are made anew and come out the same where the endpoints are there. */
function truthOf(row: PostbackDetail): Record<string, unknown> {
  const { receivedAt, method, target, remoteAddress, remotePort, httpVersion, bodyBase64, bodyLength, bodyComplete } =
    row
  return {
    receivedAt,
    method,
    target,
    remoteAddress,
    remotePort,
    httpVersion,
    bodyBase64,
    bodyLength,
    bodyComplete,
    status: row.reply.status,
  }
}

function compare(row: PostbackDetail): 'same' | 'bare' | 'wrong' {
  const original = sample.requests.get(row.id)
  if (original === undefined) return 'wrong'
  if (JSON.stringify(truthOf(row)) !== JSON.stringify(truthOf(original))) return 'wrong'
  const shared = ({ rawHeaders, replyHeaders, replyBody }: PostbackDetail): string =>
    JSON.stringify([rawHeaders, replyHeaders, replyBody])
  if (shared(row) === shared(original)) return 'same'
  const isBare = row.rawHeaders.length === 0 || (row.replyHeaders.length === 0 && row.replyBody === '')
  return isBare ? 'bare' : 'wrong'
}

interface Case {
  readonly name: string
  readonly from: 'closed' | 'crashed'
  readonly damage: (folder: string) => Promise<unknown>
  /** The fewest requests that must be there afterwards. */
  readonly atLeast: number
  /** Whether something must be said. */
  readonly told: RegExp
  /** Whether endpoints, settings, marks and all else that is no request must be there as it was. */
  readonly keepsOthers?: boolean
}

const ASIDE = /set aside/
const pagesOf = (folder: string): number => Math.floor(statSync(dbOf(folder)).size / PAGE)

/** Pages of a table or index, for faults that are to hit just it. */
function pagesNamed(folder: string, name: string, type: 'leaf' | 'internal' | 'overflow'): number[] {
  const database = new Database(dbOf(folder), { readonly: true })
  const pages = database
    .prepare<[string, string], number>('SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ?')
    .pluck()
    .all(name, type)
  database.close()
  return pages
}

async function zeroPages(folder: string, pages: readonly number[]): Promise<void> {
  for (const page of pages) await overwrite(dbOf(folder), (page - 1) * PAGE, Buffer.alloc(PAGE))
}

const ZEROED_LEAVES = 3
const cases: readonly Case[] = [
  { name: 'cut off within its first page', from: 'closed', damage: (f) => cut(dbOf(f), 700), atLeast: 0, told: ASIDE },
  { name: 'cut off behind its first page', from: 'closed', damage: (f) => cut(dbOf(f), PAGE), atLeast: 0, told: ASIDE },
  {
    name: 'cut off in the middle of a page',
    from: 'closed',
    damage: (f) => cut(dbOf(f), Math.floor(pagesOf(f) / 2) * PAGE + 100),
    // How many requests lie in the first half is the layout's doing.
    atLeast: 400,
    told: ASIDE,
  },
  {
    name: 'without its last page',
    from: 'closed',
    damage: (f) => cut(dbOf(f), (pagesOf(f) - 1) * PAGE),
    atLeast: COUNT - 100,
    told: ASIDE,
  },
  {
    name: 'with an overwritten header',
    from: 'closed',
    damage: (f) => overwrite(dbOf(f), 0, Buffer.alloc(100, 0x5a)),
    atLeast: COUNT,
    told: ASIDE,
    keepsOthers: true,
  },
  { name: 'without its schema', from: 'closed', damage: (f) => zeroPages(f, [1]), atLeast: COUNT, told: ASIDE },
  { name: 'without its notes of pages', from: 'closed', damage: (f) => zeroPages(f, [2]), atLeast: COUNT, told: ASIDE },
  {
    name: 'with a flipped bit in the definition of a table',
    from: 'closed',
    damage: async (f) => flip(dbOf(f), (await readFile(dbOf(f))).indexOf('shared_seal INTEGER'), 1),
    atLeast: COUNT,
    told: ASIDE,
    keepsOthers: true,
  },
  {
    name: 'without schema and notes',
    from: 'closed',
    damage: (f) => zeroPages(f, [1, 2]),
    atLeast: COUNT,
    told: ASIDE,
    keepsOthers: true,
  },
  {
    name: 'without the root of its requests',
    from: 'closed',
    damage: (f) => zeroPages(f, [6]),
    atLeast: COUNT,
    told: ASIDE,
    keepsOthers: true,
  },
  {
    name: 'with zeros in place of some leaves',
    from: 'closed',
    damage: (f) => zeroPages(f, pagesNamed(f, 'request', 'leaf').slice(4, 4 + ZEROED_LEAVES)),
    atLeast: COUNT - ZEROED_LEAVES * 80,
    told: ASIDE,
  },
  {
    name: 'with zeros in place of spilled bodies',
    from: 'closed',
    damage: (f) => zeroPages(f, pagesNamed(f, 'request', 'overflow').slice(0, 4)),
    atLeast: COUNT - 4,
    told: /^$|set aside/,
  },
  {
    name: 'with a damaged index',
    from: 'closed',
    damage: (f) => zeroPages(f, pagesNamed(f, 'reading_by_time', 'leaf').slice(0, 2)),
    atLeast: COUNT,
    told: /set aside|repaired/,
    keepsOthers: true,
  },
  {
    name: 'without all its readings',
    from: 'closed',
    damage: (f) => zeroPages(f, [8, ...pagesNamed(f, 'reading', 'leaf')]),
    atLeast: COUNT,
    told: ASIDE,
  },
  {
    name: 'without the headers that requests share',
    from: 'closed',
    damage: (f) => zeroPages(f, [4, ...pagesNamed(f, 'header_set', 'leaf')]),
    atLeast: COUNT,
    told: ASIDE,
  },
  { name: 'without its endpoints', from: 'closed', damage: (f) => zeroPages(f, [18]), atLeast: COUNT, told: ASIDE },
  {
    name: 'with garbage over a tenth',
    from: 'closed',
    damage: (f) => overwrite(dbOf(f), 40 * PAGE, Buffer.alloc(Math.floor(pagesOf(f) / 10) * PAGE, 0xc3)),
    atLeast: 500,
    told: ASIDE,
  },
  {
    name: 'that is a text',
    from: 'closed',
    damage: (f) => writeFile(dbOf(f), 'my notes\n'.repeat(400)),
    atLeast: 0,
    told: ASIDE,
  },
  {
    name: 'that is a folder',
    from: 'closed',
    damage: async (f) => {
      await rm(dbOf(f))
      await mkdir(dbOf(f))
    },
    atLeast: 0,
    told: ASIDE,
  },
  {
    name: 'with a version that there never was',
    from: 'closed',
    damage: (f) => flip(dbOf(f), 60, 0x10),
    atLeast: COUNT,
    told: ASIDE,
  },
  { name: 'emptied, beside its log', from: 'crashed', damage: (f) => cut(dbOf(f), 0), atLeast: 50, told: ASIDE },
  { name: 'gone, beside its log', from: 'crashed', damage: (f) => rm(dbOf(f)), atLeast: 50, told: ASIDE },
  {
    name: 'without the log of a crash',
    from: 'crashed',
    damage: (f) => rm(logOf(f)),
    atLeast: Math.floor(COUNT * 0.9),
    told: /write-ahead log .* is missing/,
  },
  {
    name: 'with a flipped bit early in its log',
    from: 'crashed',
    damage: (f) => flip(logOf(f), 32 + 24 + 5 * (PAGE + 24) + 4000, 1),
    atLeast: Math.floor(COUNT * 0.9),
    told: ASIDE,
  },
  {
    name: 'with a garbage log',
    from: 'crashed',
    damage: (f) => writeFile(logOf(f), Buffer.alloc(100_000, 0x33)),
    atLeast: Math.floor(COUNT * 0.9),
    told: /log was set aside/,
  },
  {
    name: 'with the log and index of another database',
    from: 'crashed',
    damage: otherLog,
    atLeast: Math.floor(COUNT * 0.9),
    told: /log was set aside/,
  },
  {
    name: 'with a foreign shared-memory file',
    from: 'crashed',
    damage: (f) => writeFile(`${dbOf(f)}-shm`, Buffer.alloc(32_768, 0x77)),
    atLeast: COUNT,
    told: /^$/,
  },
]

/** The log of another inspector's history, whole and with the right page size. */
async function otherLog(folder: string): Promise<void> {
  const other = await copyOf(folder)
  await rm(other, { recursive: true })
  const store = await createSqlitePostbackStore({ folder: other, appVersion: '1.2.3' })
  for (let n = 0; n < 50; n++)
    await store.append(aCapturedRequest({ target: `/hitpoint?user_id=stranger_${String(n)}` }), OK_REPLY)
  await rm(logOf(folder))
  for (const suffix of ['-wal', '-shm']) await copyFile(dbOf(other) + suffix, dbOf(folder) + suffix)
  await store.close()
  await rm(other, { recursive: true })
}

describe('A history', () => {
  it.each(cases)(
    '$name opens, with what could be saved and a word of it',
    async ({ name, from, damage, atLeast, told, keepsOthers = false }) => {
      const folder = await copyOf(sample[from])
      try {
        await damage(folder)
        const got = found(folder)
        console.log(
          `damage: ${name}: ${String(got.saved)}/${String(COUNT)} saved, ${String(got.bare)} bare, ${String(got.wrong.length)} wrong`,
        )
        expect(got.wrong).toEqual([])
        expect(got.saved).toBeGreaterThanOrEqual(atLeast)
        expect(got.told).toMatch(told)
        if (keepsOthers) {
          const { outages, ...rest } = original
          expect(got.others).toMatchObject(rest)
          expect(got.others.outages).toEqual(expect.arrayContaining([...outages]))
        }
        // No number is given twice.
        if (got.saved > 0)
          expect(got.newId).toBeGreaterThan(Math.max(...[...sample.requests.keys()].slice(0, got.saved - 1), 1))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  )

  it('hit at random places never ends the inspector and never gives a request that was not', async () => {
    const random = seeded(20_260_401)
    const trials = rounds(20, 400)
    const sums = { trials: 0, damaged: 0, unseen: 0, saved: 0, of: 0, bare: 0, wrong: 0, unseenWrong: 0 }
    for (let n = 0; n < trials; n++) {
      const folder = await copyOf(sample.closed)
      try {
        const { size } = statSync(dbOf(folder))
        if (n % 4 === 3) await cut(dbOf(folder), random(size))
        else
          for (let flips = 1 + random(isLongRun ? 40 : 20); flips > 0; flips--)
            await flip(dbOf(folder), random(size), 1 << random(8))
        const got = found(folder)
        const isSalvaged = ASIDE.test(got.told)
        sums.trials += 1
        sums.of += COUNT
        sums.saved += got.saved
        sums.bare += got.bare
        if (isSalvaged) {
          sums.damaged += 1
          sums.wrong += got.wrong.length
        } else {
          sums.unseen += 1
          sums.unseenWrong += got.wrong.length
        }
        expect(isSalvaged ? got.wrong : []).toEqual([])
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }
    console.log(`damage at random: ${JSON.stringify(sums)}`)
  })
})
