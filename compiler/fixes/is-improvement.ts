import { parse } from '../../grammar/parser/index.ts'
import type { CompiledFile } from '../compile/compiled-file.ts'
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts'
import { errorLimit } from '../diagnostics/reporter.ts'

/** A text of a file, and what compiling it found. */
export interface FileState {
  readonly text: string
  readonly compiled: CompiledFile
}

/**
 * Whether every mistake that was fixed is gone and no other has come. What could not be seen before is no new mistake: the same
 * one at its next place, one that was moved with its text, bounds, and what a syntax error or the limit of errors has hidden.
 */
export function isImprovement(
  path: string,
  before: FileState,
  after: FileState,
  fixed: readonly Diagnostic[],
  edits: readonly TextEdit[],
): boolean {
  const known = new Set(errorsOf(before).map(({ file, code, range }) => `${file} ${code} ${range.start}`))
  for (const { file, code, range } of fixed) known.delete(`${file} ${code} ${range.start}`)
  const repeated = new Set(fixed.map(({ code, message }) => `${code} ${message}`))
  const moved = new Set(
    errorsOf(before)
      .filter(({ file, range }) => file === path && edits.some((edit) => edit.range.start <= range.start && range.end <= edit.range.end))
      .map(({ code, message }) => `${code} ${message}`),
  )
  for (const { code, message } of fixed) moved.delete(`${code} ${message}`)
  const hidesMore = hidden(before, path)
  return errorsOf(after).every(({ file, code, message, range }) => {
    const origin = file === path ? originOf(range.start, edits) : range.start
    if (origin !== null && known.has(`${file} ${code} ${origin}`)) return true
    if (origin === null) return moved.has(`${code} ${message}`)
    return repeated.has(`${code} ${message}`) || hidesMore || code.startsWith('MAS4')
  })
}

const errorsOf = ({ compiled }: FileState): readonly Diagnostic[] => compiled.diagnostics.filter(({ severity }) => severity === 'error')

/** Whether something may be wrong that was not reported. */
const hidden = (state: FileState, path: string): boolean =>
  errorsOf(state).filter(({ file }) => file === path).length >= errorLimit ||
  parse(state.text).file.declarations.some((declaration) => declaration.damaged)

/** Where an offset of the edited text was before; `null` inside of what was written. */
function originOf(offset: number, edits: readonly TextEdit[]): number | null {
  let shift = 0
  for (const { range, text } of edits) {
    const start = range.start + shift
    if (offset < start) break
    if (offset < start + text.length) return null
    shift += text.length - (range.end - range.start)
  }
  return offset - shift
}
