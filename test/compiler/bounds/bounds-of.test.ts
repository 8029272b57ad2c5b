import { describe, expect, test } from 'vitest'
import type { Bounds } from '../../../compiler/index.ts'
import { runWorkflow } from '../../../runtime/index.ts'
import type { ModelRequest, ToolImplementation } from '../../../runtime/index.ts'
import { manualClock } from '../../runtime/manual-clock.ts'
import { mockModel, reply, toolCalls } from '../../runtime/mock-model.ts'
import type { Answer } from '../../runtime/mock-model.ts'
import { graphOf } from '../compile/compile-source.ts'

const declarations = `
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
`

interface Row {
  readonly what: string
  readonly body: string
  readonly bounds: readonly [calls: number, toolCalls: number, tokens: number, depth: number]
  /** What models and tools answer where each measure is to be reached; where none is given, `a` and `true`. */
  readonly answers?: (request: ModelRequest) => Answer
  /** Measures that no run can reach: branches count the larger for each measure by itself. */
  readonly unreached?: readonly (keyof Bounds)[]
}

const replyWith = (request: ModelRequest, content: string): Answer =>
  reply(content, { usage: { promptTokens: 1, completionTokens: request.sampling.maximumTokens } })

const refusal = (request: ModelRequest): Answer =>
  reply('', { finish: 'refusal', usage: { promptTokens: 1, completionTokens: request.sampling.maximumTokens } })

