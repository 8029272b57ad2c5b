import type { Engine } from '../../engine/index.ts'
import { createRunParts } from '../../run/run-parts.ts'
import { designIn } from '../../team/index.ts'
import type { TaskDomain } from '../../team/index.ts'
import { evaluateDesigns } from '../../training/evaluate-designs.ts'
import type { Evaluation } from '../../training/evaluate-designs.ts'
import { preferredDesignsOf } from '../../training/preferred-designs.ts'
import { trainingLoop } from '../../training/training-loop.ts'
import type { ExperimentArm } from '../experiment.ts'
import { armMeasure } from '../results/arm-measure.ts'
import { curveOf } from '../results/curve.ts'
import type { CurveStep } from '../results/curve.ts'
import type { ExperimentResult } from '../results/experiment-result.ts'
import { settingsDigest } from '../results/settings-digest.ts'

/** What an arm starts from. */
export interface ArmStart {
  readonly domain: TaskDomain
  readonly designer: Uint8Array
  readonly executor: Uint8Array
  readonly startSteps: ExperimentResult['startSteps']
}

export interface ArmRun {
  readonly experiment: string
  readonly arm: ExperimentArm
  readonly seed: number
}

/** Trains an arm from its start until its requests are spent, and measures it before and after on held-out tasks. */
export async function trainArm(
  engine: Engine,
  { experiment, arm, seed }: ArmRun,
  { domain, designer, executor, startSteps }: ArmStart,
): Promise<ExperimentResult> {
  const began = process.cpuUsage()
  const configuration = { ...arm.configuration, seed, backend: engine.backend }
  const { roles, learners, rollout: written, loop: settings, heldOut } = createRunParts(engine, configuration, domain, {})
  restore(roles.designer.learner, designer)
  restore(roles.executor.learner, executor)
  const { body } = arm
  const given = (text: string) => ({ ...written, designs: { kind: 'fixed', text: designIn(domain, text) } }) as const
  const rollout = body === null ? written : given(body)
  const loop = body === null ? settings : { ...settings, designs: 1, executions: settings.designs * settings.executions }
  const evaluate = (parts: typeof rollout): Promise<Evaluation> =>
    evaluateDesigns(heldOut, { run: 'evaluation', seed: 1, repeats: configuration.evaluation.repeats }, parts)

  const before = await evaluate(rollout)
  const steps: CurveStep[] = []
  const counts = { designs: 0, rejected: 0, requests: 0, replays: 0 }
  for await (const step of trainingLoop(loop, rollout, learners)) {
    const { statistics, requests } = step
    steps.push({ requests, statistics })
    counts.designs += statistics.designs
    counts.rejected += statistics.rejectedDesigns
    counts.requests = requests
    counts.replays += step.replays.requests
  }
  const after = await evaluate(rollout)
  const votes: ExperimentResult['votes'][number][] = []
  for (const size of arm.voteSizes) {
    const { requestsPerTask, scores } = await evaluate(given(voteBody(size)))
    votes.push({ size, requestsPerTask, scores })
  }
  const spent = process.cpuUsage(began)
  return {
    version: 2,
    experiment,
    arm: arm.name,
    setting: arm.setting,
    method: arm.method,
    title: arm.title,
    seed,
    backend: engine.backend,
    digest: settingsDigest(arm),
    processorSeconds: Math.round((spent.user + spent.system) / 1e5) / 10,
    startSteps,
    steps: steps.length,
    requests: counts.requests,
    replayRequests: counts.replays,
    before: armMeasure(before),
    after: armMeasure(after),
    votes,
    curve: curveOf(steps),
    written: body === null ? counts.designs : 0,
    compiled: body === null ? counts.designs - counts.rejected : 0,
    designs: body === null ? preferred(domain, after) : [],
  }
}

/** Self-consistency (arXiv 2203.11171): n answers, the most common one. */
const voteBody = (size: number): string => (size <= 1 ? 'return Answer(expression)' : `return vote(sample ${size} of Answer(expression))`)

const preferred = (domain: TaskDomain, evaluation: Evaluation): ExperimentResult['designs'] =>
  preferredDesignsOf(evaluation).map(({ difficulty, share, text }) => ({ difficulty, share, body: bodyIn(domain, text) }))

/** The statements of the workflow of a design, in one line. */
function bodyIn({ designs: { preamble } }: TaskDomain, text: string): string {
  const workflow = text.slice(preamble.trimEnd().length)
  return workflow.slice(workflow.indexOf('{') + 1, workflow.lastIndexOf('}')).replace(/\s+/g, ' ').trim()
}

function restore(learner: { restore(saved: Uint8Array): string | null } | null, saved: Uint8Array): void {
  const problem = learner?.restore(saved) ?? null
  if (problem !== null) throw new Error(`an arm goes on from the start of its group: ${problem}`)
}
