import type { Arithmetic } from './arithmetic.ts'
import { reduceOnce } from './reduce-once.ts'

/**
 * What each further step of `reduceOnce` gives, in order, the value last: `(3+5)*2-7` gives `8*2-7`, `16-7`, `9`. Empty for a
 * single number and for a text that is no expression; it ends before a step that falls out of the range.
 */
export function intermediates(text: string, arithmetic: Arithmetic): readonly string[] {
  const steps: string[] = []
  let current = text
  for (;;) {
    const next = reduceOnce(current, arithmetic)
    if (next === null || next === current) return steps
    steps.push(next)
    current = next
  }
}
