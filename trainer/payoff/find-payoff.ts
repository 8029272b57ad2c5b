import type { ModelClient } from '../../runtime/index.ts'
import { randomStream } from '../random/random-stream.ts'
import { mean } from '../statistics/index.ts'
import type { ResolvedFamily, Task } from '../tasks/index.ts'
import { designIn, familyDesigns } from '../team/index.ts'
import type { TaskDomain } from '../team/index.ts'
import { candidateDesigns, canonicalText } from './candidate-designs.ts'
import type { CandidateDesign } from './candidate-designs.ts'
import { measureDesigns } from './measure-designs.ts'
import type { DesignMeasure } from './measure-designs.ts'

export interface PayoffCosts {
  /** Subtracted from the success for each model request. */
  readonly costPerRequest: number
  /** Subtracted for each choice of the designer among at least two. */
  readonly costPerChoice: number
}

export interface PayoffSettings extends PayoffCosts {
  readonly seed: number
  /** All designs of at most so many choices are measured, fewer where there are more than `most`, and so many larger ones. */
  readonly mostChoices: number
  readonly most: number
  readonly sampled: number
  /** Executions of each design that is left, round by round; the best quarter of each round goes on. */
  readonly rounds: readonly number[]
  /** Executions of what is left at last, on other tasks and with other luck. */
  readonly executions: number
}

export interface Worth {
  readonly success: number
  readonly requests: number
  /** Success less the costs. */
  readonly reward: number
}

/** A design and what it is worth. */
export interface PayoffRow extends Worth {
  readonly form: string
  /** The statements of the workflow, in one line. */
  readonly body: string
  readonly byDifficulty: ReadonlyMap<number, Worth>
}

export interface Payoff {
  /** Designs measured, and up to which number of choices that is all of them. */
  readonly measured: number
  readonly completeTo: number
  readonly executions: number
  /** The one that is best on all tasks alike. */
  readonly best: PayoffRow
  /** The best for each difficulty, and what they are worth together: a designer reads the task that it writes for. */
  readonly bestByDifficulty: ReadonlyMap<number, PayoffRow>
  readonly bestTogether: Worth
  /** What the family is there for: one design, or one for each kind of task, and what they are worth together. */
  readonly paying: readonly PayoffRow[]
  readonly payingTogether: Worth
  /** The single agent. */
  readonly direct: PayoffRow
  /** Self-consistency: the single agent under a vote of as many answers as what pays makes requests. */
  readonly consistent: PayoffRow
  /** The best of each form, by reward. */
  readonly forms: readonly PayoffRow[]
}

/** Looks for what pays on a family: small designs all, larger ones drawn, in rounds that the better ones survive. */
export async function findPayoff(
  family: ResolvedFamily,
  domain: TaskDomain,
  client: ModelClient,
  settings: PayoffSettings,
): Promise<Payoff> {
  const { designs: specification } = domain
  const own = familyDesigns(family)
  const textOf = (body: string): string => canonicalText(specification, designIn(domain, body)) ?? designIn(domain, body)
  const paying = own.payingDesigns.map(textOf)
  const direct = textOf(directBody)
  const { designs, completeTo } = candidateDesigns(specification, { ...settings, given: [...paying, direct, ...domain.startDesigns] })

  let left = designs
  for (const [round, executions] of settings.rounds.entries()) {
    const measures = await measureDesigns(graphsOf(left), tasksOf(domain, executions, settings.seed, round), client, settings.seed + round)
    left = survivors(left.map((design, position) => rated(design, measures[position], settings)), [...paying, direct])
  }
  const tasks = tasksOf(domain, settings.executions, settings.seed, settings.rounds.length)
  const measureAll = async (some: readonly CandidateDesign[]): Promise<readonly Rated[]> => {
    const measures = await measureDesigns(graphsOf(some), tasks, client, settings.seed + settings.rounds.length)
    return some.map((design, position) => rated(design, measures[position], settings))
  }
  const final = (await measureAll(left)).toSorted((a, b) => b.reward - a.reward)
  const found = (text: string): Rated => {
    const row = final.find(({ design }) => design.text === text)
    if (row === undefined) throw new Error(`a given design is measured: ${text}`)
    return row
  }
  const payingRows = paying.map((text) => rowOf(found(text), domain))
  const payingTogether = together([...bestAtEach(payingRows).entries()])
  const size = Math.max(1, Math.round(payingTogether.requests))
  const vote = candidateDesigns(specification, { given: [textOf(voteBody(size))], mostChoices: 0, most: 0, sampled: 0, seed: 0 }).designs
  const [consistent] = await measureAll(vote)
  const rows = final.map((entry) => rowOf(entry, domain))
  const [best] = rows
  if (best === undefined || consistent === undefined) throw new Error('a space has designs')
  const bestByDifficulty = bestAtEach(rows)
  return {
    measured: designs.length,
    completeTo,
    executions: settings.executions,
    best,
    bestByDifficulty,
    bestTogether: together([...bestByDifficulty.entries()]),
    paying: payingRows,
    payingTogether,
    direct: rowOf(found(direct), domain),
    consistent: rowOf(consistent, domain),
    forms: rows.filter((row, position) => rows.findIndex(({ form }) => form === row.form) === position),
  }
}

