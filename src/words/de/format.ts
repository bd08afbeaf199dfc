import type { FormatWords } from '../en/format.ts'
import { counted, number } from '../numbers.ts'

export const format: FormatWords = {
  days: (count) => counted(count, 'Tag', 'Tage'),
  hours: (count) => `${number(count)} h`,
  minutes: (count) => `${number(count)} min`,
  seconds: (count) => `${number(count)} s`,
  milliseconds: (count) => `${number(count)} ms`,
  ago: {
    now: 'gerade eben',
    seconds: (count) => `vor ${number(count)} s`,
    minutes: (count) => `vor ${number(count)} min`,
    hours: (count) => `vor ${number(count)} h`,
    days: (count) => `vor ${counted(count, 'Tag', 'Tagen')}`,
  },
  since: {
    now: 'seit eben',
    seconds: (count) => `seit ${number(count)} s`,
    minutes: (count) => `seit ${number(count)} min`,
    hours: (count) => `seit ${number(count)} h`,
    days: (count) => `seit ${counted(count, 'Tag', 'Tagen')}`,
  },
  bytes: (amount) => `${amount} B`,
  kibibytes: (amount) => `${amount} KiB`,
  mebibytes: (amount) => `${amount} MiB`,
  percent: (amount) => `${amount}\u00a0%`,
  lessThan: (share) => `weniger als ${share}`,
  moreThan: (share) => `mehr als ${share}`,
}
