import type { Range } from '../../../grammar/index.ts'
import { escapedStep } from '../pointer.ts'
import { endOfNumber, endOfText } from './scalars.ts'
import type { ScalarMistake } from './scalars.ts'
import { wantedPlaces } from './wanted-places.ts'
import type { WantedPlaces } from './wanted-places.ts'

/** No graph nests lists and objects deeper: an expression takes at most five levels of JSON. */
const deepest = 5000

/** What is wrong with a text as JSON, and where; `size` where it nests too deeply. */
export interface JsonMistake extends ScalarMistake {
  readonly stage: 'json' | 'size'
  readonly range: Range
}

export interface ScannedJson {
  /** `null` where the text is JSON. */
  readonly mistake: JsonMistake | null
  /** The names that stand a second time in one object: a reader would take one of the two, without a word. */
  readonly twice: readonly NameTwice[]
  /** Where the values that were asked for stand; of a list or an object, its bracket. */
  readonly ranges: ReadonlyMap<string, Range>
  /** Where the names stand that such values have in an object. */
  readonly names: ReadonlyMap<string, Range>
}

export interface NameTwice {
  readonly pointer: string
  readonly name: string
  readonly range: Range
}

interface Container {
  readonly kind: 'list' | 'object'
  /** What leads here from the container around it, as a step of a pointer. */
  readonly step: string
  readonly names: Set<string>
  readonly wanted: WantedPlaces | undefined
  /** Values so far. */
  count: number
}

const white = /[ \t\n\r]*/y
const words = ['true', 'false', 'null']

/** Reads a text as JSON without making values, and without recursion. `wanted` are pointers to values whose places are asked for. */
export function scanJson(text: string, wanted: Iterable<string> = []): ScannedJson {
  const places = wantedPlaces(wanted)
  const open: Container[] = []
  const twice: NameTwice[] = []
  const ranges = new Map<string, Range>()
  const names = new Map<string, Range>()
  let at = text.startsWith('\uFEFF') ? 1 : 0

  const skipWhite = (): string => {
    white.lastIndex = at
    at = white.test(text) ? white.lastIndex : at
    return text.charAt(at)
  }
  const failed = (message: string, remedy: string | null = null, stage: JsonMistake['stage'] = 'json'): ScannedJson => {
    const range = { start: at, end: Math.min(at + 1, text.length) }
    return { mistake: { stage, range, message, remedy }, twice, ranges, names }
  }
  /** Called behind a value, or behind the bracket that opens it. */
  const note = (place: WantedPlaces | undefined, start: number): void => {
    if (place !== undefined && place.pointer !== null) ranges.set(place.pointer, { start, end: at })
  }
  const finished = (): ScannedJson =>
    skipWhite() === '' ? { mistake: null, twice, ranges, names } : failed('Nothing may follow the value.')

  for (;;) {
    // A value, or what stands before it in an object: its name.
    const around = open.at(-1)
    let step = String(around?.count ?? '')
    if (around?.kind === 'object') {
      if (skipWhite() !== '"') return failed('Here a name in double quotes is due.', nameRemedy(text.charAt(at)))
      const end = endOfText(text, at)
      if (typeof end !== 'number') return failed(end.message, end.remedy)
      const name = JSON.parse(text.slice(at, end)) as string
      step = escapedStep(name)
      if (around.names.has(name)) twice.push({ pointer: pointerOf(open, step), name, range: { start: at, end } })
      around.names.add(name)
      const wantedHere = around.wanted?.inner.get(step)?.pointer ?? null
      if (wantedHere !== null) names.set(wantedHere, { start: at, end })
      at = end
      if (skipWhite() !== ':') return failed('Here a `:` is due, between a name and its value.')
      at += 1
    }

    const first = skipWhite()
    const start = at
    const place = around === undefined ? places : around.wanted?.inner.get(step)
    if (first === '{' || first === '[') {
      if (open.length >= deepest) return failed(`The text nests more than ${deepest} levels deep.`, null, 'size')
      at += 1
      note(place, start)
      open.push({ kind: first === '{' ? 'object' : 'list', step, names: new Set(), wanted: place, count: 0 })
      if (skipWhite() !== (first === '{' ? '}' : ']')) continue
    } else {
      const end = endOfScalar(text, at)
      if (typeof end !== 'number') return failed(end.message, end.remedy)
      at = end
      note(place, start)
      if (around === undefined) return finished()
      around.count += 1
    }

    // What may follow a value: a comma, or the ends of what is around it.
    for (let next = skipWhite(); ; next = skipWhite()) {
      const inside = open.at(-1)
      if (inside === undefined) return finished()
      const close = inside.kind === 'object' ? '}' : ']'
      if (next === close) {
        at += 1
        open.pop()
        const outer = open.at(-1)
        if (outer !== undefined) outer.count += 1
      } else if (next === ',') {
        at += 1
        if (skipWhite() === close) return failed('Here another value is due.', 'Take the comma before it out.')
        break
      } else {
        return failed(`Here a \`,\` or a \`${close}\` is due.`)
      }
    }
  }
}

/** The pointer to a value of the innermost container. */
const pointerOf = (open: readonly Container[], step: string): string => [...open, { step }].map((part) => part.step).join('/')

function endOfScalar(text: string, at: number): number | ScalarMistake {
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
