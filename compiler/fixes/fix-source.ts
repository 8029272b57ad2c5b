import type { CompiledFile } from '../compile/compiled-file.ts'
import { compileProgram } from '../compile/compile-program.ts'
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts'
import type { ModuleReader } from '../modules/index.ts'
import { applyEdits } from './edits.ts'
import { isImprovement } from './is-improvement.ts'
import type { FileState } from './is-improvement.ts'

/** A file after its fixes. */
export interface FixedSource {
  /** The text as it was; `null` where the file could not be read. */
  readonly before: string | null
  /** The text with every fix made that leaves nothing else wrong. */
  readonly text: string | null
  /** What was fixed, in the order that it was done in. */
  readonly fixed: readonly Fixed[]
  /** What is left: the fixed text, compiled. */
  readonly compiled: CompiledFile
}

export type Fixed = Diagnostic & { readonly fix: Fix }

/** So often fixes may make further ones possible. */
const mostRounds = 100

/**
 * Makes the fixes that the diagnostics of a file offer, again and again until none is left to make. A fix after which something
 * is wrong that was not wrong before is not made. Files that it imports stay as they are.
 */
export function fixSource(path: string, reader: ModuleReader): FixedSource {
  const original = compileProgram(path, reader)
  const before = original.sources.get(path) ?? null
  if (before === null) return { before, text: null, fixed: [], compiled: original }
  let state: FileState = { text: before, compiled: original }
  const fixed: Fixed[] = []
  for (let round = 0; round < mostRounds; round += 1) {
    const step = improve(path, state, reader)
    if (step === null) break
    state = step.state
    fixed.push(...step.fixed)
  }
  return { before, text: state.text, fixed, compiled: state.compiled }
}

interface Improvement {
  readonly state: FileState
  readonly fixed: readonly Fixed[]
}

/** All fixes at once where that is an improvement, else those that are when each is added to the ones before. */
function improve(path: string, state: FileState, reader: ModuleReader): Improvement | null {
  const offered = fixesOf(path, state)
  const apart = offered.reduce<readonly Fixed[]>((chosen, next) => (isApart(next, chosen) ? [...chosen, next] : chosen), [])
  const together = attempt(path, state, apart, reader)
  if (together !== null) return together
  return offered.reduce<Improvement | null>((best, next) => {
    const chosen = best?.fixed ?? []
    return (isApart(next, chosen) ? attempt(path, state, [...chosen, next], reader) : null) ?? best
  }, null)
}

/** The fixes of the file's own diagnostics. */
const fixesOf = (path: string, { compiled }: FileState): readonly Fixed[] =>
  compiled.diagnostics.flatMap((diagnostic) => {
    const { fix } = diagnostic
    return diagnostic.file === path && fix !== undefined ? [{ ...diagnostic, fix }] : []
  })

/** Whether no edit of the fix touches one of the others. */
const isApart = ({ fix }: Fixed, others: readonly Fixed[]): boolean =>
  fix.edits.every(({ range }) =>
    others.every((other) =>
      other.fix.edits.every(({ range: taken }) => range.end < taken.start || taken.end < range.start),
    ),
  )

function attempt(path: string, state: FileState, fixes: readonly Fixed[], reader: ModuleReader): Improvement | null {
  if (fixes.length === 0) return null
  const edits = fixes.flatMap(({ fix }) => fix.edits).toSorted((a, b) => a.range.start - b.range.start)
  const text = applyEdits(state.text, edits)
  if (text === state.text) return null
  const after: FileState = { text, compiled: compileProgram(path, withText(path, text, reader)) }
  return isImprovement(path, state, after, fixes, edits) ? { state: after, fixed: fixes } : null
}

/** The reader, which gives another text for the entry file. */
function withText(path: string, text: string, reader: ModuleReader): ModuleReader {
  return {
    read(asked, from) {
      const result = reader.read(asked, from)
      return result.kind === 'found' && result.source.path === path ? { kind: 'found', source: { path, text } } : result
    },
  }
}
