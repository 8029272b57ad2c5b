import type { Bounds } from '../../../compiler/index.ts'
import type { ModelRequest } from '../../../runtime/index.ts'
import { reply, toolCalls } from '../../runtime/mock-model.ts'
import type { Answer } from '../../runtime/mock-model.ts'

/** What stands before the body of every program of the rules. */
export const declarations = `
enum Kind { one, two }
tool look(x: string) -> string from "host:look" pure
tool write(x: string) -> string from "host:write"
agent A(x: string) -> string { max_tokens 10 }
agent B(x: string) -> string { max_tokens 100 }
agent Number(x: string) -> int { repairs 2 max_tokens 7 }
agent Kinds(x: string) -> Kind { repairs 0 max_tokens 1 }
agent Yes(x: string) -> bool { repairs 0 max_tokens 1 }
agent Maybe(x: string) -> string? { repairs 0 max_tokens 1 }
agent Tooled(x: string) -> string { tools look, write max_turns 3 max_tokens 10 }
agent Lead(x: string) -> string { tools Tooled, A max_turns 2 max_tokens 10 }
agent Chief(x: string) -> int { tools Lead, look max_turns 2 repairs 1 max_tokens 10 }
workflow chain(x: string) -> string { y = A(x) return B(y) }
workflow wide(x: string) -> string { y = A(x) z = B(x) return "{{y}}{{z}}" }
workflow writing(x: string) -> string { y = A(x) return write(y) }
agent Careful(x: string) -> int { tools look max_turns 2 repairs 2 max_tokens 10 }
workflow many(x: string, static n: int, use: agent(string) -> string) -> string { ys = sample n of use(x) return vote(ys) }
workflow pick<T>(x: string, static n: int, use: agent(string) -> T) -> T { ys = sample n of use(x) return last(ys) }
workflow paid(x: string) -> string budget { calls 2 depth 2 tokens 110 } { y = A(x) return B(y) }
`

/** A sentence of "Bounds and budgets" in the language reference, or a part of one up to `;`. */
export type BoundRule = { readonly says: string } & (
  | { readonly programs: readonly BoundedProgram[] }
  /** It says nothing of how a bound is computed: the file that tests it. */
  | { readonly testedBy: string }
)

/** The body of a `main(x: string) -> string`, its bounds, and what models answer where a run is to reach them. */
export interface BoundedProgram {
  readonly what: string
  readonly body: string
  readonly bounds: readonly [calls: number, toolCalls: number, tokens: number, depth: number]
  /** Where none is given, every tool is called as often as can be, and no structured answer of an `int` fits. */
  readonly answers?: (request: ModelRequest) => Answer
  /** Measures that no run can reach: branches count the larger for each measure by itself. */
  readonly unreached?: readonly (keyof Bounds)[]
}

const replyWith = (request: ModelRequest, content: string): Answer =>
  reply(content, { usage: { promptTokens: 1, completionTokens: request.sampling.maximumTokens } })

const refusal = (request: ModelRequest): Answer =>
  reply('', { finish: 'refusal', usage: { promptTokens: 1, completionTokens: request.sampling.maximumTokens } })

/** Calls every tool offered, the costliest first, and answers what fits where none is left. */
export function busy(request: ModelRequest): Answer {
  const usage = { promptTokens: 1, completionTokens: request.sampling.maximumTokens }
  const offered = request.tools.find((tool) => tool.name === 'Lead' || tool.name === 'Tooled') ?? request.tools[0]
  if (offered !== undefined) {
    const asked = toolCalls(...['a', 'b', 'c', 'd'].map((x) => [offered.name, { x }] as const))
    return asked.kind === 'reply' ? { kind: 'reply', reply: { ...asked.reply, usage } } : asked
  }
  if (request.output.kind === 'text') return replyWith(request, 'a')
  if (request.agent.result.kind === 'int') return replyWith(request, 'nonsense')
  const value = request.agent.result.kind === 'bool' ? 'true' : request.agent.result.kind === 'enum' ? '"one"' : 'null'
  return replyWith(request, `{"value": ${value}}`)
}

const saying = (agent: string, value: string) => (request: ModelRequest): Answer =>
  request.agent.name === agent ? replyWith(request, value) : busy(request)

