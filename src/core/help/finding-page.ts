import type { FindingCode } from '../findings/codes.ts'

/**
 * A request as it could arrive, which shows what a page is about. What is read from it is never written down: the
 * real reading says it (read-example.ts).
 */
export interface ExampleRequest {
  /** The request-target as it stands on the wire. */
  readonly target: string
  /** `GET` where it is left out. */
  readonly method?: string
  /** Beside `Host`. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string
}

export interface HelpExample extends ExampleRequest {
  /** What came before it, where one request alone cannot show it. */
  readonly earlier?: { readonly target: string; readonly secondsBefore: number }
  /** The bad parts as they stand there, in order; none where what is wrong is that something is absent. */
  readonly bad: readonly string[]
  /** The same, put right: a plain GET of this target. */
  readonly right: string
}

/** What of a page is the same in every language. */
export interface PageFrame {
  readonly example: HelpExample
  /** Codes that come along with it, or that it is mistaken for. */
  readonly related: readonly FindingCode[]
}

/** Frames of one subject, each code once. */
export type PageFrames<Code extends FindingCode> = Readonly<Record<Code, PageFrame>>

/**
 * What of a page is said in the spoken language. All of it is help text: plain sentences with the two signs that
 * help-text.ts knows.
 */
export interface PageText {
  /** A headline without a full stop. */
  readonly title: string
  /** What it is, exactly. */
  readonly what: string
  /** How it comes about. */
  readonly why: string
  /** What happens where nobody looks at it. */
  readonly matters: string
  /** How to put it right in the Adjump dashboard; empty where nothing there has to do with it. */
  readonly dashboard: readonly string[]
  /** How to put it right, or to stand it, in the user's own backend and app. */
  readonly backend: readonly string[]
  /** What to look at in the example, in a sentence. */
  readonly note: string
}

/** Everything that is said of a finding code beyond its two sentences (`findingText`). */
export interface FindingPage extends PageText, PageFrame {}
