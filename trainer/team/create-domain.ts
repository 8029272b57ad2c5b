import { derivationOf, specify } from '../../compiler/derivation/index.ts'
import type { Constructs, DerivationSpecification, Limits } from '../../compiler/derivation/index.ts'
import type { SupervisedExample, TaskMix } from '../tasks/index.ts'
import type { TaskDomain } from './task-domain.ts'

/** A domain of one's own. */
export interface DomainRequest {
  readonly name: string
  readonly mix: TaskMix
  /** Every character of tasks, inputs and replies. */
  readonly characters: string
  /** The agents that designs may call, in `.mas` text. For small executors each has a role of a family, and takes texts. */
  readonly agents: string
  /** The workflow up to its body; its parameters are the inputs of the tasks: `main(text: string) -> string`. */
  readonly workflow: string
  /** Bodies that the designer's supervised start imitates, at least one: `return Upper(text)`. */
  readonly startDesigns: readonly string[]
  /** What designs are made of; left out, bindings, loops, calls, samples and votes. */
  readonly constructs?: Constructs
  /** How large they may be, apart from their calls; left out, four statements, three expressions inside one another. */
  readonly limits?: Omit<Limits, 'calls'>
  /** Which examples the executors' supervised start takes; left out, all. */
  readonly accepts?: (example: SupervisedExample) => boolean
}

export type CreatedDomain =
  | { readonly kind: 'domain'; readonly domain: TaskDomain }
  /** One text per mistake. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

const defaultConstructs: Constructs = {
  statements: ['bind', 'copy', 'rebind', 'repeat'],
  expressions: ['name', 'call', 'builtin', 'sample'],
  builtins: ['vote'],
  integers: [2, 3],
  strings: [],
}

const defaultLimits: Omit<Limits, 'calls'> = { statements: 4, nesting: 1, expressionDepth: 3, unread: 1, namesakes: 1 }

/** The highest that `rollout.mostRequests` can be: a run lowers it to its own. */
const mostCalls = 1000

/** A domain, or what is wrong with its agents, its workflow or its designs. */
export function createDomain(request: DomainRequest): CreatedDomain {
  const { name, mix, characters, agents, workflow, constructs = defaultConstructs, limits = defaultLimits } = request
  const specified = specify({ preamble: agents, workflow, constructs, limits: { ...limits, calls: mostCalls } })
  if (specified.kind === 'mistakes') {
    return { kind: 'problems', problems: specified.diagnostics.map(({ code, message }) => `agents or workflow: ${code} ${message}`) }
  }
  const designs = specified.specification
  const startDesigns = request.startDesigns.map((body) => `${agents.trimEnd()}\n\nworkflow ${workflow} {\n  ${body}\n}\n`)
  const problems = [
    ...(mix.length === 0 ? ['mix: there is no family of tasks'] : []),
    ...(startDesigns.length === 0 ? ['startDesigns: there is none; name at least one'] : []),
    ...startDesigns.flatMap((text, position) =>
      derivationOf(designs, text) === null
        ? [`startDesigns[${position}]: it is no design of constructs and limits: ${request.startDesigns[position] ?? ''}`]
        : [],
    ),
  ]
  if (problems.length > 0) return { kind: 'problems', problems }
  return { kind: 'domain', domain: { name, mix, characters, designs, startDesigns, accepts: request.accepts ?? (() => true) } }
}

/** The domain with designs of at most this many model requests; start designs that could make more are left out. */
export function withinRequests(domain: TaskDomain, calls: number): TaskDomain {
  const designs: DerivationSpecification = { ...domain.designs, limits: { ...domain.designs.limits, calls } }
  return { ...domain, designs, startDesigns: domain.startDesigns.filter((text) => derivationOf(designs, text) !== null) }
}
