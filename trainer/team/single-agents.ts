import { typeText } from '../../compiler/types/index.ts'
import type { DerivationSpecification } from '../../compiler/derivation/index.ts'
import { callDesign } from './call-design.ts'

/** A design, and what it is called. */
export interface NamedDesign {
  readonly name: string
  readonly text: string
}

/** An agent that can take a task by itself. */
export interface SingleAgent {
  readonly name: string
  /** Of one call, at most. */
  readonly calls: number
  /** It answers once. */
  readonly direct: string
  /** Self-consistency (arXiv 2203.11171): it answers n times, and the most common answer counts. */
  voted(n: number): string
}

/** A design that others are compared with; `vote`: of the first single agent, once or several times. */
export interface Comparison extends NamedDesign {
  readonly kind: 'vote' | 'other'
}

/** The agents and workflows that take exactly what the workflow takes, in this order, and give what it gives. */
export function singleAgents(designs: DerivationSpecification): readonly SingleAgent[] {
  const { parameters, result } = designs.workflow
  const types = parameters.map(({ type }) => typeText(type)).join()
  return designs.callees
    .filter((callee) => callee.parameters.map(({ type }) => typeText(type)).join() === types)
    .filter((callee) => typeText(callee.result) === typeText(result))
    .map(({ name, bounds }) => {
      const call = `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`
      return {
        name,
        calls: bounds.calls,
        direct: callDesign(designs, call),
        voted: (n) => callDesign(designs, `vote(sample ${n} of ${call})`),
      }
    })
}

/**
 * Every single agent answering once, and the first one with as many votes as `mostRequests` allows: what a team has to be worth more
 * than. Only odd numbers of votes: one more only makes ties, which the earliest answer wins.
 */
export function comparisonsOf(designs: DerivationSpecification, mostRequests: number): readonly Comparison[] {
  const [first, ...others] = singleAgents(designs)
  if (first === undefined) return []
  const comparisons: Comparison[] = [{ kind: 'vote', name: `${first.name}, once`, text: first.direct }]
  for (let votes = 3; votes * first.calls <= mostRequests; votes += 2) {
    comparisons.push({ kind: 'vote', name: `${first.name}, vote of ${votes}`, text: first.voted(votes) })
  }
  return [...comparisons, ...others.map(({ name, direct }): Comparison => ({ kind: 'other', name: `${name}, once`, text: direct }))]
}
