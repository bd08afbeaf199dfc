/** Copies text to the clipboard; false where neither way is allowed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // The desktop denies every permission, and plain http has no clipboard: the old way needs neither.
    return copyBySelection(text)
  }
}

/** By the selection's own copy event: what a field holds would lose its carriage returns. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  // Something must be selected; what is copied is set below.
  area.value = '.'
  area.setAttribute('aria-hidden', 'true')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  // Inside an open dialog everything else is inert and could not be selected.
  const host = (focused instanceof Element ? focused.closest('dialog') : null) ?? document.body
  host.append(area)
  area.select()
  let given = false
  area.addEventListener('copy', (event) => {
    if (event.clipboardData === null) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    given = true
  })
  try {
    return document.execCommand('copy') && given
  } catch {
    return false
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}
