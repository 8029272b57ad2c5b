import { describe, expect, test } from 'vitest'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AgentDefinition, Graph, Node } from '../../../compiler/index.ts'
import type { ToolImplementation } from '../../../runtime/index.ts'
import { pageAt, projectFolder, sectionOf } from '../../docs/pages.ts'
import { runInUnitTime } from '../../runtime/run-in-unit-time.ts'
import { allNodes, graphOf } from '../compile/compile-source.ts'
import { boundRules, busy, declarations } from './bound-rules.ts'
import type { BoundedProgram } from './bound-rules.ts'

const programs = boundRules.flatMap((rule) =>
  'programs' in rule ? rule.programs.map((program) => ({ says: rule.says, ...program })) : [],
)
const graphOfProgram = ({ body }: BoundedProgram): Graph => graphOf(`${declarations}workflow main(x: string) -> string { ${body} }`)

const tool: ToolImplementation = { call: () => Promise.resolve({ kind: 'ok', value: 'a' }) }
const tools = new Map(['host:look', 'host:write'].map((from) => [from, tool]))

describe('the bounds, reached by a run', () => {
  test.each(programs)('$says: $what', async (program) => {
    const { bounds: [calls, tool_calls, tokens, depth], answers = busy, unreached = [] } = program
    const graph = graphOfProgram(program)
    expect(graph.bounds).toEqual({ calls, tool_calls, tokens, depth })
    const { seen } = await runInUnitTime(graph, { inputs: { x: 'a' }, answer: answers, tools })
    for (const measure of ['calls', 'tool_calls', 'tokens', 'depth'] as const) {
      if (unreached.includes(measure)) expect(seen[measure]).toBeLessThan(graph.bounds[measure])
      else expect([measure, seen[measure]]).toEqual([measure, graph.bounds[measure]])
    }
  })
})

/** What a bound depends on. A kind of node that is new does not compile here until it is named. */
const nodeKinds: Readonly<Record<Node['kind'], true>> = {
  agent: true, tool: true, compute: true, assert: true, stop: true, if: true, match: true, repeat: true, for: true, each: true,
  sample: true, otherwise: true, lazy: true,
}
const features = [
  'each in order', 'sample in order', 'and', 'or', '??', 'turns', 'repairs', 'turns and repairs', 'tools', 'agents as tools',
  'budget', 'inlined budget twice',
]

const featuresOfAgent = ({ repairs, max_turns, tools }: AgentDefinition): readonly string[] => [
  ...(repairs > 0 ? ['repairs'] : []),
  ...(max_turns > 1 ? ['turns'] : []),
  ...(repairs > 0 && max_turns > 1 ? ['turns and repairs'] : []),
  ...tools.map(({ kind }) => (kind === 'agent' ? 'agents as tools' : 'tools')),
]

function featuresOf({ body, agents, budgets }: Graph): readonly string[] {
  const ofNodes = allNodes(body).flatMap(({ node }) => {
    if (node.kind === 'lazy') return [node.kind, node.operator]
    if (node.kind === 'agent') return [node.kind, ...featuresOfAgent(agents[node.agent] ?? neverThere(node.agent))]
    if ((node.kind === 'each' || node.kind === 'sample') && node.ordered) return [node.kind, `${node.kind} in order`]
    return [node.kind]
  })
  const ofBudgets = budgets.length === 0 ? [] : budgets.length === 1 ? ['budget'] : ['budget', 'inlined budget twice']
  return [...ofNodes, ...ofBudgets]
}

function neverThere(id: string): never {
  throw new Error(`the graph has no agent ${id}`)
}

describe('the rules of bounds', () => {
  test('are those of the language reference, in its order', () => {
    const section = sectionOf(pageAt('docs/language.md'), 'Bounds and budgets').replace(/^```[\s\S]*?^```$/gm, '')
    const parts = section.replace(/\s+/g, ' ').trim().split(/[.;] /)
    const saying = parts.map((part) => boundRules.find(({ says }) => part.startsWith(says))?.says ?? `no rule says: ${part}`)
    expect(saying).toEqual(boundRules.map(({ says }) => says))
  })

  test('are tested in files that exist', () => {
    const files = boundRules.flatMap((rule) => ('testedBy' in rule ? [rule.testedBy] : []))
    expect(files.filter((file) => !existsSync(join(projectFolder, file)))).toEqual([])
  })

  test('have programs that reach every bound, for whatever a bound depends on', () => {
    const whole = programs.filter(({ unreached = [] }) => unreached.length === 0)
    const reached = whole.flatMap((program) => featuresOf(graphOfProgram(program)))
    expect([...Object.keys(nodeKinds), ...features].filter((feature) => !reached.includes(feature))).toEqual([])
  })
})