const directBody = 'return Answer(expression)'

const voteBody = (size: number): string => (size <= 1 ? directBody : `return vote(sample ${size} of Answer(expression))`)

interface Rated extends Worth {
  readonly design: CandidateDesign
  readonly byDifficulty: ReadonlyMap<number, Worth>
}

const graphsOf = (designs: readonly CandidateDesign[]) => designs.map(({ graph }) => graph)

/** Tasks drawn anew, from both sides of any split, every difficulty as often. */
function tasksOf({ mix }: TaskDomain, count: number, seed: number, round: number): readonly Task[] {
  const [family] = mix.map((entry) => entry.family)
  if (family === undefined) throw new Error('a domain has a family')
  const { minimum, maximum } = family.difficulties
  return Array.from({ length: count }, (_, position) =>
    family.generate(randomStream(seed, 'payoff task', round, position), minimum + (position % (maximum - minimum + 1))),
  )
}

function rated(design: CandidateDesign, measure: DesignMeasure | undefined, { costPerRequest, costPerChoice }: PayoffCosts): Rated {
  if (measure === undefined) throw new Error('a design is measured')
  const worth = ({ success, requests }: Pick<Worth, 'success' | 'requests'>): Worth => ({
    success,
    requests,
    reward: success - costPerRequest * requests - costPerChoice * design.choices,
  })
  const byDifficulty = new Map([...measure.byDifficulty].map(([difficulty, part]) => [difficulty, worth(part)]))
  return { design, ...worth(measure), byDifficulty }
}

/** The best quarter, the best of each form, some at each difficulty, and those that are kept whatever they do. */
function survivors(rows: readonly Rated[], kept: readonly string[]): readonly CandidateDesign[] {
  const sorted = rows.toSorted((a, b) => b.reward - a.reward)
  const special = [...(rows[0]?.byDifficulty.keys() ?? [])].flatMap((difficulty) =>
    rows.toSorted((a, b) => rewardAt(b, difficulty) - rewardAt(a, difficulty)).slice(0, eachDifficulty),
  )
  const forms = sorted.filter((row, position) => sorted.findIndex(({ design }) => design.form === row.design.form) === position)
  const best = sorted.slice(0, Math.ceil(sorted.length / 4))
  const given = rows.filter(({ design }) => kept.includes(design.text))
  return [...new Set([...best, ...special, ...forms, ...given])].map(({ design }) => design)
}

/** Designs of each difficulty that go on. */
const eachDifficulty = 3

const rewardAt = ({ byDifficulty }: Pick<Rated, 'byDifficulty'>, difficulty: number): number => byDifficulty.get(difficulty)?.reward ?? -Infinity

function bestAtEach(rows: readonly PayoffRow[]): ReadonlyMap<number, PayoffRow> {
  return new Map(
    [...(rows[0]?.byDifficulty.keys() ?? [])].flatMap((difficulty) => {
      const [best] = rows.toSorted((a, b) => rewardAt(b, difficulty) - rewardAt(a, difficulty))
      return best === undefined ? [] : [[difficulty, best] as const]
    }),
  )
}

/** The mean over difficulties, each by its own design. */
function together(chosen: readonly (readonly [number, PayoffRow])[]): Worth {
  const parts = chosen.flatMap(([difficulty, row]) => row.byDifficulty.get(difficulty) ?? [])
  return {
    success: mean(parts.map(({ success }) => success)),
    requests: mean(parts.map(({ requests }) => requests)),
    reward: mean(parts.map(({ reward }) => reward)),
  }
}

function rowOf({ design, success, requests, reward, byDifficulty }: Rated, { designs: { preamble } }: TaskDomain): PayoffRow {
  const workflow = design.text.slice(preamble.trimEnd().length)
  const body = workflow.slice(workflow.indexOf('{') + 1, workflow.lastIndexOf('}')).replace(/\s+/g, ' ').trim()
  return { form: design.form, body, success, requests, reward, byDifficulty }
}
