import type { StatusWords } from '../en/status.ts'

export const status: StatusWords = {
  verdicts: { pass: 'In Ordnung', warn: 'Warnung', fail: 'Fehler' },
  noVerdict: 'Kein Urteil',
  kinds: { postback: 'Postback', probe: 'Probe', noise: 'Rauschen', rejected: 'Abgewiesen' },
  severities: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis' },
  colours: { red: 'rot', amber: 'gelb', green: 'grün', blue: 'blau', violet: 'violett' },
  tunnel: {
    off: {
      words: 'Tunnel aus',
      meaning: 'Es wird kein Tunnel gewünscht. Nur dieser Computer erreicht den Empfänger, Adjump nicht.',
    },
    opening: {
      words: 'Tunnel wird geöffnet',
      meaning: 'Eine öffentliche URL wird angefordert. Auf diesem Computer arbeitet der Empfänger bereits.',
    },
    open: {
      words: 'Tunnel offen',
      meaning: 'Der letzte Blick von außen hat diesen Inspector erreicht. Adjump kann die öffentliche URL erreichen.',
    },
    degraded: {
      words: 'Tunnel gestört',
      meaning:
        'Blicke von außen schlagen fehl. Es wird öfter nachgesehen und der Tunnel neu geöffnet, wenn das nicht hilft.',
    },
    reopening: {
      words: 'Tunnel wird neu geöffnet',
      meaning: 'Der Tunnel ging verloren und wird wieder geöffnet. Was inzwischen gesendet wird, trifft nicht ein.',
    },
    failed: {
      words: 'Tunnel fehlgeschlagen',
      meaning:
        'Er konnte nicht geöffnet werden. Es wird von selbst wieder versucht, und sofort mit „Jetzt erneut versuchen“.',
    },
  },
  receiver: {
    listening: 'Empfänger lauscht',
    listeningOn: (port) => `Lauscht auf ${String(port)}`,
    listeningElsewhere: (port, wantedPort) => `Lauscht auf ${String(port)} statt ${String(wantedPort)}`,
    stopped: 'Empfänger angehalten',
    failed: 'Empfänger ausgefallen',
  },
  noPublicUrl: (why) => `Es gibt keine öffentliche URL. ${why}`,
  notListening: (why) => `Der Empfänger lauscht nicht. ${why}`,
}
