import type { DetailWords } from '../en/detail.ts'

export const reply: DetailWords['reply'] = {
  headers: 'Header der Antwort',
  withoutBody: 'Ohne Body.',
  resetPlanned: 'war vorgesehen, aber der Absender hatte die Verbindung schon geschlossen.',
  reset: (after) =>
    `mit Absicht: Die Verbindung wurde ${after === null ? '' : `${after} nach dem Eintreffen `}ohne Antwort zurückgesetzt.`,
  waiting: 'mit Absicht: Der Absender wartet noch.',
  gaveUp: (after) => `mit Absicht: Der Absender hat nach ${after} aufgegeben.`,
  closed: (after) => `mit Absicht: Der Empfänger hat die Verbindung nach ${after} geschlossen.`,
  notDelivered: 'war nicht zuzustellen: Der Absender hatte die Verbindung schon geschlossen.',
  notSentYet: 'wurde, soweit bekannt, noch nicht gesendet.',
  sent: (time, after) => ['gesendet um ', time, `, ${after} nach dem Eintreffen.`],
  sentHalf: (time, after) => [
    'gesendet um ',
    time,
    `, ${after} nach dem Eintreffen, und nach der Hälfte des Bodys mit Absicht geschlossen.`,
  ],
}
