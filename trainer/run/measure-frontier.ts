import { readFileSync } from 'node:fs'
import type { TrainingConfiguration } from '../configuration/index.ts'
import { chooseCandidates, tallyDesigns } from '../frontier/index.ts'
import type { DesignTally, FrontierEntry, TriedDesign } from '../frontier/index.ts'
import { mean } from '../statistics/index.ts'
import { comparisonsOf } from '../team/index.ts'
import type { TaskDomain } from '../team/index.ts'
import { evaluateDesigns } from '../training/evaluate-designs.ts'
import type { DesignSource } from '../training/roll-out.ts'
import type { RunParts } from './run-parts.ts'

/** What is still to be measured. */
type Planned = Pick<FrontierEntry, 'kind' | 'name' | 'text' | 'training'>

/**
 * Everything that is measured at the end, in order: single agents and votes, what was written for the tasks, the designs that did
 * best in training, the designer itself.
 */
export function plannedMeasurements(
  { rollout, frontier }: Pick<TrainingConfiguration, 'rollout' | 'frontier'>,
  domain: TaskDomain,
  tried: readonly TriedDesign[],
): readonly Planned[] {
  const compared: Planned[] = comparisonsOf(domain.designs, rollout.mostRequests).map((comparison) => ({ ...comparison, training: null }))
  const known = new Set(compared.map(({ text }) => text))
  const written = (domain.written ?? []).filter(({ text }) => !known.has(text))
  compared.push(...written.map((design): Planned => ({ kind: 'other', ...design, training: null })))
  const except = new Set(compared.flatMap(({ text }) => text ?? []))
  const { designs: most, leastExecutions } = frontier
  const candidates = chooseCandidates(tallyDesigns(tried), { most, leastExecutions, except })
  return [
    ...compared,
    ...candidates.map((tally, position) => plannedDesign(tally, position + 1)),
    { kind: 'designer', name: 'the designer', text: null, training: null },
  ]
}

const plannedDesign = ({ text, executions, score, requests }: DesignTally, number: number): Planned => ({
  kind: 'design',
  name: `design ${number}`,
  text,
  training: { executions, score, requests },
})

/** Measures one of them on the held-out tasks, all with the same seeds. Throws what `evaluateDesigns` throws. */
export async function measureEntry(
  planned: Planned,
  repeats: number,
  { heldOut, rollout }: Pick<RunParts, 'heldOut' | 'rollout'>,
): Promise<FrontierEntry> {
  const designs: DesignSource = planned.text === null ? rollout.designs : { kind: 'fixed', text: planned.text }
  const { scores, requestsPerTask, trees } = await evaluateDesigns(heldOut, { run: 'frontier', seed: 1, repeats }, { ...rollout, designs })
  const prices = trees.flatMap((tree) => tree.designs.flatMap(({ executions }) => executions.flatMap(({ price }) => price ?? [])))
  return { ...planned, scores, requests: requestsPerTask, price: prices.length === 0 ? null : mean(prices) }
}

/** The lines of a file of tried designs that a run wrote itself. */
export const readTriedDesigns = (path: string): readonly TriedDesign[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TriedDesign)
