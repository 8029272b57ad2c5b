import type { ArmResult } from '../demonstration/arm-result.ts'
import { selfConsistency } from '../demonstration/self-consistency.ts'
import { randomStream } from '../random/random-stream.ts'
import { bootstrapInterval, mean } from '../statistics/index.ts'
import type { ExperimentResult } from './result-file.ts'

/** One arm over all seeds. */
export interface ExperimentRow {
  readonly name: string
  readonly title: string
  readonly before: number
  readonly after: number
  /** 95 % bootstrap interval of `after` over seeds; with few seeds it is coarse. */
  readonly interval: readonly [number, number]
  readonly requestsPerTask: number
  readonly trainRequests: number
  readonly byFamily: readonly {
    readonly family: string
    readonly before: number
    readonly after: number
    /** `after` of each seed. */
    readonly seeds: readonly number[]
  }[]
  /** Shares of the shapes of designs written for each family after training; empty where the design is given. */
  readonly shapes: readonly { readonly family: string; readonly direct: number; readonly vote: number; readonly loop: number }[]
}

/** The arms of an experiment over all its seeds, self-consistency at the cost of each seed's trained team among them. */
export function experimentTable(results: readonly ExperimentResult[]): readonly ExperimentRow[] {
  const seeds = [...new Set(results.map(({ seed }) => seed))]
  const all = seeds.flatMap((seed) => {
    const own = results.filter((entry) => entry.seed === seed)
    const arms = own.map(({ result }) => result)
    return [...arms, ...selfConsistency(arms, own.flatMap(({ votes }) => votes))]
  })
  return [...new Set(all.map(({ name }) => name))].map((name) => rowOf(all.filter((result) => result.name === name)))
}

function rowOf(results: readonly ArmResult[]): ExperimentRow {
  const [first] = results
  if (first === undefined) throw new Error('an arm has a result')
  const after = results.map((result) => result.after.success)
  const { lower, upper } = bootstrapInterval(after, mean, { random: randomStream(0, 'seeds', first.name) })
  const families = first.after.byFamily.map(({ family }) => family)
  const of = (measured: ArmResult['after'], family: string) => measured.byFamily.find((entry) => entry.family === family)
  return {
    name: first.name,
    title: first.name === 'self_consistency' ? 'self-consistency' : first.title,
    before: mean(results.map((result) => result.before.success)),
    after: mean(after),
    interval: [lower, upper],
    requestsPerTask: mean(results.map((result) => result.after.requestsPerTask)),
    trainRequests: mean(results.map((result) => result.trainRequests)),
    byFamily: families.map((family) => ({
      family,
      before: mean(results.map((result) => of(result.before, family)?.success ?? NaN)),
      after: mean(results.map((result) => of(result.after, family)?.success ?? NaN)),
      seeds: results.map((result) => of(result.after, family)?.success ?? NaN),
    })),
    shapes: first.designs.length === 0 ? [] : families.map((family) => ({
      family,
      direct: mean(results.map((result) => of(result.after, family)?.shapes.direct ?? NaN)),
      vote: mean(results.map((result) => of(result.after, family)?.shapes.vote ?? NaN)),
      loop: mean(results.map((result) => of(result.after, family)?.shapes.loop ?? NaN)),
    })),
  }
}
