import type { HalfProgram } from '../half-program.ts'
import type { Option } from '../machine/goal.ts'
import type { Step } from '../machine/position.ts'

/** The legal choice with the least to come after it: the end of a block, else what has the fewest parts. */
export function simplestStep({ space: { machine }, position }: HalfProgram): Step {
  const options = machine.options(position).toSorted((one, other) => weight(one) - weight(other))
  for (const option of options) {
    const step = machine.step(position, option)
    if (step !== null) return step
  }
  throw new Error('every position that is not finished has a legal choice')
}

function weight({ part, label, goals }: Option): number {
  switch (part.kind) {
    case 'end':
    case 'yield':
      return 0
    case 'statement':
      return label === 'statement/return' ? 1 : label === 'statement/rebind' ? 2 : 3
    case 'expression':
      return goals.length
    case 'integer':
      return part.value
    case 'name':
      return 0
  }
}