/** Calls every tool offered, the costliest first, and answers what fits where none is left. */
function busy(request: ModelRequest): Answer {
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

const rows: readonly Row[] = [
  { what: 'nothing', body: 'return x', bounds: [0, 0, 0, 0] },
  { what: 'a call', body: 'return A(x)', bounds: [1, 0, 10, 1] },
  { what: 'a call with repairs', body: 'y = Number(x) return "{{y}}"', bounds: [3, 0, 21, 3] },
  { what: 'a call with tools', body: 'return Tooled(x)', bounds: [3, 3, 30, 3] },
  { what: 'a call with agents as tools', body: 'return Lead(x)', bounds: [2 + 2 * 3, 6, 20 + 60, 2 + 2 * 3] },
  { what: 'a tool', body: 'return look(write(x))', bounds: [0, 2, 0, 0] },
  { what: 'one after another', body: 'y = A(x) return B(y)', bounds: [2, 0, 110, 2] },
  { what: 'beside each other', body: 'y = A(x) z = B(x) return "{{y}}{{z}}"', bounds: [2, 0, 110, 1] },
  { what: 'an unused call', body: 'y = A(x) _ = B(y) return x', bounds: [2, 0, 110, 2] },
  { what: 'an inlined workflow', body: 'y = chain(x) return "{{y}}"', bounds: [2, 0, 110, 2] },
  { what: 'an inlined workflow is no region', body: 'y = A(x) z = wide(y) w = B(x) return "{{z}}{{w}}"', bounds: [4, 0, 220, 2] },
  {
    what: 'the larger branch, per measure',
    body: 'if x == "" { x = B(x) } else { x = A(x) x = A(x) } return x',
    bounds: [2, 0, 100, 2],
    unreached: ['tokens'],
  },
  { what: 'a condition that calls', body: 'if Yes(x) { x = A(x) } return x', bounds: [2, 0, 11, 2] },
  {
    what: 'a branch as a region: ready together',
    body: 'y = "" z = "" if x == "a" { y = A(x) z = chain(x) } w = A(y) return "{{w}}{{z}}"',
    bounds: [4, 0, 130, 3],
  },
  {
    what: 'a match',
    body: 'match Kinds(x) { one => { x = chain(x) } two => { x = A(x) } } return x',
    bounds: [3, 0, 111, 3],
  },
  { what: 'a repeat', body: 'repeat max 3 { x = A(x) } return x', bounds: [3, 0, 30, 3] },
  { what: 'a repeat that carries nothing', body: 'repeat max 3 { _ = A(x) } return x', bounds: [3, 0, 30, 3] },
  {
    what: 'a repeat that may stop',
    body: 'repeat max 2 { stop when Maybe(x) != none x = A(x) } return x',
    bounds: [4, 0, 22, 4],
  },
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
  { what: 'an assertion', body: 'assert Yes(x) return A("b")', bounds: [2, 0, 11, 2] },
  { what: 'a for', body: 'for y in ["a", "b", "c"] { x = A("{{x}}{{y}}") } return x', bounds: [3, 0, 30, 3] },
  { what: 'a for with max', body: 'for y in split("a b", " ") max 2 { x = A("{{x}}{{y}}") } return x', bounds: [2, 0, 20, 2] },
  { what: 'an each', body: 'y = each z in ["a", "b", "c"] { yield A(z) } return y[0]', bounds: [3, 0, 30, 1] },
  { what: 'an each in order', body: 'y = each z in ["a", "b", "c"] { yield writing(z) } return y[0]', bounds: [3, 3, 30, 3] },
  { what: 'a sample', body: 'y = sample 4 of chain(x) return y[0]', bounds: [8, 0, 440, 2] },
  { what: 'a sample in order', body: 'y = sample 4 of writing(x) return y[0]', bounds: [4, 4, 40, 4] },
  { what: 'loops in loops', body: 'repeat max 2 { ys = sample 3 of A(x) x = vote(ys) } return x', bounds: [6, 0, 60, 2] },
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
  {
    what: 'an impure tool waits for everything before it',
    body: 'y = chain(x) z = write("b") return A(z)',
    bounds: [3, 1, 120, 3],
  },
  { what: 'a pure tool does not', body: 'y = chain(x) z = look("b") w = A(z) return "{{y}}{{w}}"', bounds: [3, 1, 120, 2] },
  {
    what: 'a region that reaches an impure tool waits, too',
    body: 'y = chain(x) if x == "a" { z = A(x) _ = write(z) } return y',
    bounds: [3, 1, 120, 3],
  },
  { what: 'agents in a chain of tools', body: 'y = Chief(x) return "{{y}}"', bounds: [4 + 2 * 8, 12, 40 + 160, 4 + 2 * 8] },
]

const tool: ToolImplementation = { call: () => Promise.resolve({ kind: 'ok', value: 'a' }) }

describe('the bounds, reached by a run', () => {
  test.each(rows)('$what', async ({ body, bounds: [calls, tool_calls, tokens, depth], answers = busy, unreached = [] }) => {
    const graph = graphOf(`${declarations}workflow main(x: string) -> string { ${body} }`)
    expect(graph.bounds).toEqual({ calls, tool_calls, tokens, depth })
    const clock = manualClock(0)
    const model = mockModel(async (request) => {
      await new Promise<void>((resolve) => {
        clock.after(1, resolve)
      })
      return answers(request)
    })
    const tools = new Map(['host:look', 'host:write'].map((from) => [from, tool]))
    const run = runWorkflow({ graph, inputs: { x: 'a' }, models: new Map([['default', model]]), tools, seed: 1, clock })
    let ended = false
    const result = run.result.finally(() => {
      ended = true
    })
    while (!ended) {
      await new Promise((resolve) => setImmediate(resolve))
      if (clock.pending().length > 0) clock.advance(1)
    }
    const { usage } = await result
    const seen = { calls: usage.requests, tool_calls: usage.tool_calls, tokens: usage.completion_tokens, depth: clock.now() }
    for (const measure of ['calls', 'tool_calls', 'tokens', 'depth'] as const) {
      if (unreached.includes(measure)) expect(seen[measure]).toBeLessThanOrEqual(graph.bounds[measure])
      else expect([measure, seen[measure]]).toEqual([measure, graph.bounds[measure]])
    }
  })
})
