import { useEffect, useEffectEvent } from 'react'
import type { DesktopState, MenuCommand } from '../../contract/desktop-procedures.ts'
import { words } from '../../words/words.ts'
import { useClient, useOnEvent, useOverview } from '../lib/inspector.tsx'
import { say } from '../lib/messages.ts'
import { navigate } from '../lib/navigation.ts'
import { runAction } from '../lib/run-action.ts'

/** What is about the list, and so has to have it on the screen. */
const OF_THE_LIST: ReadonlySet<MenuCommand> = new Set([
  'export.csv',
  'export.ndjson',
  'export.json',
  'export.har',
  'export.evidence-html',
  'export.archive',
  'filter.focus',
  'list.pause',
])
/** What the app said longer ago, in ms, was said to another window. */
const FRESH_MS = 60_000

let saidUntil = 0

/**
 * Does what the desktop app's menu asks of this window (of a postback, or with null the main one), and says what the app
 * has to say. Draws nothing, and does nothing in a browser.
 */
export function DesktopHost({ postbackId }: { postbackId: number | null }) {
  const client = useClient()
  const isDesktop = useOverview().info.face === 'desktop'

  const obey = useEffectEvent((command: MenuCommand): void => {
    if (document.querySelector('dialog[open]')) {
      say(words().shell.menu.dialogOpen, { subject: 'menu' })
      return
    }
    if (postbackId === null && OF_THE_LIST.has(command)) navigate('postbacks')
    runAction(command, () => say(words().shell.menu.impossible, { subject: 'menu' }))
  })
  const hear = useEffectEvent(({ news }: DesktopState): void => {
    if (postbackId !== null || news === null || news.at <= saidUntil || Date.now() - news.at > FRESH_MS) return
    saidUntil = news.at
    say(news.sentence, { severity: 'error', subject: 'desktop' })
  })

  useOnEvent('desktop.asked', ({ postbackId: whose, command }) => {
    if (whose === postbackId) obey(command)
  })
  useOnEvent('desktop.changed', ({ desktop }) => hear(desktop))
  useEffect(() => {
    if (!isDesktop || postbackId !== null) return
    // What was said and asked before this window could hear it.
    client.call('desktop.state', {}).then(hear, () => {})
    client.call('desktop.takeAsked', {}).then(
      ({ command }) => {
        if (command !== null) obey(command)
      },
      () => {},
    )
  }, [client, isDesktop, postbackId])
  return null
}
