import type { VerifyOutcomesWords } from '../en/verify-outcomes.ts'

const fields = { user_id: 'Die Nutzer-ID', reward_amount: 'Der Betrag' }
const expected = { user_id: 'Die erwartete Nutzer-ID', reward_amount: 'Der erwartete Betrag' }

function other(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ' Ein anderer Postback traf ein.' : ` ${String(count)} andere Postbacks trafen ein.`
}

export const verifyOutcomes: VerifyOutcomesWords = {
  states: {
    pending: 'Wartet',
    met: 'Erfüllt',
    mismatched: 'Abweichend',
    'not-listening': 'Nicht erreichbar',
    expired: 'Abgelaufen',
    cancelled: 'Abgebrochen',
  },
  outages: {
    off: 'der Inspector lief nicht',
    asleep: 'dieser Computer war im Ruhezustand',
    'tunnel-down': 'der Tunnel war ausgefallen',
    'receiver-down': 'der Empfänger nahm nichts an',
    'store-refusing': 'der Verlauf ließ sich nicht schreiben',
  },
  nothingYet: 'Bisher ist nichts Ähnliches eingetroffen.',
  cameClose: (id, differences) => `Postback ${String(id)} kam nahe heran: ${differences}`,
  met: (id) => `Postback ${String(id)} ist genau das, was erwartet wurde.`,
  cameInstead: (id, differences) => `Stattdessen traf Postback ${String(id)} ein. ${differences}`,
  notListening: (reasons, others) =>
    `Es traf nichts Ähnliches ein, und einen Teil der Zeit waren wir nicht erreichbar: ${reasons.join(', ')}.${other(others)}`,
  nothingCame: 'Auf diesem Endpunkt traf während der Wartezeit nichts ein, und wir waren die ganze Zeit erreichbar.',
  nothingLikeIt: (others) => `Es traf nichts Ähnliches ein.${other(others)}`,
  cancelled: 'Sie wurde abgebrochen.',
  causes: {
    missing: (field) => `${fields[field]} kam nicht an: Der Parameter fehlt.`,
    empty: (field) => `${fields[field]} kam leer an: Der Parameter hat keinen Wert.`,
    'macro-not-replaced': (field) => `${fields[field]} ist ein Makro, das nicht ersetzt wurde.`,
    swapped: (field) => `Nutzer-ID und Betrag sind vertauscht: ${fields[field]} kam im Parameter des anderen Werts an.`,
    'double-encoded': (field) =>
      `${fields[field]} enthält nach dem Dekodieren noch Prozentkodierung: Es wurde zweimal kodiert.`,
    'encoded-expectation': (field) =>
      `${expected[field]} ist prozentkodiert geschrieben; eingetroffen ist der dekodierte Text.`,
    mojibake: (field) =>
      `${fields[field]} hat eine falsche Kodierung: Die UTF-8-Bytes wurden für einzelne Zeichen gehalten und noch einmal kodiert.`,
    'not-utf8': (field) =>
      `${fields[field]} hat eine falsche Kodierung: Gesendet wurde nicht als UTF-8, und was nicht ASCII ist, ist verloren.`,
    'number-form': (field) => `${fields[field]} ist dieselbe Zahl, anders geschrieben.`,
    'another-value': (field) => `${fields[field]} ist ein anderer Wert.`,
  },
  differs: (field, ways) => `${fields[field]} unterscheidet sich in ${ways.join(' und in ')}.`,
  ways: {
    case: 'der Groß- und Kleinschreibung',
    'leading-zeros': 'führenden Nullen',
    'trailing-zeros': 'Nullen am Ende',
    'edge-whitespace': 'Leerraum am Rand',
    'inner-whitespace': 'Leerraum im Inneren',
    'invisible-character': 'unsichtbaren Zeichen',
    'unicode-form': 'der Unicode-Form (sie sieht gleich aus und hat andere Zeichen)',
  },
  plusAsSpace:
    'einem „+“, das als Leerzeichen ankam (in einer Query ist ein bloßes „+“ ein Leerzeichen; der Absender muss %2B schreiben)',
  spaceAsPlus: 'einem Leerzeichen, das als „+“ ankam (es wurde einmal zu oft kodiert)',
  itsValue: 'dem Wert',
}
