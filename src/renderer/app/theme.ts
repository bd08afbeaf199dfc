import { useEffect } from 'react'
import type { Settings } from '../../core/settings.ts'

export type Theme = Settings['screen']['theme']

const darkWanted = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)')

/** Puts the theme on the page's root, where the tokens look for it. */
export function showTheme(theme: Theme): void {
  const shown = theme === 'system' ? (darkWanted().matches ? 'dark' : 'light') : theme
  document.documentElement.dataset['theme'] = shown
}

/** Keeps the page in the wanted theme, and with `system` in the system's. */
export function useTheme(theme: Theme): void {
  useEffect(() => {
    showTheme(theme)
    if (theme !== 'system') return
    const query = darkWanted()
    const follow = (): void => showTheme('system')
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [theme])
}
