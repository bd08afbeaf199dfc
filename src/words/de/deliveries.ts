import type { DeliveriesWords } from '../en/deliveries.ts'
import { counted, number } from '../numbers.ts'

export const deliveries: DeliveriesWords = {
  title: 'Zustellungen dieser Prämie',
  text: 'Was jeder Versuch als Antwort bekam und wann der Absender wiederkam.',
  more: {
    before: 'Nur die Versuche um diesen herum werden angezeigt: Davor gibt es weitere.',
    after: 'Nur die Versuche um diesen herum werden angezeigt: Danach gibt es weitere.',
    both: 'Nur die Versuche um diesen herum werden angezeigt: Davor und danach gibt es weitere.',
  },

  endpoint: {
    title: 'Was der Absender tat',
    text: 'Prämien, die unter den neuesten 200 Postbacks mehr als einmal kamen, mit der Zeit zwischen den Versuchen.',
    nothing: 'Hier ist noch nichts eingetroffen.',
    noneRepeated: 'Jede Prämie kam einmal: Der Absender hat bisher nichts wiederholt.',
    older: (count) => `Nicht gezeichnet: ${counted(count, 'ältere Prämie', 'ältere Prämien')}.`,
  },

  folded: (attempts) => (attempts === 1 ? 'Der Versuch' : `Zeitachse von ${number(attempts)} Versuchen`),
  table: 'Versuche',
  columns: { attempt: 'Versuch', time: 'Zeit', spacing: 'Abstand', answered: 'Antwort', sender: 'Absender' },
  thisOne: (place) => `${number(place)} (dieser)`,
  sender: {
    stillWaiting: 'wartet noch',
    waiting: 'wartet',
    gaveUp: (after) => `gab nach ${after} auf`,
    wasHeld: (after) => `wurde ${after} gehalten`,
    gone: 'war schon weg',
    there: (after) => `nach ${after} noch da`,
  },
  marks: { silence: 'Schweigen', reset: 'Reset', cut: (status) => `${String(status)} Teil` },

  answers: {
    silence: 'keine Antwort (Schweigen)',
    reset: 'Reset',
    cut: (status) => `${String(status)}, abgeschnitten`,
  },
  series: {
    attempts: (count) => counted(count, 'Versuch', 'Versuche'),
    again: (cause, gap) => `nach ${cause} kam der nächste nach ${gap}`,
    andAfter: (gap) => `dann nach ${gap}`,
    stopped: (cause) => `nach ${cause} kam keiner mehr`,
    notAgain: (cause) => `nach ${cause} kam bisher keiner mehr`,
  },
  seconds: (whole, fraction) => `${String(whole)},${fraction} s`,
  causes: {
    silence: 'ausgebliebener Antwort',
    reset: 'einem Reset',
    complete: (status) => `einer ${String(status)}`,
    cut: (status) => `einer abgeschnittenen ${String(status)}`,
    notAwaited: (status) => `einer ${String(status)}, die der Absender nicht abwartete,`,
  },
}
