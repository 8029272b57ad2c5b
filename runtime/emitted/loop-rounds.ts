import { abortedEnding, okay } from './ending.ts'
import { Block } from './block.ts'
import type { Ending } from './ending.ts'
import type { StepRunner } from './step-runner.ts'
import type { StepName } from './step.ts'

/**
 * The rounds of a loop as a step: one for each item, the next one when everything in the last one has ended. Where the code
 * leaves the loop, the round that it leaves is the last.
 */
export async function* loopRounds<Item, Round>(
  runner: StepRunner,
  stepName: StepName,
  itemsOf: () => readonly Item[],
  roundOf: (runner: StepRunner, item: Item, index: number) => Round,
): AsyncGenerator<Round, void, void> {
  const { block, place } = runner
  const step = runner.open()
  const name = block.begin(step, stepName, runner.accounts)
  let ending: Ending<null> = okay(null)
  try {
    const items = block.attempt(name, itemsOf)
    if (items.kind !== 'ok') {
      ending = items
      return
    }
    for (const [position, item] of items.value.entries()) {
      if (!block.mayStart(step)) {
        ending = abortedEnding
        return
      }
      const index = position + 1
      const round = new Block({ ...place, indices: [...place.indices, index] }, `${name}[${index}]`)
      block.watch(step, round)
      try {
        yield roundOf(runner.in(round), item, index)
      } finally {
        ending = await round.roundEnd()
      }
      if (ending.kind !== 'ok') return
    }
  } finally {
    block.settle(step, stepName, ending)
  }
}
