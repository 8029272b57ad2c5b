import { parse } from '../../grammar/parser/index.ts'
import type { ParseResult } from '../../grammar/index.ts'
import type { ModuleSource } from './module-reader.ts'

interface Parsed {
  readonly text: string
  readonly result: ParseResult
}

/** Goes with its source: a file that is read anew each time is not kept. */
const known = new WeakMap<ModuleSource, Parsed>()

/** Parses what is imported; a source that a reader gives again, as it gives the library's to every script, is not parsed again. */
export function parseOnce(source: ModuleSource): ParseResult {
  const { text } = source
  const before = known.get(source)
  if (before?.text === text) return before.result
  const result = parse(text)
  known.set(source, { text, result })
  return result
}
