import { faultOf } from './crash-details.ts'

/** The last word where not even a boundary could draw: plain elements, without React and without the host. */
export function showPlainCrash(root: HTMLElement, error: unknown): void {
  const box = document.createElement('div')
  box.setAttribute('role', 'alert')
  box.className = 'flex h-full flex-col items-center justify-center gap-2 p-8 text-center'
  const title = document.createElement('h2')
  title.className = 'text-l font-semibold'
  title.textContent = 'The screen could not be shown'
  const words = document.createElement('p')
  words.className = 'max-w-md text-muted'
  words.textContent = 'Only the screen is affected: what was stored is still there, and captures go on.'
  const message = document.createElement('p')
  message.className = 'max-w-md font-mono text-s wrap-anywhere text-muted'
  message.textContent = faultOf(error).message.slice(0, 400)
  const reload = document.createElement('button')
  reload.type = 'button'
  reload.className = 'mt-2 rounded-m border border-line px-3 py-1'
  reload.textContent = 'Reload'
  reload.addEventListener('click', () => {
    window.location.reload()
  })
  box.append(title, words, message, reload)
  root.replaceChildren(box)
  // Whatever had the focus is gone.
  reload.focus()
}
