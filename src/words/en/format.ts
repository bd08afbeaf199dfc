import { number } from '../numbers.ts'

/** Figures with their units. The amounts of sizes and shares come as the region writes them. */
export const format = {
  days: (count: number) => `${number(count)} d`,
  hours: (count: number) => `${number(count)} h`,
  minutes: (count: number) => `${number(count)} min`,
  seconds: (count: number) => `${number(count)} s`,
  milliseconds: (count: number) => `${number(count)} ms`,
  ago: {
    now: 'just now',
    seconds: (count: number) => `${number(count)} s ago`,
    minutes: (count: number) => `${number(count)} min ago`,
    hours: (count: number) => `${number(count)} h ago`,
    days: (count: number) => `${number(count)} d ago`,
  },
  since: {
    now: 'since just now',
    seconds: (count: number) => `since ${number(count)} s ago`,
    minutes: (count: number) => `since ${number(count)} min ago`,
    hours: (count: number) => `since ${number(count)} h ago`,
    days: (count: number) => `since ${number(count)} d ago`,
  },
  bytes: (amount: string) => `${amount} B`,
  kibibytes: (amount: string) => `${amount} KiB`,
  mebibytes: (amount: string) => `${amount} MiB`,
  percent: (amount: string) => `${amount}\u00a0%`,
  lessThan: (share: string) => `less than ${share}`,
  moreThan: (share: string) => `more than ${share}`,
}

export type FormatWords = typeof format
