import { join } from 'node:path'
import type { TrainingConfiguration } from '../configuration/index.ts'
import { mean } from '../statistics/index.ts'
import { evaluateDesigns } from '../training/evaluate-designs.ts'
import { measured } from '../training/measured.ts'
import { preferredDesignsOf } from '../training/preferred-designs.ts'
import { stepFigures } from '../training/step-figures.ts'
import { loopStart, trainingLoop } from '../training/training-loop.ts'
import type { LoopPoint } from '../training/training-loop.ts'
import { writeFrontierFiles } from './frontier-files.ts'
import { measureEntry, plannedMeasurements, readTriedDesigns } from './measure-frontier.ts'
import { runFiles } from './run-folder.ts'
import type { RunParts } from './run-parts.ts'
import type { RunProgress } from './run-progress.ts'
import { summaryOf } from './training-summary.ts'
import type { TrainingSummary } from './training-summary.ts'

/** Supervised steps between two states on disk: they are short, and done again in no time. */
const startStepsPerState = 10

/** Thrown where a run was told to end; what it had done is in its state. */
export class Interrupted extends Error {}

/** Goes through what is left of a run, from where its progress stands. */
export async function runStages(
  configuration: TrainingConfiguration,
  parts: RunParts,
  progress: RunProgress,
  signal: AbortSignal,
): Promise<TrainingSummary> {
  const breathe = async (): Promise<void> => {
    // The thread computes without a pause; a turn of the event loop lets progress and Ctrl-C through.
    await new Promise((resolve) => setImmediate(resolve))
    if (!signal.aborted) return
    progress.save()
    throw new Interrupted()
  }
  await superviseRoles(parts, progress, breathe)
  const point = await train(configuration, parts, progress, breathe)
  await measureFrontier(configuration, parts, progress, point.step, breathe)
  return finish(configuration, parts, progress, point)
}

type Breathe = () => Promise<void>

async function superviseRoles({ roles }: RunParts, progress: RunProgress, breathe: Breathe): Promise<void> {
  for (let { position } = progress.state; position.kind === 'start'; position = progress.state.position) {
    const { role, last } = position
    const { start } = roles[role]
    for (const done of start?.steps(last) ?? []) {
      progress.record({ kind: 'start', role, ...done })
      progress.move({ position: { kind: 'start', role, last: done } })
      if (done.step % startStepsPerState === 0) progress.save()
      await breathe()
    }
    start?.end()
    progress.move({
      position: role === 'executor' ? { kind: 'start', role: 'designer', last: null } : { kind: 'training', point: loopStart },
    })
    progress.save()
  }
}

async function train(
  configuration: TrainingConfiguration,
  parts: RunParts,
  progress: RunProgress,
  breathe: Breathe,
): Promise<LoopPoint> {
  const { position } = progress.state
  let point = position.kind === 'start' ? loopStart : position.point
  const evaluateHere = async (): Promise<void> => {
    if (progress.state.evaluations.at(-1)?.step !== point.step) await evaluate(configuration, parts, progress, point)
    progress.save()
  }
  const { everySteps } = configuration.evaluation
  if (point.step === 0) await evaluateHere()
  await breathe()
  for await (const step of trainingLoop(parts.loop, parts.rollout, parts.learners, point)) {
    const { written, compiled } = progress.state
    const { designs, rejectedDesigns } = step.statistics
    progress.keepCalls(step)
    progress.keepDesigns(step)
    progress.record({ kind: 'step', ...stepFigures(step) })
    point = step.next
    progress.move({
      position: { kind: 'training', point },
      written: written + designs,
      compiled: compiled + designs - rejectedDesigns,
    })
    if (everySteps !== null && point.step % everySteps === 0) await evaluateHere()
    else progress.save()
    await breathe()
  }
  await evaluateHere()
  return point
}

async function evaluate(configuration: TrainingConfiguration, parts: RunParts, progress: RunProgress, point: LoopPoint): Promise<void> {
  const settings = { run: 'evaluation', seed: 1, repeats: configuration.evaluation.repeats }
  const evaluation = await evaluateDesigns(parts.heldOut, settings, parts.rollout)
  const { step, requests } = point
  const line = {
    kind: 'evaluation',
    step,
    requests,
    tasks: parts.heldOut.length,
    ...measured(evaluation, configuration.seed),
  } as const
  progress.record(line)
  progress.move({ evaluations: [...progress.state.evaluations, line], designs: preferredDesignsOf(evaluation) })
}

async function measureFrontier(
  configuration: TrainingConfiguration,
  parts: RunParts,
  progress: RunProgress,
  step: number,
  breathe: Breathe,
): Promise<void> {
  if (parts.frontier === null) return
  const planned = plannedMeasurements(configuration, parts.frontier, readTriedDesigns(join(progress.folder, runFiles.tried)))
  const { repeats } = configuration.evaluation
  for (const next of planned.slice(progress.state.frontier.length)) {
    const entry = await measureEntry(next, repeats, parts)
    const { kind, name, scores, requests, price } = entry
    progress.record({ kind: 'frontier', step, entry: kind, name, score: mean(scores), requests, price })
    progress.move({ frontier: [...progress.state.frontier, entry] })
    progress.save()
    await breathe()
  }
}

function finish(configuration: TrainingConfiguration, { roles }: RunParts, progress: RunProgress, point: LoopPoint): TrainingSummary {
  for (const role of ['designer', 'executor'] as const) {
    const { learner } = roles[role]
    if (learner !== null) progress.write(role, learner.weights())
  }
  const summary = summaryOf(configuration, progress.state, point)
  if (summary.frontier !== null) writeFrontierFiles(progress.folder, summary.frontier)
  progress.write('summary', `${JSON.stringify(summary, null, 2)}\n`)
  progress.move({ position: { kind: 'finished', point } })
  progress.save()
  return summary
}
