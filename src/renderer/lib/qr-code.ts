import { encodeQR } from 'qr'

/** The light modules around a code, as many as ISO/IEC 18004 (9.1) asks for. */
export const QUIET_ZONE = 4
/** The bytes that the largest code of error correction M holds (ISO/IEC 18004, table 7: version 40). */
export const MOST_QR_BYTES = 2331

/** A code's modules by row, dark ones true, with the quiet zone around them: a square. */
export type QrModules = readonly (readonly boolean[])[]

/** The QR code of a text as UTF-8, of error correction M; null where the text is longer than a code can hold. */
export function qrModules(text: string): QrModules | null {
  if (new TextEncoder().encode(text).length > MOST_QR_BYTES) return null
  return encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: QUIET_ZONE })
}

/** The dark modules as the path of an SVG in which a module is 1 by 1: one rectangle for each run in a row. */
export function qrPath(modules: QrModules): string {
  return modules.flatMap((row, y) => runsOf(row).map(({ from, to }) => rectangle(from, y, to - from))).join('')
}

function rectangle(x: number, y: number, width: number): string {
  return `M${String(x)} ${String(y)}h${String(width)}v1h-${String(width)}z`
}

/** Where dark modules stand side by side; `to` is exclusive. */
function runsOf(row: readonly boolean[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (!dark) continue
    if (last?.to === x) last.to = x + 1
    else runs.push({ from: x, to: x + 1 })
  }
  return runs
}
