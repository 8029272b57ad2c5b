import type { Range } from '../../grammar/index.ts'
import type { Fix } from '../diagnostics/diagnostic.ts'
import { nearestNames } from '../diagnostics/nearest-name.ts'
import { replacing } from './edits.ts'

/** A name that is written nearly like the one at the range; no fix where several are equally near. */
export function misspeltName(name: string, range: Range, candidates: Iterable<string>): Fix | null {
  const [nearest, ...others] = new Set(nearestNames(name, candidates))
  return nearest === undefined || others.length > 0 ? null : replacing(range, nearest)
}
