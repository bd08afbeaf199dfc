import { describe, expect, it } from 'vitest'
import { FINDING_CODES } from '../../../src/core/findings/codes.ts'
import type { Finding } from '../../../src/core/postback.ts'
import { readingOf } from '../../support/builders.ts'
import { type ReadingVector, readingVectors } from '../../support/reading-vectors.ts'

const named = ({ code, field }: Finding): string => (field === null ? code : `${code}:${field}`)

/** What the reading says, without the findings that the vector calls no false alarm. */
function outcomeOf(vector: ReadingVector) {
  const reading = readingOf(vector.target)
  const tolerated = ({ code }: Finding): boolean => vector.may_also.includes(code)
  const findings = reading.findings.filter(({ severity }) => severity !== 'info')
  return {
    kind: reading.kind,
    user_id: reading.userId,
    reward_amount: reading.rewardAmount,
    verdict: reading.verdict,
    findings: findings
      .filter((finding) => !tolerated(finding) || vector.findings.includes(named(finding)))
      .map(named)
      .sort(),
    ...(vector.infos && {
      infos: reading.findings
        .filter(({ severity }) => severity === 'info')
        .map(named)
        .sort(),
    }),
  }
}

function expectedOf({ kind, user_id, reward_amount, verdict, findings, infos }: ReadingVector) {
  return {
    kind,
    user_id,
    reward_amount,
    verdict,
    findings: [...findings].sort(),
    ...(infos && { infos: [...infos].sort() }),
  }
}

for (const { file, vectors } of readingVectors()) {
  describe(`the ${file} reading vectors`, () => {
    it.each(vectors.map((vector) => [vector.target.slice(0, 120), vector] as const))('reads %s', (_, vector) => {
      expect(outcomeOf(vector)).toEqual(expectedOf(vector))
    })
  })
}

describe('the reading vectors together', () => {
  const vectors = readingVectors().flatMap((file) => file.vectors)
  /** What a target alone cannot show: it takes a method, headers or a history. Tested in reading and duplicate. */
  const notByTarget = new Set(['method-not-get', 'opened-in-browser', 'possible-duplicate'])

  it.each(FINDING_CODES.filter((code) => !notByTarget.has(code)))('expect %s somewhere', (code) => {
    const expected = vectors.flatMap(({ findings, infos = [] }) => findings.concat(infos))
    expect(expected.some((name) => name.split(':')[0] === code)).toBe(true)
  })

  it('hold more clean postbacks of our own than were given in all', () => {
    const count = (name: string): number => readingVectors().find(({ file }) => file === name)?.vectors.length ?? 0
    expect(count('clean')).toBeGreaterThan(count('given'))
  })
})
