import { describe, expect, it } from 'vitest'
import { RESERVED_PATH } from '../../../src/core/endpoint.ts'
import { createProbeDesk } from '../../../src/services/tunnel/probe-desk.ts'

describe('the probe desk', () => {
  it('answers an outstanding question with what it said it would', () => {
    const desk = createProbeDesk()
    const ticket = desk.issue()
    expect(ticket.path.startsWith(`${RESERVED_PATH}/probe/`)).toBe(true)
    expect(desk.answer(ticket.path)).toBe(ticket.expected)
  })

  it('answers behind a base path of the user’s own URL', () => {
    const desk = createProbeDesk()
    const ticket = desk.issue()
    expect(desk.answer(`/base${ticket.path}`)).toBe(ticket.expected)
  })

  it('answers nothing else', () => {
    const desk = createProbeDesk()
    const { path } = desk.issue()
    for (const target of [
      '/hitpoint?user_id=a',
      RESERVED_PATH,
      `${RESERVED_PATH}/probe/`,
      `${path}x`,
      `${path}/`,
      `${path}?a=1`,
      `/hitpoint?u=${path}`,
      `${RESERVED_PATH}/probe/AAAAAAAAAAAAAAAAAAAAAA`,
      path.toUpperCase(),
    ]) {
      expect(desk.answer(target), target).toBeNull()
    }
  })

  it('forgets a question that is done', () => {
    const desk = createProbeDesk()
    const ticket = desk.issue()
    ticket.done()
    expect(desk.answer(ticket.path)).toBeNull()
  })

  it('never asks the same twice, and another desk does not know the answer', () => {
    const desk = createProbeDesk()
    const [first, second] = [desk.issue(), desk.issue()]
    expect(first.path).not.toBe(second.path)
    expect(first.expected).not.toBe(second.expected)
    expect(createProbeDesk().answer(first.path)).toBeNull()
  })

  it('keeps a bounded number of questions, the newest', () => {
    const desk = createProbeDesk()
    const tickets = Array.from({ length: 100 }, () => desk.issue())
    const answered = tickets.filter((ticket) => desk.answer(ticket.path) !== null)
    expect(answered).toEqual(tickets.slice(-16))
  })
})
