import type { DuplicatesWords } from '../en/duplicates.ts'
import { number } from '../numbers.ts'

export const duplicates: DuplicatesWords = {
  title: 'Mögliche Duplikate',
  head: {
    postback: 'Postback',
    arrived: 'Eingetroffen',
    spacing: 'Abstand',
    transaction: 'Transaktion',
    answered: 'Beantwortet',
  },
  thisOne: (id) => `${String(id)} (dieser)`,
  namesThis: 'nennt diesen',
  more: (before, after) =>
    `Es gibt weitere ${before && after ? 'davor und danach' : before ? 'davor' : 'danach'}: Zu sehen sind die hundert auf jeder Seite.`,
  sentence: (minutes, earlier, moreEarlier, later, moreLater) =>
    `Gleicher Endpunkt, gleiche Nutzer-ID und gleicher Betrag, mit höchstens ${number(minutes)} min Abstand: ${some(earlier, moreEarlier)} früher, ${some(later, moreLater)} später.`,
}

const some = (count: number, more: boolean): string =>
  count === 0 ? 'keiner' : `${number(count)}${more ? ' oder mehr' : ''}`
