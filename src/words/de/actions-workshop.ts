import type { workshopActions as English } from '../en/actions-workshop.ts'

export const workshopActions: typeof English = {
  'expectation.new': { title: 'Neue Erwartung', words: 'stellen erwarten hinzufügen' },
  'expectation.cancel': { title: 'Neueste Erwartung abbrechen', words: 'stoppen beenden' },
  'expectation.armAgain': { title: 'Zuletzt beendete Erwartung erneut stellen', words: 'wiederholen erwarten' },
  'expectation.clearEnded': { title: 'Beendete Erwartungen entfernen', words: 'leeren löschen' },
  'expectation.report.evidence-html': {
    title: 'Nachweisbericht über die beendeten Erwartungen erstellen',
    words: 'exportieren speichern html beweis',
  },
  'expectation.report.evidence-json': {
    title: 'Nachweis über die beendeten Erwartungen als JSON erstellen',
    words: 'exportieren speichern beweis bericht',
  },
  'expectation.arm': { title: 'Eingegebene Erwartung stellen', words: 'erwarten starten warten' },
  'simulator.compose': { title: 'Postback erstellen', words: 'teil formular senden' },
  'simulator.conformance': { title: 'Konformitätsprüfung anzeigen', words: 'teil szenarien backend' },
  'simulator.send': { title: 'Erstellten Postback senden', words: 'simulieren abschicken' },
  'conformance.start': { title: 'Konformitätsprüfung starten', words: 'ausführen szenarien backend' },
  'conformance.cancel': { title: 'Konformitätsprüfung abbrechen', words: 'stoppen anhalten' },
  'conformance.saveHtml': { title: 'Konformitätsbericht als HTML speichern', words: 'exportieren' },
  'conformance.saveJson': { title: 'Konformitätsbericht als JSON speichern', words: 'exportieren' },
  'endpoint.add': { title: 'Endpunkt hinzufügen', words: 'neu erstellen anlegen' },
  'endpoint.test': { title: 'Test-Postback an diesen Endpunkt senden', words: 'testen prüfen probieren' },
  'endpoint.remove': { title: 'Diesen Endpunkt löschen', words: 'entfernen papierkorb' },
  'token.rotate': {
    title: 'Geheimen Teil des Pfads hinzufügen oder erneuern',
    words: 'token sicherheit rotieren segment',
  },
  'token.remove': { title: 'Geheimen Teil des Pfads entfernen', words: 'token sicherheit löschen segment' },
  'script.addStep': { title: 'Schritt zum Antwortskript hinzufügen', words: 'antwort neu' },
  'script.restart': { title: 'Antwortskript von vorn beginnen', words: 'antwort zurücksetzen neu starten' },
  'folder.data': { title: 'Datenordner öffnen', words: 'verzeichnis dateien verlauf' },
  'folder.logs': { title: 'Protokollordner öffnen', words: 'verzeichnis dateien log logs' },
  'help.search': { title: 'Hilfe durchsuchen', words: 'finden code suche' },
}
