import type { SettingsWords } from '../en/settings.ts'
import { limits } from './settings-limits.ts'

export const settings: SettingsWords = {
  title: 'Einstellungen',
  receiver: {
    title: 'Empfänger',
    description: 'Wo Postbacks auf diesem Computer eintreffen; ein Tunnel führt hierher.',
    saved: 'Die Einstellungen des Empfängers wurden gespeichert.',
    port: 'Port',
    portHint: '0 nimmt einen beliebigen freien Port.',
    portTaken: 'Wenn der Port belegt ist',
    whenTaken: { 'next-free': 'Nächsten freien nehmen', fail: 'Anhalten und melden' },
  },
  bounds: {
    title: 'Erweiterte Grenzen',
    allDefault: 'alle auf Standard',
    changed: (changed, all) => `${String(changed)} von ${String(all)} geändert`,
    description:
      'Was Fremde verbrauchen dürfen, die die URL finden. Eine Änderung gilt sofort, auf demselben Port. Größen werden in bytes, KiB, MiB und GiB verstanden, Zeiten in ms und s.',
    reset: 'Auf Standard zurücksetzen',
    inForce: 'Die Grenzen des Empfängers gelten jetzt.',
    groups: {
      request: 'Eine Anfrage',
      time: 'Zeit',
      connections: 'Verbindungen',
      strangers: 'Was Fremde im Verlauf hinterlassen',
    },
    hint: (range, fallback, beyond) => `${range}, Standard: ${fallback}. ${beyond}`,
  },
  limits,
  appearance: {
    title: 'Darstellung',
    description: 'Die Schrift folgt dem Zoom: Strg oder Cmd mit + und −.',
    theme: 'Farbschema',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
    density: 'Zeilen der Liste',
    densities: { compact: 'Kompakt', comfortable: 'Geräumig' },
    language: 'Sprache',
    languages: { system: 'System', en: 'English', de: 'Deutsch' },
    languageFailed:
      'Die Texte dieser Sprache konnten nicht geladen werden: Laden Sie die Seite neu, um es noch einmal zu versuchen.',
  },
  data: {
    title: 'Daten',
    description: 'Der ganze Verlauf und diese Einstellungen. Nichts verlässt diesen Computer.',
  },
  folder: {
    copyPath: { data: 'Pfad des Datenordners kopieren', logs: 'Pfad des Protokollordners kopieren' },
    open: 'Öffnen',
  },
  log: {
    title: 'Protokoll',
    description: 'Was mit dem Inspector selbst geschah, ohne Geheimnisse: um herauszufinden, warum etwas fehlschlug.',
    rawValues: 'Auch Eintreffendes ins Protokoll schreiben',
    rawValuesHint:
      'Das Ziel jeder Anfrage und was Sätze zitieren, wie es eintraf: auch Nutzer-IDs und der geheime Teil eines Pfads.',
  },
  about: {
    title: 'Info',
    version: 'Version',
    runsAs: 'Läuft als',
    faces: { desktop: 'Desktop-App', browser: 'Kommandozeile, in einem Browser' },
    system: 'System',
    runtime: 'Laufzeitumgebung',
  },
}
