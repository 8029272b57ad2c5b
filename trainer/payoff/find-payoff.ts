import { countDesigns } from '../../compiler/derivation/index.ts'
import type { ModelClient } from '../../runtime/index.ts'
import { randomStream } from '../random/random-stream.ts'
import { drawTask } from '../tasks/index.ts'
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

/** A design and what it is worth. */
export interface PayoffRow {
  readonly form: string
  readonly body: string
  readonly success: number
  readonly requests: number
  /** Success less the costs. */
  readonly reward: number
  readonly byDifficulty: ReadonlyMap<number, number>
}

export interface Payoff {
  /** Designs of the space, those measured, and up to which size that is all of them. */
  readonly space: bigint
  readonly measured: number
  readonly completeTo: number
  readonly executions: number
  /** The one that is best on all tasks alike. */
  readonly best: PayoffRow
  /** The best for each difficulty; its reward is of that difficulty alone. */
  readonly bestByDifficulty: ReadonlyMap<number, PayoffRow>
  /** What the family is there for: one design, or one for each difficulty. */
  readonly paying: readonly PayoffRow[]
  /** The single agent. */
  readonly direct: PayoffRow
  /** Self-consistency: the single agent under a vote of as many answers as the paying design makes requests. */
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
  const payingRows = paying.map(found)
  const cost = payingRows.reduce((sum, row) => sum + row.measure.requests, 0) / payingRows.length
  const vote = candidateDesigns(specification, { given: [textOf(voteBody(Math.round(cost)))], mostChoices: 0, most: 0, sampled: 0, seed: 0 }).designs
  const [consistent] = await measureAll(vote)
  const best = final[0]
  if (best === undefined || consistent === undefined) throw new Error('a space has designs')
  const row = (entry: Rated): PayoffRow => rowOf(entry, domain)
  const difficulties = [...best.measure.byDifficulty.keys()]
  return {
    space: countDesigns(specification),
    measured: designs.length,
    completeTo,
    executions: settings.executions,
    best: row(best),
    bestByDifficulty: new Map(difficulties.map((difficulty) => [difficulty, bestAt(difficulty, final, domain)])),
    paying: payingRows.map(row),
    direct: row(found(direct)),
    consistent: row(consistent),
    forms: final.filter((entry, position) => final.findIndex(({ design }) => design.form === entry.design.form) === position).map(row),
  }
}

const directBody = 'return Answer(expression)'

const voteBody = (size: number): string => (size <= 1 ? directBody : `return vote(sample ${size} of Answer(expression))`)

interface Rated {
  readonly design: CandidateDesign
  readonly measure: DesignMeasure
  readonly reward: number
  readonly byDifficulty: ReadonlyMap<number, number>
}

const graphsOf = (designs: readonly CandidateDesign[]) => designs.map(({ graph }) => graph)

/** Tasks drawn anew, both sides of any split. */
const tasksOf = ({ mix }: TaskDomain, count: number, seed: number, round: number): readonly Task[] =>
  Array.from({ length: count }, (_, position) => drawTask(mix, randomStream(seed, 'payoff task', round, position)))

function rated(design: CandidateDesign, measure: DesignMeasure | undefined, costs: PayoffCosts): Rated {
  if (measure === undefined) throw new Error('a design is measured')
  const { costPerRequest, costPerChoice } = costs
  const worth = ({ success, requests }: { readonly success: number; readonly requests: number }): number =>
    success - costPerRequest * requests - costPerChoice * design.choices
  return {
    design,
    measure,
    reward: worth(measure),
    byDifficulty: new Map([...measure.byDifficulty].map(([difficulty, part]) => [difficulty, worth(part)])),
  }
}

/** The best quarter, the best of each form, the best at each difficulty, and those that are kept whatever they do. */
function survivors(rows: readonly Rated[], kept: readonly string[]): readonly CandidateDesign[] {
  const sorted = rows.toSorted((a, b) => b.reward - a.reward)
  const difficulties = [...(rows[0]?.byDifficulty.keys() ?? [])]
  const special = difficulties.flatMap((difficulty) =>
    rows.toSorted((a, b) => (b.byDifficulty.get(difficulty) ?? 0) - (a.byDifficulty.get(difficulty) ?? 0)).slice(0, eachDifficulty),
  )
  const forms = sorted.filter((row, position) => sorted.findIndex(({ design }) => design.form === row.design.form) === position)
  const best = sorted.slice(0, Math.ceil(sorted.length / 4))
  return [...new Set([...best, ...special, ...forms, ...rows.filter(({ design }) => kept.includes(design.text))])].map(({ design }) => design)
}

/** Designs of each difficulty that go on. */
const eachDifficulty = 5

function bestAt(difficulty: number, rows: readonly Rated[], domain: TaskDomain): PayoffRow {
  const [best] = rows.toSorted((a, b) => (b.byDifficulty.get(difficulty) ?? 0) - (a.byDifficulty.get(difficulty) ?? 0))
  if (best === undefined) throw new Error('a space has designs')
  const part = best.measure.byDifficulty.get(difficulty)
  return { ...rowOf(best, domain), success: part?.success ?? 0, requests: part?.requests ?? 0, reward: best.byDifficulty.get(difficulty) ?? 0 }
}

function rowOf({ design, measure, reward, byDifficulty }: Rated, { designs: { preamble } }: TaskDomain): PayoffRow {
  const body = design.text.slice(preamble.trimEnd().length).replace(/^[^{]*\{/, '').replace(/\}\s*$/, '').replace(/\s+/g, ' ').trim()
  return { form: design.form, body, success: measure.success, requests: measure.requests, reward, byDifficulty }
}
