import type { Range } from '../../grammar/index.ts'
import type { Context } from './lowering.ts'
import type { Path } from './path.ts'

/** The parts that every node has. */
export function nodeBase(context: Context, path: Path, range: Range) {
  return {
    name: path.name,
    instance: path.instance,
    place: { file: context.frame.module.path, start: range.start, end: range.end },
    budgets: context.frame.budgets,
  }
}
