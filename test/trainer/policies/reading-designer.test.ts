import { expect, test } from 'vitest'
import { derivationOf } from '../../../compiler/derivation/index.ts'
import { drawTasks, taskText } from '../../../trainer/tasks/index.ts'
import { choicesOf } from '../../../trainer/policies/derived-design-space.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { evaluateDesigns } from '../../../trainer/training/evaluate-designs.ts'
import { designShape } from '../../../trainer/training/design-shape.ts'
import { heldOutTasks, partsOf } from '../../../trainer/demonstration/run-arm.ts'
import { arms } from '../../../trainer/demonstration/arms.ts'
import { demonstrationSettings, taskMix, taskSplit } from '../../../trainer/demonstration/settings.ts'
import { createTeam, domain } from '../../../trainer/demonstration/team.ts'
import { loadedEngine } from '../engine/loaded-engine.ts'
import type { RolloutTree } from '../../../trainer/rollout/index.ts'
import type { Task } from '../../../trainer/tasks/index.ts'

// The designer is taught by supervision what reinforcement would have to find out: another design for each family. What it writes
// then depends on what it reads, and on nothing else: with the texts shuffled among tasks, its choice says nothing about a task.

const suits = (task: Task): string => {
  const wanted = task.family === 'plain' ? 'return Answer(' : task.family === 'robustness' ? 'return vote(' : 'repeat max 5'
  return domain.startDesigns.find((text) => text.includes(wanted)) ?? ''
}

/** Pearson's χ² of design shapes against families and difficulties. */
function dependence(trees: readonly RolloutTree[]): number {
  const cells = trees.flatMap(({ task, designs }) =>
    designs.map(({ compiled }) => ({
      row: `${task.family} ${task.difficulty}`,
      column: compiled.kind === 'graph' ? designShape(compiled.graph) : 'rejected',
    })),
  )
  const count = (matches: (cell: { row: string; column: string }) => boolean): number => cells.filter(matches).length
  let sum = 0
  for (const row of new Set(cells.map((cell) => cell.row))) {
    for (const column of new Set(cells.map((cell) => cell.column))) {
      const expected = (count((cell) => cell.row === row) * count((cell) => cell.column === column)) / cells.length
      sum += (count((cell) => cell.row === row && cell.column === column) - expected) ** 2 / expected
    }
  }
  return sum
}

test('a designer chooses by what it reads: with the texts shuffled, its designs are independent of the tasks', async () => {
  const settings = demonstrationSettings
  const team = createTeam(await loadedEngine(), settings, { seed: 4 })
  const { network, policy, space } = team.designerRole
  const source = { mix: taskMix.map(({ family }) => ({ family, weight: 1 })), split: taskSplit, side: 'training' } as const
  for (let step = 0; step < 60; step += 1) {
    const rows = drawTasks(source, 32, randomStream(4, 'taught', step)).map((task) => {
      const choices = derivationOf(domain.designs, suits(task)) ?? []
      return policy.imitate(taskText(task), choicesOf(space, choices.map((choice) => choice.label)))
    })
    network.trainSupervised(rows, { learningRate: 0.01, warmUpSteps: 10 })
  }
  const tasks = heldOutTasks(settings)
  const shuffled = randomStream(4, 'shuffled').shuffle(tasks)
  const reads = (task: Task): string => taskText(shuffled[tasks.indexOf(task)] ?? task)
  const parts = partsOf(arms.stages, team, settings)
  const evaluation = { run: 'reading', seed: 1, repeats: 1 }
  const read = dependence((await evaluateDesigns(tasks, evaluation, parts)).trees)
  const misread = dependence((await evaluateDesigns(tasks, evaluation, { ...parts, reads })).trees)
  // Seven kinds of task and three shapes give twelve degrees of freedom: χ² is beyond 32.9 in one of a thousand independent draws.
  expect(read).toBeGreaterThan(150)
  expect(misread).toBeLessThan(32.9)
}, 60_000)
