import { z } from 'zod'

type Random = () => number
interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}

/** What belongs nowhere, and what is nearly right. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  '',
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  '__proto__',
  '\ud800',
  '\u202e\u001b[31m',
  "'; DROP TABLE request; --",
  '%',
  '_%',
  '"',
  'a'.repeat(5000),
  '/hitpoint',
  '1e999999999',
  '2026-01-02',
  ['__proto__', 'x'],
  { toString: 1 },
]

const TEXTS = [
  'e1',
  'u_1',
  'x',
  '5',
  '/hitpoint',
  'Host',
  'GET',
  'user_id',
  '1e5',
  'é',
  '\u0000',
  'aGk=',
  '2026-01-02T03:04:05Z',
]

function pick<T>(all: readonly T[], random: Random): T | undefined {
  return all[Math.floor(random() * all.length)]
}

/** A value that the schema mostly takes; with `wild` (0 to 1) parts of it are something else altogether. */
export function valueFor(schema: z.ZodType, random: Random, wild: number): unknown {
  return make(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, random, wild, 0)
}

function make(schema: JsonSchema, random: Random, wild: number, depth: number): unknown {
  if (random() < wild) return pick(HOSTILE, random)
  const choice = schema.anyOf ?? schema.oneOf
  if (choice !== undefined) return make(pick(choice, random) ?? {}, random, wild, depth)
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return pick(schema.enum, random)
  switch (Array.isArray(schema.type) ? pick(schema.type, random) : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, one]) => [key, make(one, random, wild, depth + 1)]),
      )
    case 'array': {
      if (schema.prefixItems !== undefined) return schema.prefixItems.map((one) => make(one, random, wild, depth + 1))
      const length = depth > 4 ? 0 : Math.floor(random() * 4)
      return Array.from({ length }, () => make(schema.items ?? {}, random, wild, depth + 1))
    }
    case 'integer':
    case 'number':
      return numberIn(schema, random)
    case 'boolean':
      return random() < 0.5
    case 'null':
      return null
    default:
      return pick(TEXTS, random)
  }
}

/** One within the bounds; small ones, the bounds themselves and moments among them. */
function numberIn({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema, random: Random): number {
  const some = [minimum, maximum, Date.now(), Math.floor(random() * 20), Math.floor(random() * 2000)]
  return Math.min(maximum, Math.max(minimum, pick(some, random) ?? 0))
}
