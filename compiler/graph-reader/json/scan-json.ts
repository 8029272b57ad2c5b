import type { Range } from '../../../grammar/index.ts'
import { pointerTo } from '../pointer.ts'
import { endOfNumber, endOfText } from './scalars.ts'

/** What is wrong with a text as JSON, and where. */
export interface JsonMistake {
  readonly range: Range
  readonly message: string
  readonly remedy: string | null
}

export interface ScannedJson {
  /** `null` where the text is JSON. */
  readonly mistake: JsonMistake | null
  /** The names that stand a second time in one object: a reader would take one of the two, without a word. */
  readonly twice: readonly { readonly pointer: string; readonly name: string; readonly range: Range }[]
  /** Where the values that were asked for stand; of a list or an object, its bracket. */
  readonly ranges: ReadonlyMap<string, Range>
}

interface Container {
  readonly kind: 'list' | 'object'
  readonly pointer: string
  readonly names: Set<string>
  /** Values so far. */
  count: number
}

const white = /[ \t\n\r]*/y
const words = ['true', 'false', 'null']

/** Reads a text as JSON without making values, and without recursion: it may nest to any depth. */
export function scanJson(text: string, wanted: ReadonlySet<string> = new Set()): ScannedJson {
  const open: Container[] = []
  const twice: { pointer: string; name: string; range: Range }[] = []
  const ranges = new Map<string, Range>()
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let pointer = ''

  const skipWhite = (): string => {
    white.lastIndex = at
    at = white.test(text) ? white.lastIndex : at
    return text.charAt(at)
  }
  const failed = (message: string, remedy: string | null = null, end = Math.min(at + 1, text.length)): ScannedJson => ({
    mistake: { range: { start: at, end }, message, remedy },
    twice,
    ranges,
  })

  for (;;) {
    // A value, or what stands before it in an object: its name.
    const around = open.at(-1)
    if (around?.kind === 'object') {
      if (skipWhite() !== '"') return failed('Here a name in double quotes is due.', nameRemedy(text.charAt(at)))
      const end = endOfText(text, at)
      if (typeof end !== 'number') return failed(end.message, end.remedy)
      const name = JSON.parse(text.slice(at, end)) as string
      const range = { start: at, end }
      pointer = pointerTo(around.pointer, name)
      if (around.names.has(name)) twice.push({ pointer, name, range })
      around.names.add(name)
      at = end
      if (skipWhite() !== ':') return failed('Here a `:` is due, between a name and its value.')
      at += 1
    } else if (around !== undefined) {
      pointer = pointerTo(around.pointer, around.count)
    }

    const first = skipWhite()
    const start = at
    if (first === '{' || first === '[') {
      at += 1
      if (wanted.has(pointer)) ranges.set(pointer, { start, end: at })
      open.push({ kind: first === '{' ? 'object' : 'list', pointer, names: new Set(), count: 0 })
      if (skipWhite() !== (first === '{' ? '}' : ']')) continue
    } else {
      const end = endOfScalar(text, at)
      if (typeof end !== 'number') return failed(end.message, end.remedy)
      at = end
      if (wanted.has(pointer)) ranges.set(pointer, { start, end })
      if (open.length === 0) return skipWhite() === '' ? { mistake: null, twice, ranges } : failed(nothingMore)
      countOne(open)
    }

    // What may follow a value: a comma, or the ends of what is around it.
    for (let next = skipWhite(); ; next = skipWhite()) {
      const inside = open.at(-1)
      if (inside === undefined) return next === '' ? { mistake: null, twice, ranges } : failed(nothingMore)
      const close = inside.kind === 'object' ? '}' : ']'
      if (next === close) {
        at += 1
        open.pop()
        countOne(open)
      } else if (next === ',') {
        at += 1
        if (skipWhite() === close) return failed(`Here another value is due.`, 'Take the comma before it out.')
        break
      } else {
        return failed(`Here a \`,\` or a \`${close}\` is due.`)
      }
    }
  }
}

const nothingMore = 'Nothing may follow the value.'

function countOne(open: readonly Container[]): void {
  const around = open.at(-1)
  if (around !== undefined) around.count += 1
}

function endOfScalar(text: string, at: number): ReturnType<typeof endOfText> {
  const first = text.charAt(at)
  if (first === '"') return endOfText(text, at)
  const word = words.find((candidate) => text.startsWith(candidate, at))
  if (word !== undefined) return at + word.length
  const end = endOfNumber(text, at)
  if (end !== null) return end
  const message = first === '' ? 'The text ends where a value is due.' : 'Here a value is due.'
  return { message, remedy: first === "'" ? 'JSON writes texts in double quotes.' : null }
}

const nameRemedy = (found: string): string | null =>
  /['A-Za-z_$]/.test(found) ? 'JSON writes every name in double quotes.' : null
