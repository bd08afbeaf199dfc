import type { TourWords } from '../en/tour.ts'
import { number } from '../numbers.ts'

export const tour: TourWords = {
  title: 'Ohne Adjump ausprobieren',
  leave: 'Rundgang verlassen: Er geht hier weiter, wenn Sie zurückkommen',
  outcome: 'Was daraus wurde',
  lookingUp: 'Im Verlauf wird nachgesehen, wie weit der Rundgang ist.',
  notLookedUp: (why) => `Der Rundgang konnte nicht im Verlauf nachsehen: ${why}`,
  underWay: 'Läuft',
  moment: 'Einen Moment…',
  removeSent: (count) => `Vom Rundgang Gesendetes entfernen (${number(count)})`,
  again: 'Noch einmal von vorn',

  list: 'Schritte des Rundgangs',
  done: ', erledigt',
  steps: {
    clean: {
      title: 'Ein fehlerfreier Postback',
      sentence:
        'Senden Sie, was Adjump senden würde, mit beiden Werten, und sehen Sie sich das Urteil und den genauen Betrag an.',
      button: 'Fehlerfreien Postback senden',
    },
    macro: {
      title: 'Ein Fehler',
      sentence: 'Nun der häufigste Fehler: {reward_amount} trifft ein wie eingegeben, weil nichts es ersetzt hat.',
      button: 'Fehlerhaften Postback senden',
    },
    repeat: {
      title: 'Eine Wiederholung',
      sentence:
        'Senden Sie den ersten noch einmal, wie ein Absender, der es erneut versucht: Ihr Server darf ihn nicht zweimal gutschreiben.',
      button: 'Den ersten erneut senden',
    },
    expect: {
      title: 'Eine Erwartung',
      sentence:
        'Bevor Sie bei Adjump auf „verify“ klicken, legen Sie hier fest, was eintreffen muss: Dann wird es zeichengenau verglichen.',
      button: 'Erwartung stellen',
    },
    meet: {
      title: 'Erfüllt sehen',
      sentence: 'Senden Sie genau diese Nutzer-ID und diesen Betrag und sehen Sie, wie die Erwartung erfüllt wird.',
      button: 'Das Erwartete senden',
    },
    'go-on': {
      title: 'Weiter zu Adjump',
      sentence:
        'Fügen Sie die Dashboard-URL im Adjump-Dashboard unter „S2S Postback Setup“ Ihrer App ein und klicken Sie dort auf „verify“.',
      button: 'Dashboard-URL kopieren',
    },
  },
  openTunnelView: 'Ansicht „Tunnel“ öffnen',
  noPublicUrl:
    'Es gibt noch keine öffentliche URL, daher erreicht Adjump diesen Computer nicht: Öffnen Sie zuerst einen Tunnel.',
  copiedUrl: 'Dashboard-URL',
  urlCopied: 'Dashboard-URL kopiert.',

  expectation: 'Erwartung',
  waits: (expectation, until, userId, amount) => [
    'Die ',
    expectation,
    ` wartet bis ${until} auf `,
    userId,
    ', ',
    amount,
    '.',
  ],
  metPostback: (id) => `Postback ${String(id)}`,
  metBy: (postback) => ['Erfüllt durch ', postback, ', beide Werte zeichengenau: Das ist ein bestätigter Postback.'],
  arrivedPostback: (id) => `Postback ${String(id)}`,
  arrived: (postback, verdict) => [postback, ' ist eingetroffen: ', verdict, '.'],
  exact: (amount) => ['Beide Werte sind da, und der Betrag ist zeichengenau ', amount, '.'],
  seeDetails: (wrong) => `${wrong} Was zu tun ist, steht in den Details.`,

  throughTunnel: 'Er geht durch den Tunnel, wie einer von Adjump.',
  straight: 'Er geht direkt an den Empfänger.',
  straightWithoutTunnel: 'Er geht direkt an den Empfänger, denn der Tunnel ist nicht offen.',
  alsoForwarded: (url) => ['Er wird auch an ', url, ' weitergeleitet.'],
  notMet: 'Die vorige wurde nicht erfüllt.',
  pressAgain: 'Drücken Sie noch einmal, um direkt an den Empfänger auf diesem Computer zu senden.',
  answered: (status) => `Die Antwort war ${String(status)}, und hier ist nichts eingetroffen.`,
  pressAgainAnswered: 'Drücken Sie noch einmal, um direkt an den Empfänger zu senden.',
  notOurs: (status) => `Die Antwort war ${String(status)}, und sie kam nicht von diesem Inspector.`,

  sentHere: {
    tour: 'Laut User-Agent hat ein Inspector dies selbst gesendet: ein Postback des Rundgangs, keiner von Adjump.',
    test: 'Laut User-Agent hat ein Inspector dies selbst gesendet: ein Test-Postback, keiner von Adjump.',
  },
}
