import { describe, expect, it } from 'vitest'
import {
  composeTarget,
  encodeValue,
  methodProblem,
  targetProblem,
  typedTarget,
  withQuery,
} from '../../../src/core/compose.ts'
import { readTarget } from '../../../src/core/query.ts'
import { readingOf } from '../../support/builders.ts'
import { anEndpoint } from '../../support/detail-builders.ts'

const VALUES = { userId: 'u_1', rewardAmount: '5' }

describe('a composed postback', () => {
  it('is the endpoint’s dashboard URL with the macros replaced', () => {
    expect(composeTarget(anEndpoint(), VALUES)).toBe('/hitpoint?user_id=u_1&reward_amount=5')
    const mapped = anEndpoint({ path: '/cb', userIdParam: 'u id', rewardAmountParam: 'größe' })
    expect(composeTarget(mapped, VALUES)).toBe('/cb?u%20id=u_1&gr%C3%B6%C3%9Fe=5')
  })

  it.each(['u+1', 'a b', 'a&b=c', 'ü@x.io', '😀', '%41', '#', "quote'", '', ' edge '])(
    'carries %j so that it is read back as it was typed',
    (userId) => {
      const target = composeTarget(anEndpoint(), { userId, rewardAmount: '9007199254740993.10' })
      expect(targetProblem(target)).toBeNull()
      expect(readingOf(target)).toMatchObject({ kind: 'postback', userId, rewardAmount: '9007199254740993.10' })
    },
  )

  it('leaves out what is not sent, and sends what is empty as empty', () => {
    expect(composeTarget(anEndpoint(), { userId: null, rewardAmount: '' })).toBe('/hitpoint?reward_amount=')
    expect(composeTarget(anEndpoint(), { userId: null, rewardAmount: null })).toBe('/hitpoint')
  })

  it('never reads a value as a macro', () => {
    expect(composeTarget(anEndpoint(), { userId: '{reward_amount}', rewardAmount: '5' })).toBe(
      '/hitpoint?user_id=%7Breward_amount%7D&reward_amount=5',
    )
  })

  it('fills in macros in the path', () => {
    expect(composeTarget(anEndpoint({ path: '/cb/{user_id}' }), { userId: 'a/b', rewardAmount: '5' })).toBe(
      '/cb/a%2Fb?user_id=a%2Fb&reward_amount=5',
    )
  })

  it('goes to the path and behind the query of a backend that was typed', () => {
    const at = { path: '/credit', query: 'key=1' }
    expect(composeTarget(anEndpoint(), VALUES, [{ name: 'txn', value: 't 1' }], at)).toBe(
      '/credit?key=1&user_id=u_1&reward_amount=5&txn=t%201',
    )
  })

  it('survives half a character', () => {
    expect(encodeValue('a\ud800')).toBe('a%EF%BF%BD')
  })

  it('keeps names apart that are sent twice', () => {
    const target = withQuery('/p', null, [
      { name: 'a', value: '1' },
      { name: 'a', value: '2' },
    ])
    expect(readTarget(target).pieces.map(({ value }) => value?.text)).toEqual(['1', '2'])
  })
})

describe('a target typed by hand', () => {
  it('goes out as the bytes of its UTF-8', () => {
    expect(typedTarget('/p?x=ü')).toBe('/p?x=\u00c3\u00bc')
    expect(targetProblem(typedTarget('/p?x=ü'))).toBeNull()
  })

  it.each([
    ['', 'starts with'],
    ['http://x/', 'starts with'],
    ['/a b', 'a space (character 3)'],
    ['/a\nb', 'a control character (character 3)'],
    ['/a\u007f', 'a control character'],
  ])('is refused where HTTP cannot carry it: %j', (target, says) => {
    expect(targetProblem(target)).toContain(says)
  })

  it('has a method that is one word', () => {
    expect(methodProblem('GET')).toBeNull()
    expect(methodProblem('G T')).not.toBeNull()
    expect(methodProblem('')).not.toBeNull()
    expect(methodProblem('CONNECT')).not.toBeNull()
  })
})
