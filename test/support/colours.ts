/** A colour as `#rrggbb`, in parts from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number]

export function readHex(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [part(1), part(3), part(5)]
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

/** WCAG 2.2, “relative luminance”. */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** WCAG 2.2, “contrast ratio”: from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/**
 * How colours are seen without one kind of cone, on linear RGB: Machado, Oliveira and Fernandes, “A Physiologically-based
 * Model for Simulation of Color Vision Deficiency” (2009), severity 1.0.
 */
const CONES = {
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const
export type ColourVision = keyof typeof CONES | 'full'
export const VISIONS: readonly ColourVision[] = ['full', 'protan', 'deutan', 'tritan']

/** CIE L*a*b* (D65) of a colour as somebody with this vision sees it. */
function seenLab(colour: Rgb, vision: ColourVision): readonly [l: number, a: number, b: number] {
  const [r, g, b] = [linear(colour[0]), linear(colour[1]), linear(colour[2])]
  const m = vision === 'full' ? ([1, 0, 0, 0, 1, 0, 0, 0, 1] as const) : CONES[vision]
  const row = (x: number, y: number, z: number): number => Math.min(1, Math.max(0, x * r + y * g + z * b))
  const [red, green, blue] = [row(m[0], m[1], m[2]), row(m[3], m[4], m[5]), row(m[6], m[7], m[8])]
  const f = (t: number): number => (t > 216 / 24_389 ? Math.cbrt(t) : (t * 24_389) / 27 / 116 + 16 / 116)
  const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
  const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** How far apart two colours are seen, as CIE 1976 ΔE: from about 2 on side by side, from about 10 on at a glance. */
export function seenApart(one: Rgb, other: Rgb, vision: ColourVision): number {
  const [a, b] = [seenLab(one, vision), seenLab(other, vision)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
