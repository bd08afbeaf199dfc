import type { Client } from '../../../contract/client.ts'
import type { Mark, MarkPatch } from '../../../core/mark.ts'
import { words } from '../../../words/words.ts'
import { say, sentenceOf } from '../../lib/messages.ts'

/** What messages about marks are about: the newest is enough. */
export const subject = 'mark'

/** Marks a request, tells of it and offers the way back. False where it failed, which is told too. */
export async function changeMark(
  client: Client,
  id: number,
  before: Mark,
  patch: MarkPatch,
  done: string,
): Promise<boolean> {
  try {
    await client.call('mark.set', { ids: [id], patch })
  } catch (error) {
    say(words().marks.notMarked(sentenceOf(error)), { severity: 'error', subject })
    return false
  }
  const undo = async (): Promise<void> => {
    try {
      await client.call('mark.set', { ids: [id], patch: sameFields(before, patch) })
      say(words().marks.asBefore(id), { subject })
    } catch (error) {
      say(words().marks.notUndone(sentenceOf(error)), { severity: 'error', subject })
    }
  }
  say(done, { subject, action: { label: words().ui.undo, run: () => void undo() } })
  return true
}

/** What was there before, of what the change concerns. */
function sameFields({ pinned, colour, note }: Mark, patch: MarkPatch): MarkPatch {
  return {
    ...(patch.pinned === undefined ? {} : { pinned }),
    ...(patch.colour === undefined ? {} : { colour }),
    ...(patch.note === undefined ? {} : { note }),
  }
}
