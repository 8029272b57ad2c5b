import { derivationOf } from '../../compiler/derivation/index.ts'
import { optimiseProblems } from '../configuration/index.ts'
import type { TrainingConfiguration } from '../configuration/index.ts'
import { randomStream } from '../random/random-stream.ts'
import { drawTask, drawTasks, taskText } from '../tasks/index.ts'
import type { Task } from '../tasks/index.ts'
import { rolesOf } from '../team/index.ts'
import type { TaskDomain } from '../team/index.ts'
import { defaultReplyProblems } from './default-reply-problems.ts'
import type { TrainingExtensions } from './training-extensions.ts'

/** Tasks that are looked at before a run begins. */
const probes = 300

/**
 * What would keep a run from working that its configuration alone does not say, one text each: no task on a side of the split,
 * texts that the small policies cannot read or that are too long for them, a schedule that trains a frozen policy.
 */
export function runProblems(configuration: TrainingConfiguration, domain: TaskDomain, extensions: TrainingExtensions): readonly string[] {
  const tasks = Array.from({ length: probes }, (_, probe) => drawTask(domain.mix, randomStream(0, 'run probe', probe)))
  return [
    ...sideProblems(configuration, domain),
    ...scheduleProblems(configuration, extensions),
    ...sharedProblems(configuration, extensions),
    ...modelProblems(configuration, extensions),
    ...(extensions.estimator === undefined ? [] : optimiseProblems(configuration, extensions.estimator)),
    ...defaultReplyProblems(configuration.credit.replays, domain.designs, { closed: extensions.designer === undefined }),
    ...(extensions.executor === undefined ? executorProblems(configuration, domain, tasks) : []),
    ...(extensions.designer === undefined ? designerProblems(configuration, domain, tasks) : []),
  ]
}

function sideProblems({ tasks: { split } }: TrainingConfiguration, { mix }: TaskDomain): readonly string[] {
  return (['training', 'held_out'] as const).flatMap((side) =>
    drawTasks({ mix, split, side }, 1, randomStream(0, 'run probe', side)).length > 0
      ? []
      : [`tasks.split: no task is ${side === 'training' ? 'left to train on' : 'held out to be measured on'}; the families have too few`],
  )
}

function scheduleProblems({ schedule }: TrainingConfiguration, extensions: TrainingExtensions): readonly string[] {
  return (['designer', 'executor'] as const).flatMap((role) => {
    const own = extensions[role]
    const trains = schedule.phases.some(({ train }) => train === role || train === 'both')
    return own?.learner === null && trains ? [`schedule: it trains the ${role}, and "${own.name}" is frozen`] : []
  })
}

function sharedProblems({ weights }: TrainingConfiguration, { designer, executor }: TrainingExtensions): readonly string[] {
  const own = designer ?? executor
  return weights === 'separate' || own === undefined
    ? []
    : [`weights: they are shared by the small policies alone, and "${own.name}" stands in the place of one`]
}

function modelProblems({ executor, designs }: TrainingConfiguration, { executor: own, domain }: TrainingExtensions): readonly string[] {
  const problems: string[] = []
  if (executor.models !== null && own === undefined) {
    problems.push('executor.models: models are opened by mas train; a program brings them as the extension executor')
  }
  if (designs.from !== null && domain === undefined) {
    problems.push('designs.from: the file is read by mas train, with the tasks of --tasks; a program brings both as the extension domain')
  }
  if (own?.slots !== undefined && own.learner !== null) {
    problems.push(`extensions.executor: "${own.name}" learns, and slots are for frozen executors`)
  }
  return problems
}

function executorProblems({ executor }: TrainingConfiguration, domain: TaskDomain, tasks: readonly Task[]): readonly string[] {
  const roles = rolesOf(domain)
  if (roles.length === 0) return ['domain: its families name no role that small executors could play']
  const texts = tasks.flatMap((task) => {
    const family = domain.mix.find((entry) => entry.family.name === task.family)?.family
    const inputs = Object.values(task.input).map(written)
    const replies = roles.map((role) => family?.reply(role, task.input) ?? '').map(written)
    return [{ task, text: [...inputs, ...replies].join(''), length: lengthOf(inputs, replies) }]
  })
  return [
    ...characterProblems(domain, texts),
    ...lengthProblems('executor', executor.network.positions, texts),
  ]
}

/** Role, inputs with a mark between two, the reply mark, the reply; its end is written, and not read. */
const lengthOf = (inputs: readonly string[], replies: readonly string[]): number =>
  1 + inputs.join('').length + inputs.length + Math.max(...replies.map((reply) => reply.length))

function designerProblems({ designer, rollout }: TrainingConfiguration, domain: TaskDomain, tasks: readonly Task[]): readonly string[] {
  const longest = Math.max(0, ...domain.startDesigns.map((text) => derivationOf(domain.designs, text)?.length ?? 0))
  if (longest === 0) return [`rollout.mostRequests: no start design can be written within ${rollout.mostRequests} requests`]
  const { reads = taskText } = domain
  const texts = tasks.map((task) => ({ task, text: reads(task), length: reads(task).length + longest }))
  return [...characterProblems(domain, texts), ...lengthProblems('designer', designer.network.positions, texts)]
}

interface Probe {
  readonly task: Task
  readonly text: string
  /** Positions that a network needs for it. */
  readonly length: number
}

function characterProblems(domain: TaskDomain, texts: readonly Probe[]): readonly string[] {
  const unknown = [...new Set(texts.flatMap(({ text }) => [...text]))].filter((letter) => !domain.characters.includes(letter))
  return unknown.length === 0 ? [] : [`domain: its characters lack ${unknown.map((letter) => JSON.stringify(letter)).join(', ')}`]
}

function lengthProblems(role: 'designer' | 'executor', positions: number, texts: readonly Probe[]): readonly string[] {
  const longest = texts.reduce((found, entry) => (entry.length > found.length ? entry : found))
  if (longest.length <= positions) return []
  return [`${role}.network.positions: ${longest.task.id} takes ${longest.length}, there are ${positions}`]
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
