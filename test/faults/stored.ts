import Database from 'better-sqlite3'

export interface Stored {
  /** How often each target is there. */
  readonly counts: ReadonlyMap<string, number>
  readonly bodies: ReadonlyMap<string, Buffer>
  /** `ok`, or what is wrong with the file. */
  readonly integrity: string
}

interface Row {
  readonly target: Uint8Array
  readonly body: Uint8Array | null
}

/** What a history's file holds, looked at from outside the product and without its code. */
export function readStored(file: string, options: { readonly integrity?: boolean } = {}): Stored {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    const counts = new Map<string, number>()
    const bodies = new Map<string, Buffer>()
    for (const { target, body } of database.prepare<[], Row>('SELECT target, body FROM request').iterate()) {
      const text = Buffer.from(target).toString('latin1')
      counts.set(text, (counts.get(text) ?? 0) + 1)
      bodies.set(text, Buffer.from(body ?? []))
    }
    const integrity =
      options.integrity === false ? 'not looked at' : String(database.pragma('integrity_check', { simple: true }))
    return { counts, bodies, integrity }
  } finally {
    database.close()
  }
}

/** What is wrong with what is kept of what was acknowledged; empty where nothing is. */
export function losses(acknowledged: ReadonlyMap<string, Buffer>, { counts, bodies }: Stored): string[] {
  const wrong: string[] = []
  for (const [target, body] of acknowledged) {
    if (!counts.has(target)) wrong.push(`lost: ${target}`)
    else if (bodies.get(target)?.equals(body) !== true) wrong.push(`another body: ${target}`)
  }
  for (const [target, count] of counts) if (count > 1) wrong.push(`${String(count)} times: ${target}`)
  return wrong
}
