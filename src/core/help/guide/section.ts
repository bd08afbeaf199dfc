import type { FindingCode } from '../../findings/codes.ts'

/** Every picture of the guide. What is on each, and how it is made, stands beside the script that makes them. */
export const GUIDE_PICTURES = [
  'first-steps',
  'dashboard-url-check',
  'postbacks',
  'verdict',
  'finding-page',
  'verify',
  'users',
  'simulator',
  'conformance',
  'export-menu',
  'retention',
  'tunnel',
] as const
export type GuidePicture = (typeof GUIDE_PICTURES)[number]

/** A part of a section. Texts are help text (help-text.ts): words between two stars are words on the screen. */
export type GuideBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps' | 'points'; readonly items: readonly string[] }
  /** What each word of a small vocabulary means. */
  | { readonly kind: 'terms'; readonly terms: readonly { readonly term: string; readonly meaning: string }[] }
  /** In the document alone: who reads it in the app has the thing itself. `alt` says in words what it shows. */
  | { readonly kind: 'picture'; readonly picture: GuidePicture; readonly alt: string }
  | { readonly kind: 'commands'; readonly lines: readonly string[] }
  /** Finding codes, each with its example and its two sentences. */
  | { readonly kind: 'findings'; readonly codes: readonly FindingCode[] }

/** A chapter of the guide, which is a page in the app. */
export interface GuideSection {
  readonly id: string
  readonly title: string
  /** What it is about, in one sentence. */
  readonly summary: string
  readonly blocks: readonly GuideBlock[]
}
