import type { QrWords } from '../en/qr.ts'
import { number } from '../numbers.ts'

export const qr: QrWords = {
  titles: { 'public-url': 'Öffentliche URL als QR-Code', 'dashboard-url': 'Dashboard-URL als QR-Code' },
  noEndpoint: 'Es gibt keinen Endpunkt und damit keine Dashboard-URL: Legen Sie einen unter „Endpunkte“ an.',
  tooLong: (mostBytes) =>
    `Diese URL ist zu lang für einen QR-Code, der ${number(mostBytes)} Byte fasst: Kürzen Sie Pfad oder Namen des Endpunkts, oder kopieren Sie den Text.`,
  code: { 'public-url': 'QR-Code der öffentlichen URL', 'dashboard-url': 'QR-Code der Dashboard-URL' },
  urlInCode: 'URL im Code',
  copyUrl: { 'public-url': 'Öffentliche URL kopieren', 'dashboard-url': 'Dashboard-URL kopieren' },
  onlyHere: (why) => `Diese Adresse gilt nur auf diesem Computer: Kein Telefon kann sie erreichen. ${why}`,
  secret: 'Die URL enthält den geheimen Pfad des Endpunkts: Wer diesen Code scannt oder fotografiert, kennt ihn.',
  meanings: {
    'public-url':
      'Ein Telefon, das sie öffnet, sendet eine Anfrage hierher, die als Rauschen zählt: So zeigt sich, dass das Telefon durchkommt.',
    'dashboard-url':
      'Scannen Sie den Code, um die URL auf einem Telefon zu haben. Öffnet das Telefon sie, trifft hier ein Postback ein, dessen Makros nicht ersetzt sind.',
  },
}
