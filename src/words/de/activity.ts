import type { ActivityWords } from '../en/activity.ts'
import { counted } from '../numbers.ts'

export const activity: ActivityWords = {
  activity: 'Aktivität',
  chartTitle: (from, to, requests, bar) =>
    `${from} bis ${to}: ${counted(requests, 'Anfrage', 'Anfragen')}, je Balken ${bar}. Ziehen wählt einen Zeitraum.`,
  chartLegend: (bar, outages) =>
    `je Balken ${bar}${outages === 0 ? '' : ` · ${counted(outages, 'Ausfall', 'Ausfälle')}`}`,
  now: 'jetzt',
  span: 'Zeitraum',
  presets: {
    '15m': { label: '15 min', title: 'Nur die letzten 15 Minuten' },
    '1h': { label: 'Stunde', title: 'Nur die letzte Stunde' },
    '1d': { label: 'Tag', title: 'Nur der letzte Tag' },
    '7d': { label: 'Woche', title: 'Nur die letzten 7 Tage' },
  },
  all: 'Alles',
  allTimes: 'Ohne zeitliche Grenze',
  outages: 'Ausfälle',
  tableCaption: (row) => `Eingetroffenes nach Urteil, eine Zeile für je ${row}, in denen etwas eintraf`,
  from: 'Von',
  other: 'Sonstige',
}
