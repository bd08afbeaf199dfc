import { number } from '../numbers.ts'

/** A URL as a QR code. */
export const qr = {
  titles: { 'public-url': 'Public URL as a QR code', 'dashboard-url': 'Dashboard URL as a QR code' },
  noEndpoint: 'There is no endpoint, so there is no dashboard URL: add one in Endpoints.',
  tooLong: (mostBytes: number) =>
    `This URL is too long for a QR code, which holds ${number(mostBytes)} bytes: shorten the endpoint’s path or names, or copy the text.`,
  code: { 'public-url': 'QR code of the public URL', 'dashboard-url': 'QR code of the dashboard URL' },
  urlInCode: 'URL in the code',
  copyUrl: { 'public-url': 'Copy the public URL', 'dashboard-url': 'Copy the dashboard URL' },
  onlyHere: (why: string) => `This address is this computer’s own: no phone can reach it. ${why}`,
  secret: 'The URL holds the endpoint’s secret path: whoever scans or photographs this code knows it.',
  meanings: {
    'public-url':
      'A phone that opens it sends a request here, which is counted as noise: it shows that the phone gets through.',
    'dashboard-url':
      'Scan it to have the URL on a phone. If the phone opens it, a postback arrives here whose macros are not replaced.',
  },
}

export type QrWords = typeof qr
