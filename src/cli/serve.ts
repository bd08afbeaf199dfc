import type { Inspector } from '../app/inspector.ts'
import type { Notice } from '../core/status.ts'
import { type InspectorOptions, openInspector } from './open-inspector.ts'
import type { Output } from './output.ts'
import { followLog, jsonReporter, textReporter } from './serve-output.ts'
import { startUiServer } from './ui-server.ts'

export interface ServeOptions extends InspectorOptions {
  readonly dataFolder: string
  /** Null: no screen. */
  readonly ui: { readonly port: number; readonly portTaken: 'next-free' | 'fail' } | null
  readonly json: boolean
  /** Nothing is printed of what arrives. */
  readonly quiet: boolean
}

/** Runs receiver, tunnel and screen until `end` resolves. Rejects where one of them cannot start. */
export async function serve(options: ServeOptions, output: Output, end: Promise<void>): Promise<void> {
  const everything = options.json ? jsonReporter(output) : textReporter(output)
  const reporter = options.quiet ? { ...everything, postbackReceived: null } : everything
  // What is printed stays English; a screen is spoken to as this system is, or as the settings say.
  const languages = options.ui === null ? {} : { languages: [new Intl.DateTimeFormat().resolvedOptions().locale] }
  const inspector = await openInspector(options.dataFolder, { ...options, ...languages }, output)
  try {
    tellNotices(inspector, output)
    if (inspector.receiver.url !== null) reporter.receiverListening(inspector.receiver.url)
    const ui = options.ui === null ? null : await startUiServer(inspector, options.ui)
    if (ui) reporter.uiListening(ui.url)
    const stopFollowing = followLog(inspector, reporter)
    if (!options.json) output.line(`History   ${options.dataFolder}`)
    await end
    await ui?.close()
    await inspector.close()
    stopFollowing()
  } finally {
    await inspector.close()
  }
}

/** Those of the start at once, and each that another takes the place of: how a damaged history came out. */
function tellNotices(inspector: Inspector, output: Output): void {
  const told = new Set<string>()
  const tell = (notices: readonly Notice[]): void => {
    for (const { text, detail } of notices) {
      if (told.has(text)) continue
      told.add(text)
      output.note(detail === null ? text : `${text} ${detail}`)
    }
  }
  tell(inspector.notices)
  inspector.log.onEmit(() => tell(inspector.notices))
}
