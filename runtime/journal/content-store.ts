import { hash } from 'node:crypto'
import { UnreadableRow } from './journal-problem.ts'

/** Texts longer than this, in UTF-16 units, are stored once by their content. */
const longestInPlace = 400

/** In stored JSON a text that begins with this stands for the content of the hash that follows. */
const reference = '\0#'

/** A text that begins with NUL by itself gets another one before it. */
const escaped = '\0\0'

/** JSON in which each long text is replaced by a reference; `put` gets the long ones, as JSON. */
export function encodeValue(value: unknown, put: (hash: string, text: string) => void): string {
  const whole = JSON.stringify(value)
  if (whole.length <= longestInPlace && !whole.includes('\\u0000')) return whole
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'string') return part
    if (part.length > longestInPlace) {
      // As JSON: half of a surrogate pair is legal in a text here, and not in a database's.
      const text = JSON.stringify(part)
      const digest = contentHash(text)
      put(digest, text)
      return `${reference}${digest}`
    }
    return part.startsWith('\0') ? `\0${part}` : part
  })
}

/** Reads what `encodeValue` wrote; `get` answers with the content of a hash, or `null`. Throws where it is none of that. */
export function decodeValue(json: string, get: (hash: string) => string | null): unknown {
  const value = decoded(json, get)
  if (isDeeperThan(value, deepest)) throw new UnreadableRow(tooDeep)
  return value
}

/** What a run keeps nests as deeply as its types do. What nests more is of someone else, and could outgrow the stack later. */
const deepest = 1000
const tooDeep = 'a value in it is nested too deeply'

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1)))

function decoded(json: string, get: (hash: string) => string | null): unknown {
  if (!json.includes('\\u0000')) return parse(json)
  return parse(json, (_, part: unknown) => {
    if (typeof part !== 'string') return part
    if (part.startsWith(escaped)) return part.slice(1)
    if (!part.startsWith(reference)) return part
    const text = get(part.slice(reference.length))
    if (text === null || contentHash(text) !== part.slice(reference.length))
      throw new UnreadableRow('a text that it refers to is missing')
    return parse(text)
  })
}

/** SHA-256 in base 64. */
export const contentHash = (text: string): string => hash('sha256', text, 'base64url')

function parse(json: string, reviver?: (key: string, part: unknown) => unknown): unknown {
  try {
    return JSON.parse(json, reviver)
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnreadableRow('a value in it is not JSON')
    if (error instanceof RangeError) throw new UnreadableRow(tooDeep)
    throw error
  }
}
