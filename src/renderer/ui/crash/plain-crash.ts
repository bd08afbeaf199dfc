import { words } from '../../../words/words.ts'
import { faultOf } from './crash-details.ts'

/** The last word where not even a boundary could draw: plain elements, without React and without the host. */
export function showPlainCrash(root: HTMLElement, error: unknown): void {
  const w = words().ui.crash
  const box = document.createElement('div')
  box.setAttribute('role', 'alert')
  box.className = 'flex h-full flex-col items-center justify-center gap-2 p-8 text-center'
  const title = document.createElement('h2')
  title.className = 'text-l font-semibold'
  title.textContent = w.notShown
  const meaning = document.createElement('p')
  meaning.className = 'max-w-md text-muted'
  meaning.textContent = w.onlyScreen
  const message = document.createElement('p')
  message.className = 'max-w-md font-mono text-s wrap-anywhere text-muted'
  message.textContent = faultOf(error).message.slice(0, 400)
  const reload = document.createElement('button')
  reload.type = 'button'
  reload.className = 'mt-2 rounded-m border border-line px-3 py-1'
  reload.textContent = w.reload
  reload.addEventListener('click', () => {
    window.location.reload()
  })
  box.append(title, meaning, message, reload)
  root.replaceChildren(box)
  // Whatever had the focus is gone.
  reload.focus()
}
