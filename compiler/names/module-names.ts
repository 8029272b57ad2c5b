import type { Declaration, Range } from '../../grammar/index.ts'
import type { DeclaredSymbol } from '../check/checked-program.ts'
import type { RelatedPlace } from '../diagnostics/diagnostic.ts'
import type { Report } from '../diagnostics/reporter.ts'

/** `silent`: something that was reported elsewhere stands behind the name, so nothing more is said about it. */
export type Meaning = DeclaredSymbol | 'silent' | null

/** The top-level names of one file. Symbols are made when they are first asked for. */
export interface ModuleNames {
  readonly path: string
  readonly report: Report
  /** What the name means; `null` where it means nothing. Counts as a use of the name. */
  readonly lookUp: (name: string) => Meaning
  /** What the name means, without counting as a use. */
  readonly peek: (name: string) => Meaning
  /** What kind of thing the name stands for, without using it; `null` where it means nothing, or nobody knows what. */
  readonly kindOf: (name: string) => Declaration['kind'] | null
  /** Every name with one of the kinds, for suggestions. */
  readonly namesOf: (...kinds: readonly Declaration['kind'][]) => readonly string[]
  /** Where the name is declared or imported in this file. */
  readonly placeOf: (name: string) => Range | null
  /** Whether the file says this for the first time: one misspelt declaration is one mistake, however often it is used. */
  readonly firstTime: (finding: string) => boolean
  readonly wasUsed: (name: string) => boolean
}

/** Points at where the name got its first meaning. */
export function firstPlace(names: ModuleNames, name: string): readonly RelatedPlace[] {
  const range = names.placeOf(name)
  return range === null ? [] : [{ file: names.path, range, message: `\`${name}\` is declared here.` }]
}
