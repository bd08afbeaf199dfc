import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface ScreenFile {
  readonly mediaType: string
  readonly bytes: Buffer
}

/**
 * Reads a folder once, by URL path. What is not in the map does not exist for a visitor, so that no path, however
 * it is written, leads out of the folder. Throws where the folder is missing.
 */
export function loadScreenFiles(folder: string): ReadonlyMap<string, ScreenFile> {
  const files = new Map<string, ScreenFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mediaType = MEDIA_TYPES[extname(entry.name)]
    if (!entry.isFile() || mediaType === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const urlPath = `/${relative(folder, path).split(sep).join('/')}`
    files.set(urlPath, { mediaType, bytes: readFileSync(path) })
  }
  const index = files.get('/index.html')
  if (!index) throw new Error(`no index.html in ${folder}`)
  files.set('/', index)
  return files
}

/**
 * What a page of the screen may do: load its own scripts, styles, fonts and images, and connect to `connect`.
 * Nothing inline, nothing from elsewhere, no frames, no forms.
 */
export function contentSecurityPolicy(connect: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
