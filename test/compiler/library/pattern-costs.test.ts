import { describe, expect, test } from 'vitest'
import type { TypeExpression } from '../../../grammar/index.ts'
import { libraryPatterns } from '../../../scripts/patterns/library-patterns.ts'
import type { Pattern } from '../../../scripts/patterns/library-patterns.ts'
import { runWorkflow } from '../../../runtime/index.ts'
import { graphOf } from '../compile/compile-source.ts'

/** What one call of each agent costs, and how large each static parameter is. */
type Sizes = Readonly<Record<string, number>>

const capitalized = (name: string): string => `Agent_${name}`

/** A type of the pattern with every type parameter read as `string` and every static size as its number. */
function concrete(type: TypeExpression, sizes: Sizes): string {
  switch (type.kind) {
    case 'named_type':
      return /^[A-Z]$/.test(type.name) ? 'string' : type.name
    case 'list_type': {
      const size = type.size === null ? '' : type.size.kind === 'number_literal' ? type.size.value : (sizes[type.size.text] ?? '?')
      return `${concrete(type.element, sizes)}[${size}]`
    }
    case 'optional_type':
      return `${concrete(type.inner, sizes)}?`
    default:
      throw new Error(`no pattern has a ${type.kind} here`)
  }
}

/** A script that calls the pattern with agents of the given costs: an agent with a tool makes as many requests as it has turns. */
function scriptOf({ name, declaration }: Pattern, sizes: Sizes): string {
  const agents: string[] = []
  const inputs: string[] = []
  const passed = declaration.parameters.map(({ name: { text }, type, static: isStatic }) => {
    if (isStatic) return String(sizes[text])
    if (type.kind !== 'agent_type') {
      inputs.push(`${text}: ${concrete(type, sizes)}`)
      return text
    }
    const parameters = type.parameters.map((parameter, position) => `p${position}: ${concrete(parameter, sizes)}`)
    agents.push(`agent ${capitalized(text)}(${parameters.join(', ')}) -> ${concrete(type.result, sizes)} {
      tools look
      max_turns ${sizes[text] ?? '?'}
      repairs 0
    }`)
    return capitalized(text)
  })
  return `
    import { Preference, Route, Verdict, ${name} } from "std/patterns"
    tool look(x: string) -> string from "host:look" pure
    ${agents.join('\n')}
    workflow main(${inputs.join(', ')}) -> string { return ${name}(${passed.join(', ')}) }`
}

/** The formula worked out as an expression of the language. */
async function valueOf(formula: string, sizes: Sizes): Promise<unknown> {
  const names = Object.keys(sizes)
  const source = `workflow main(${names.map((name) => `${name}: int`).join(', ')}) -> int { return ${formula} }`
  const { outcome } = await runWorkflow({ graph: graphOf(source), inputs: sizes, models: new Map(), seed: 0 }).result
  return outcome.kind === 'ok' ? outcome.value : outcome
}

const costs = [1, 2, 3, 5, 7, 11]

/** Different costs for different agents, and each static parameter small, then larger. */
const sizesFor = ({ declaration }: Pattern, round: number): Sizes =>
  Object.fromEntries(
    declaration.parameters.flatMap(({ name: { text }, type, static: isStatic }, position) => {
      if (isStatic) return [[text, 1 + ((round * 3 + position) % 7)]]
      return type.kind === 'agent_type' ? [[text, costs[(round + position * 2) % costs.length] ?? 1]] : []
    }),
  )

const patterns = libraryPatterns()

describe('the cost that the documentation states is the bound', () => {
  test.each(patterns)('of $name', async (pattern) => {
    for (let round = 0; round < 8; round += 1) {
      const sizes = sizesFor(pattern, round)
      const { bounds } = graphOf(scriptOf(pattern, sizes))
      expect({ sizes, calls: bounds.calls, depth: bounds.depth }).toEqual({
        sizes,
        calls: await valueOf(pattern.calls, sizes),
        depth: await valueOf(pattern.depth, sizes),
      })
    }
  })
})

test('the library has the patterns that are known by name', () => {
  expect(patterns.map(({ name }) => name).toSorted()).toEqual([
    'best_of',
    'cascade',
    'debate',
    'divide',
    'map_reduce',
    'mixture',
    'orchestrator',
    'plan_and_execute',
    'reflection',
    'router',
    'self_consistency',
    'tournament',
    'verifier_loop',
  ])
})
