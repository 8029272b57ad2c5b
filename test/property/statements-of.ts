import { parse } from '../../grammar/index.ts'
import type { Range } from '../../grammar/index.ts'

interface Place {
  readonly range: Range
}

const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'range' in value

/** Where each statement of a script stands, at any depth: another one may be put before it. */
export function statementsOf(source: string): readonly Range[] {
  const found: Range[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('statements' in value && Array.isArray(value.statements)) {
      const ranges = value.statements.filter(isPlace).map(({ range }) => range)
      // An `else if` is a block of its own in the tree, without braces in the text: nothing can be put before it.
      const hasBraces = isPlace(value) && value.range.start !== ranges[0]?.start
      if (hasBraces) found.push(...ranges)
    }
    Object.values(value).forEach(visit)
  }
  visit(parse(source).file.declarations)
  return found
}
