/**
 * What was found where one secret is kept. `unreadable`: something is there, but this system cannot open it; `why` is
 * one sentence for a person, and never holds any of it.
 */
export type SecretFound =
  | { readonly state: 'set'; readonly secret: string }
  | { readonly state: 'none' }
  | { readonly state: 'unreadable'; readonly why: string }

/**
 * Keeps one secret in the care of the system: nothing readable ever reaches the disk. Where the system has no such
 * care to give, it refuses. No method rejects; every sentence is for a person, and holds nothing of the secret.
 */
export interface SecretKeeper {
  /** Null where a secret can be kept here; else why not, and what to do. */
  refusal(): Promise<string | null>
  read(): Promise<SecretFound>
  /** Null once it is on disk, encrypted; else why nothing was written. */
  save(secret: string): Promise<string | null>
  /** Null once nothing of it is left; else why it is still there. */
  forget(): Promise<string | null>
}
