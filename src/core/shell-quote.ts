/** Nothing in here means anything to a shell, so the word needs no quotes. */
const BARE = /^[A-Za-z0-9_.:/@-]+$/
/** Printable ASCII: safe to stand in a terminal and inside single quotes. */
const PRINTABLE = /^[\x20-\x7e]*$/

/**
 * One word of a POSIX shell that stands for exactly these bytes (latin1 text, one character a byte). Nothing in it
 * is ever expanded or run. A shell word cannot hold NUL, and a trailing line break would be lost: callers with
 * either use `printfBytes` and a pipe.
 */
export function shellWord(latin1: string): string {
  if (BARE.test(latin1)) return latin1
  return PRINTABLE.test(latin1) ? `'${latin1.replaceAll("'", `'\\''`)}'` : `"$(${printfBytes(latin1)})"`
}

/**
 * A command that writes exactly these bytes: `printf` with every byte that could mean something to it as an octal
 * escape. “-” would start an option, and “!” is history expansion for an interactive bash even in here.
 */
export function printfBytes(latin1: string): string {
  return `printf '${latin1.replace(/[^A-Za-z0-9 _.,:;=?&/{}[\]()<>@#*+~^]/g, escapeByte)}'`
}

function escapeByte(character: string): string {
  return `\\${(character.charCodeAt(0) & 0xff).toString(8).padStart(3, '0')}`
}
