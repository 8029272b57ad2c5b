import { familyAlone } from '../../payoff/index.ts'
import { mean, meanInterval } from '../../statistics/index.ts'
import { familyDesigns } from '../../team/index.ts'
import { randomStream } from '../../random/random-stream.ts'
import type { Experiment, ExperimentArm } from '../experiment.ts'
import { bestReturn, requestsToReturn } from '../outcome/requests-to-return.ts'
import { ofMethod } from '../outcome/scores-of.ts'
import type { Verdict } from '../outcome/verdict.ts'
import type { ExperimentResult } from '../results/experiment-result.ts'
import { armOf } from './methods.ts'

const families = ['depth', 'breadth'] as const

type CreditFamily = (typeof families)[number]

/** Of the best return that any estimator comes to with the seed. */
const shareOfBest = 0.9

/** What the claim allows, in requests of `broadcast`. */
const mostOfBroadcast = 0.5

/** `rloo` beside those that the claim names: what `broadcast` is without its bias. */
const estimators = ['broadcast', 'rloo', 'slice', 'counterfactual', 'shapley', 'vine'] as const

/**
 * The same rows a step for every estimator: replays make a step dearer, and nothing else does. One alternative and one continuation are
 * the cheapest replays that there are. With 8 tasks a step executors of `depth` got worse again after a third of 60,000 requests.
 */
const shared = { requests: 120_000, perStep: 32, designs: 1, executions: 4, alternatives: 1, continuations: 1 }

/** Those that credit single calls. */
const perNode = ['slice', 'counterfactual', 'shapley', 'vine'] as const

/**
 * Executors alone train, under the one design that pays on the family: a designer would make returns differ by what it happens to
 * write.
 */
function armsOf(family: CreditFamily): readonly ExperimentArm[] {
  const [body] = familyDesigns(familyAlone(family).family).payingDesigns
  if (body === undefined) throw new Error(`${family} has a design that pays`)
  return estimators.map((estimator) =>
    armOf({ method: estimator, title: estimator, recipe: { family, preset: 'frozen_designer', ...shared, estimator }, body }),
  )
}

/** Claim 3. */
export const creditEstimators: Experiment = {
  name: 'credit-estimators',
  question: 'Executors under the design that pays: model requests, replays counted, until 90 % of the best return of any estimator',
  arms: families.flatMap(armsOf),
  judge: (results) => families.map((family) => judgeCredit(results, family)),
}

/** The requests of one estimator over those of broadcast, seed by seed. */
interface Ratios {
  readonly estimator: string
  readonly ratios: readonly number[]
  readonly requests: number
  readonly reached: number
}

export function judgeCredit(results: readonly ExperimentResult[], family: string): Verdict {
  const claim = `Credit by node reaches 90 % of the best return on ${family} with at most half of the requests of broadcast`
  const broadcast = ratiosOf(results, family, 'broadcast')
  const found = perNode.map((estimator) => ratiosOf(results, family, estimator)).filter(({ ratios }) => ratios.length > 0)
  if (found.length === 0) return { claim, reached: null, found: 'no results' }
  const each = [broadcast, ...found].map(({ estimator, requests, reached, ratios }) =>
    `${estimator} ${Math.round(requests).toLocaleString('en')}${reached < ratios.length ? ` (reached in ${reached} of ${ratios.length})` : ''}`,
  )
  const all = `mean requests, all of them where it was not reached: ${each.join(', ')}`
  // The requests of an estimator that never came so far are no number to compare.
  const arrived = found.filter(({ ratios, reached }) => reached === ratios.length)
  const [best] = arrived.toSorted((left, right) => mean(left.ratios) - mean(right.ratios))
  if (best === undefined) return { claim, reached: false, found: `none reaches it with every seed; ${all}` }
  const { estimate, lower, upper } = meanInterval(best.ratios, { random: randomStream(0, 'ratios', family) })
  return {
    claim,
    reached: estimate <= mostOfBroadcast,
    found: `${best.estimator} takes ${estimate.toFixed(2)} (${lower.toFixed(2)} to ${upper.toFixed(2)}) of broadcast; ${all}`,
  }
}

function ratiosOf(results: readonly ExperimentResult[], family: string, estimator: string): Ratios {
  const own = ofMethod(results, family, estimator)
  const pairs = own.flatMap((result) => {
    const base = ofMethod(results, family, 'broadcast').find(({ seed }) => seed === result.seed)
    if (base === undefined) return []
    const curves = results.filter(({ setting, seed }) => setting === family && seed === result.seed).map(({ curve }) => curve)
    const target = shareOfBest * bestReturn(curves)
    return [{ to: requestsToReturn(result.curve, target), from: requestsToReturn(base.curve, target) }]
  })
  return {
    estimator,
    ratios: pairs.map(({ to, from }) => to.requests / from.requests),
    requests: mean(pairs.map(({ to }) => to.requests)),
    reached: pairs.filter(({ to }) => to.reached).length,
  }
}
