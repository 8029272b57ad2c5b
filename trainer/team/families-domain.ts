import type { Constructs, Limits } from '../../compiler/derivation/index.ts'
import { familyOf } from '../tasks/index.ts'
import type { ResolvedFamily } from '../tasks/index.ts'
import { createDomain, withinRequests } from './create-domain.ts'
import { answerAgent } from './designs/declarations.ts'
import { familyDesigns } from './designs/family-designs.ts'
import type { FamilyDesigns } from './designs/family-designs.ts'
import type { TaskDomain } from './task-domain.ts'

/** A family and how often it is drawn, in proportion to the others. */
export interface WeightedFamily {
  readonly settings: ResolvedFamily
  readonly weight: number
}

/**
 * The domain of some of the families: their agents, and designs of all that any of them is made of, at most so many model requests
 * large. Throws where parameters have problems, which `createFamily` tells.
 */
export function familiesDomain(families: readonly WeightedFamily[], mostRequests: number): TaskDomain {
  const designs = families.map(({ settings }) => familyDesigns(settings))
  const mix = families.map(({ settings, weight }) => ({ family: familyOf(settings), weight }))
  const acceptedBy = new Map(families.map(({ settings }, position) => [settings.family as string, designs[position]?.accepts]))
  const created = createDomain({
    name: families.map(({ settings }) => settings.family).join(' '),
    mix,
    characters: designs.map(({ characters }) => characters).join(''),
    agents: [answerAgent(Math.max(...designs.map(({ answerTokens }) => answerTokens))), ...all(designs, 'declarations')].join('\n'),
    workflow: 'main(expression: string) -> string',
    startDesigns: all(designs, 'startDesigns'),
    constructs: constructsOf(designs.map(({ constructs }) => constructs)),
    limits: limitsOf(designs.map(({ limits }) => limits)),
    accepts: (example) => acceptedBy.get(example.family)?.(example) ?? false,
  })
  if (created.kind === 'problems') throw new Error(created.problems.join('; '))
  return withinRequests(created.domain, mostRequests)
}

/** A script around a body, with the agents of the domain. */
export const designIn = ({ designs: { preamble } }: TaskDomain, body: string): string =>
  `${preamble.trimEnd()}\n\nworkflow main(expression: string) -> string {\n  ${body}\n}\n`

const all = (designs: readonly FamilyDesigns[], part: 'declarations' | 'startDesigns'): readonly string[] => [
  ...new Set(designs.flatMap((entry) => entry[part])),
]

function constructsOf(constructs: readonly Constructs[]): Constructs {
  const bindings = new Map(constructs.flatMap((entry) => entry.bindings ?? []).map((type) => [JSON.stringify(type), type]))
  return {
    statements: [...new Set(constructs.flatMap(({ statements }) => statements))],
    expressions: [...new Set(constructs.flatMap(({ expressions }) => expressions))],
    builtins: [...new Set(constructs.flatMap(({ builtins }) => builtins))],
    integers: [...new Set(constructs.flatMap(({ integers }) => integers))],
    strings: [...new Set(constructs.flatMap(({ strings }) => strings))],
    bindings: [...bindings.values()],
  }
}

type SizeLimits = Omit<Limits, 'calls'>

/** The largest of each. */
function limitsOf(limits: readonly SizeLimits[]): SizeLimits {
  const largest = (of: (entry: SizeLimits) => number | undefined): number => Math.max(1, ...limits.map((entry) => of(entry) ?? 1))
  return {
    statements: largest(({ statements }) => statements),
    nesting: largest(({ nesting }) => nesting),
    expressionDepth: largest(({ expressionDepth }) => expressionDepth),
    unread: largest(({ unread }) => unread),
    namesakes: largest(({ namesakes }) => namesakes),
  }
}
