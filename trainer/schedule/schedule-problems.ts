import type { Phase, Schedule } from './phase.ts'

/** What is wrong with a schedule, one sentence each; empty for a usable one. */
export function scheduleProblems(schedule: Schedule): readonly string[] {
  if (schedule.phases.length === 0) return ['phases: there is none.']
  return schedule.phases.flatMap((phase, position) => phaseProblems(phase).map((problem) => `phases[${position}]: ${problem}`))
}

function phaseProblems(phase: Phase): readonly string[] {
  if ('steps' in phase) return 'until' in phase ? ['it has both steps and until.'] : countProblems('steps', phase.steps)
  const { until } = phase
  const problems = [...countProblems('until.mostSteps', until.mostSteps)]
  if (until.kind === 'plateau') {
    problems.push(...countProblems('until.patience', until.patience))
    if (!(until.delta >= 0)) problems.push(`until.delta is ${until.delta}, not a number of at least 0.`)
    if (until.patience > until.mostSteps) problems.push('until.patience is more than until.mostSteps: no plateau can end it.')
  }
  if (until.kind === 'target' && !Number.isFinite(until.value)) problems.push(`until.value is ${until.value}, not a number.`)
  return problems
}

const countProblems = (name: string, value: number): readonly string[] =>
  Number.isSafeInteger(value) && value >= 1 ? [] : [`${name} is ${value}, not a whole number of at least 1.`]
