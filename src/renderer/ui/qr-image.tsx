import { type QrModules, qrPath } from '../lib/qr-code.ts'

/** Pixels that a code has at least, and those of each module of a dense one: what a phone reads from a hand's length. */
const LEAST_SIZE = 300
const LEAST_MODULE = 3

/** A QR code, black on white in every theme: readers take a light one on dark for none. `label` names it. */
export function QrImage({ modules, label }: { modules: QrModules; label: string }) {
  const count = modules.length
  // Whole pixels for each module, or the edges blur.
  const size = count * Math.max(LEAST_MODULE, Math.ceil(LEAST_SIZE / count))
  const box = String(count)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${box} ${box}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
      className="h-auto max-h-[calc(100vh-17rem)] max-w-full forced-color-adjust-none"
    >
      <rect width={box} height={box} fill="#fff" />
      <path d={qrPath(modules)} fill="#000" />
    </svg>
  )
}
