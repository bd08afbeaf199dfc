/** What starts at login on Linux: the program and what it is started with. */
export interface StartCommand {
  readonly program: string
  readonly args: readonly string[]
}

/**
 * A file for `~/.config/autostart` (freedesktop.org: Desktop Application Autostart Specification). Null where a path
 * has a line break, which no such file can hold.
 */
export function autostartEntry({ program, args }: StartCommand): string | null {
  const words = [program, ...args]
  if (words.some((word) => /[\0\r\n]/.test(word))) return null
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Adjump Inspector',
    'Comment=Receives postbacks, in the tray',
    `Exec=${words.map(quoted).join(' ')}`,
    'Icon=adjump-inspector',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** What such a file does: starts this very command, another one, or nothing at all. */
export function readAutostartEntry(text: string, command: StartCommand): 'this' | 'another' | 'off' {
  const values = new Map(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^([\w-]+)=(.*)$/.exec(line.trim()) ?? []
      return name === undefined || value === undefined ? [] : [[name, value] as const]
    }),
  )
  if (values.get('Hidden') === 'true' || values.get('X-GNOME-Autostart-enabled') === 'false') return 'off'
  const exec = values.get('Exec')
  if (exec === undefined) return 'off'
  return exec === [command.program, ...command.args].map(quoted).join(' ') ? 'this' : 'another'
}

/**
 * A word of an `Exec` line: what is reserved within quotes is escaped, and then every backslash once more, as in all
 * strings of the file; a `%` alone would stand for what is opened (Desktop Entry Specification, “The Exec key”).
 */
function quoted(word: string): string {
  const escaped = word.replace(/["`$\\]/g, (character) => `\\${character}`).replaceAll('\\', '\\\\')
  return `"${escaped.replaceAll('%', '%%')}"`
}
