import { describe, expect, it } from 'vitest'
import {
  baseOf,
  type DestinationDraft,
  readDestination,
  TO_RECEIVER,
} from '../../../../src/renderer/lib/destination.ts'

const OWN = { receiver: 'http://127.0.0.1:4070', public: 'https://mine.example.com/in' }
const typed = (url: string, confirmedHost: string | null = null): DestinationDraft => ({
  kind: 'url',
  url,
  confirmedHost,
})

describe('where a form sends to', () => {
  it('is our own receiver or public URL without a question', () => {
    expect(readDestination(TO_RECEIVER, OWN)).toMatchObject({ problem: null, confirmed: true, foreignHost: null })
    const toPublic = { ...TO_RECEIVER, kind: 'public' } as const
    const destination = readDestination(toPublic, OWN)
    expect(destination).toMatchObject({ place: { kind: 'public' }, confirmed: true, foreignHost: null })
    expect(destination.url && baseOf(toPublic, destination.url)).toBe('https://mine.example.com/in')
  })

  it('is nowhere while there is none, and says so', () => {
    const nowhere = { receiver: null, public: null }
    expect(readDestination(TO_RECEIVER, nowhere)).toMatchObject({
      url: null,
      confirmed: false,
      problem: 'The receiver does not listen.',
    })
    expect(readDestination({ ...TO_RECEIVER, kind: 'public' }, nowhere).problem).toContain('no public URL')
    expect(readDestination(typed('nonsense'), OWN).problem).toContain('no URL')
  })

  it('asks before a host that is not local, and the yes is for that host alone', () => {
    expect(readDestination(typed('http://192.168.0.9/x'), OWN)).toMatchObject({ confirmed: true, foreignHost: null })
    expect(readDestination(typed('https://a.example.com'), OWN)).toMatchObject({
      confirmed: false,
      foreignHost: 'a.example.com',
    })
    expect(readDestination(typed('https://a.example.com', 'a.example.com'), OWN).confirmed).toBe(true)
    expect(readDestination(typed('https://b.example.com', 'a.example.com'), OWN).confirmed).toBe(false)
    expect(readDestination(typed('https://mine.example.com/other'), OWN).confirmed).toBe(true)
  })
})