/** In the order of the page; `says` is how the part begins there. */
export const boundRules: readonly BoundRule[] = [
  {
    says: 'Counts (`calls`, `tool_calls`, `tokens`): everything adds',
    programs: [
      { what: 'nothing', body: 'return x', bounds: [0, 0, 0, 0] },
      { what: 'one after another', body: 'y = A(x) return B(y)', bounds: [2, 0, 110, 2] },
      { what: 'beside each other', body: 'y = A(x) z = B(x) return "{{y}}{{z}}"', bounds: [2, 0, 110, 1] },
      { what: 'an unused call', body: 'y = A(x) _ = B(y) return x', bounds: [2, 0, 110, 2] },
      { what: 'a tool', body: 'return look(write(x))', bounds: [0, 2, 0, 0] },
    ],
  },
  {
    says: '`if` and `match` add their condition',
    programs: [
      {
        what: 'the larger branch, per measure',
        body: 'if x == "" { x = B(x) } else { x = A(x) x = A(x) } return x',
        bounds: [2, 0, 100, 2],
        unreached: ['tokens'],
      },
      { what: 'a condition that calls', body: 'if Yes(x) { x = A(x) } return x', bounds: [2, 0, 11, 2] },
      {
        what: 'a match',
        body: 'match Kinds(x) { one => { x = chain(x) } two => { x = A(x) } } return x',
        bounds: [3, 0, 111, 3],
      },
    ],
  },
  {
    says: '`repeat`, `for`, `each`, `sample` multiply',
    programs: [
      { what: 'a repeat', body: 'repeat max 3 { x = A(x) } return x', bounds: [3, 0, 30, 3] },
      { what: 'a repeat that carries nothing', body: 'repeat max 3 { _ = A(x) } return x', bounds: [3, 0, 30, 3] },
      {
        what: 'a repeat that may stop',
        body: 'repeat max 2 { stop when Maybe(x) != none x = A(x) } return x',
        bounds: [4, 0, 22, 4],
      },
      { what: 'a for', body: 'for y in ["a", "b", "c"] { x = A("{{x}}{{y}}") } return x', bounds: [3, 0, 30, 3] },
      {
        what: 'a for with max',
        body: 'for y in split("a b", " ") max 2 { x = A("{{x}}{{y}}") } return x',
        bounds: [2, 0, 20, 2],
      },
      { what: 'an each', body: 'y = each z in ["a", "b", "c"] { yield A(z) } return y[0]', bounds: [3, 0, 30, 1] },
      { what: 'a sample', body: 'y = sample 4 of chain(x) return y[0]', bounds: [8, 0, 440, 2] },
      { what: 'loops in loops', body: 'repeat max 2 { ys = sample 3 of A(x) x = vote(ys) } return x', bounds: [6, 0, 60, 2] },
    ],
  },
  {
    says: '`a otherwise b`, `and`, `or`, `??` add both sides',
    programs: [
      {
        what: 'a fallback',
        body: 'return A(x) otherwise B(x)',
        bounds: [2, 0, 110, 2],
        answers: (request) => (request.agent.name === 'A' ? refusal(request) : busy(request)),
      },
      { what: 'a default', body: 'return Maybe(x) ?? A(x)', bounds: [2, 0, 11, 2] },
      { what: 'and', body: 'if Yes(x) and Yes("b") { x = "" } return x', bounds: [2, 0, 2, 2] },
      {
        what: 'or',
        body: 'if Yes(x) or Yes("b") { x = "" } return x',
        bounds: [2, 0, 2, 2],
        answers: saying('Yes', '{"value": false}'),
      },
    ],
  },
  {
    says: 'An agent call is `max_turns × (1 + repairs)` requests',
    programs: [
      { what: 'a call', body: 'return A(x)', bounds: [1, 0, 10, 1] },
      { what: 'a call with repairs', body: 'y = Number(x) return "{{y}}"', bounds: [3, 0, 21, 3] },
      {
        what: 'repairs and turns',
        body: 'y = Careful(x) return "{{y}}"',
        bounds: [6, 2, 60, 6],
      },
    ],
  },
  {
    says: 'its tools add at most `max_turns` tool calls',
    programs: [
      { what: 'a call with tools', body: 'return Tooled(x)', bounds: [3, 3, 30, 3] },
      { what: 'agents in a chain of tools', body: 'y = Chief(x) return "{{y}}"', bounds: [4 + 2 * 8, 12, 40 + 160, 4 + 2 * 8] },
    ],
  },
  { says: 'Client-side retries', testedBy: 'test/runtime/model/retry.test.ts' },
  {
    says: 'An agent called as a tool shows in its requests',
    programs: [
      { what: 'a call with agents as tools', body: 'return Lead(x)', bounds: [2 + 2 * 3, 6, 20 + 60, 2 + 2 * 3] },
    ],
  },
  {
    says: 'Depth, in dependent requests: inputs are ready at 0',
    programs: [
      { what: 'calls that read inputs', body: 'y = A(x) z = A("{{x}}b") return "{{y}}{{z}}"', bounds: [2, 0, 20, 1] },
    ],
  },
  {
    says: 'a call is ready at the latest of its arguments',
    programs: [
      { what: 'an assertion', body: 'assert Yes(x) return A("b")', bounds: [2, 0, 11, 2] },
      {
        what: 'a stop waits for its condition only',
        body: 'y = x repeat max 1 { x = chain(x) stop when Maybe(y) != none y = A(y) } return "{{x}}{{y}}"',
        bounds: [4, 0, 121, 2],
      },
      {
        what: 'a stop inside a branch is a decision of the loop',
        body: 'repeat max 1 { if x == "a" { y = A(x) stop when y == "" } x = A("b") } return x',
        bounds: [2, 0, 20, 2],
      },
      {
        what: 'an impure tool waits for everything before it',
        body: 'y = chain(x) z = write("b") return A(z)',
        bounds: [3, 1, 120, 3],
      },
      { what: 'a pure tool does not', body: 'y = chain(x) z = look("b") w = A(z) return "{{y}}{{w}}"', bounds: [3, 1, 120, 2] },
      {
        what: 'a call of several results waits for the last',
        body: 'y = A(x) z = chain(x) return A("{{y}}{{z}}")',
        bounds: [4, 0, 130, 3],
      },
    ],
  },
  {
    says: '`if`, `match`, `repeat`, `for`, `each`, `sample`, `otherwise` and lazy operators are regions',
    programs: [
      {
        what: 'a branch as a region: ready together',
        body: 'y = "" z = "" if x == "a" { y = A(x) z = chain(x) } w = A(y) return "{{w}}{{z}}"',
        bounds: [4, 0, 130, 3],
      },
      {
        what: 'a region that reaches an impure tool waits, too',
        body: 'y = chain(x) if x == "a" { z = A(x) _ = write(z) } return y',
        bounds: [3, 1, 120, 3],
      },
    ],
  },
  {
    says: '`each` and `sample`: once, or n times',
    programs: [
      { what: 'an each in order', body: 'y = each z in ["a", "b", "c"] { yield writing(z) } return y[0]', bounds: [3, 3, 30, 3] },
      { what: 'a sample in order', body: 'y = sample 4 of writing(x) return y[0]', bounds: [4, 4, 40, 4] },
    ],
  },
  {
    says: 'An inlined workflow is no region',
    programs: [
      { what: 'an inlined workflow', body: 'y = chain(x) return "{{y}}"', bounds: [2, 0, 110, 2] },
      {
        what: 'an inlined workflow is no region',
        body: 'y = A(x) z = wide(y) w = B(x) return "{{z}}{{w}}"',
        bounds: [4, 0, 220, 2],
      },
    ],
  },
  {
    says: "A workflow's depth is the greatest",
    programs: [
      { what: 'a chain that the result does not need', body: 'y = chain(x) _ = A(y) return A(x)', bounds: [4, 0, 130, 3] },
    ],
  },
  { says: 'A workflow with static, agent or type parameters has no bound', testedBy: 'test/compiler/compile/sound-workflows.test.ts' },
  {
    says: 'each use has',
    programs: [
      { what: 'a static parameter', body: 'return many(x, 3, A)', bounds: [3, 0, 30, 1] },
      { what: 'another value of it', body: 'y = many(x, 2, A) return many(y, 4, A)', bounds: [6, 0, 60, 2] },
      { what: 'another agent', body: 'return many(x, 2, Tooled)', bounds: [6, 6, 60, 3] },
      { what: 'a workflow as an agent', body: 'return many(x, 2, chain)', bounds: [4, 0, 220, 2] },
      { what: 'a type parameter', body: 'return pick(x, 3, Maybe) ?? x', bounds: [3, 0, 3, 1] },
    ],
  },
  { says: 'An error in one workflow', testedBy: 'test/compiler/compile/sound-workflows.test.ts' },
  { says: 'an error in a type or an import', testedBy: 'test/compiler/compile/sound-workflows.test.ts' },
  { says: 'A bound beyond 2^53', testedBy: 'test/compiler/compile/budgets.test.ts' },
  {
    says: 'A `budget` limits one call',
    programs: [
      { what: 'a budget that is just enough', body: 'y = paid(x) return paid(y)', bounds: [4, 0, 220, 4] },
    ],
  },
  { says: '`calls` and `depth` below the bound', testedBy: 'test/compiler/compile/budgets.test.ts' },
  { says: '`tokens` (completion tokens) and `seconds`', testedBy: 'test/runtime/interpreter/budgets.test.ts' },
  { says: 'A budget stop ends', testedBy: 'test/runtime/interpreter/budgets.test.ts' },
  { says: '`otherwise` does not catch it', testedBy: 'test/runtime/interpreter/budgets.test.ts' },
  { says: 'What is said here is said of programs as they are written', testedBy: 'test/property/optimiser.test.ts' },
  { says: 'On request, a graph is [optimised]', testedBy: 'test/property/optimiser.test.ts' },
]
