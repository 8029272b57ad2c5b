import { describe, expect, test } from 'vitest'
import { graphOf, instancesOf } from '../compile/compile-source.ts'

const main = 'workflow main(x: string) -> string { return A(x) }'

describe('an agent of the graph', () => {
  test('has the defaults', () => {
    expect(graphOf(`agent A(x: string) -> string\n${main}`).agents).toEqual({
      A: {
        name: 'A',
        documentation: null,
        parameters: [{ name: 'x', type: { kind: 'string' } }],
        result: { kind: 'string' },
        role: null,
        prompt: null,
        model: 'default',
        policy: 'executor',
        tools: [],
        temperature: null,
        top_p: null,
        max_tokens: 1024,
        max_turns: 1,
        repairs: 0,
        timeout: null,
      },
    })
  })

  test.each([
    ['a text is not repaired', 'agent A(x: string) -> string { repairs 2 }', { repairs: 0 }],
    ['a value is, once', 'agent A(x: string) -> int', { repairs: 1 }],
    ['or as often as it says', 'agent A(x: string) -> int { repairs 3 }', { repairs: 3 }],
    [
      'four turns with tools',
      'tool t(x: string) -> string from "host:t"\nagent A(x: string) -> string { tools t }',
      { max_turns: 4 },
    ],
    [
      'or as many as it says',
      'tool t(x: string) -> string from "host:t"\nagent A(x: string) -> string { tools t max_turns 2 }',
      { max_turns: 2, tools: [{ kind: 'tool', tool: 't' }] },
    ],
  ])('%s', (_, agents, settings) => {
    const source = `${agents}\nworkflow main(x: string) -> string { y = A(x) return text(y) }`
    expect(graphOf(source).agents['A']).toMatchObject(settings)
  })

  test('that is a copy has its own settings before those of what it copies', () => {
    const { agents } = graphOf(`
      enum Mood { calm }
      /// Answers.
      agent First(x: string) -> string { role "{{Mood.calm}} {{x}}" model "small" temperature 0.1 max_tokens 10 policy writer }
      agent Second = First { model "large" top_p 0.5 }
      agent A = Second { max_tokens 20 timeout 3 }
      ${main}`)
    expect(agents['A']).toMatchObject({
      name: 'A',
      documentation: 'Answers.',
      model: 'large',
      policy: 'writer',
      temperature: 0.1,
      top_p: 0.5,
      max_tokens: 20,
      timeout: 3,
      role: {
        kind: 'text',
        parts: [{ value: { kind: 'constant', value: 'calm' } }, { value: ' ' }, { value: { kind: 'value', id: 'x' } }],
      },
    })
    expect(Object.keys(agents)).toEqual(['A'])
  })

  test('keeps its name beside another of that name, from another file', () => {
    const files = {
      'one.mas': 'agent A(x: string) -> string { role "one" }\nexport workflow one(x: string) -> string { return A(x) }',
      'two.mas': 'agent A(x: string) -> string { role "two" }\nexport workflow two(x: string) -> string { y = A(x) return A(y) }',
    }
    const graph = graphOf(
      `import { one } from "./one.mas"
       import { two } from "./two.mas"
       agent A(x: string) -> string { role "here" }
       workflow main(x: string) -> string { y = two(A(one(x))) return A(y) }`,
      'main',
      files,
    )
    expect(Object.entries(graph.agents).map(([id, { name, role }]) => [id, name, role])).toEqual([
      ['A', 'A', { kind: 'constant', value: 'one' }],
      ['A#2', 'A', { kind: 'constant', value: 'here' }],
      ['A#3', 'A', { kind: 'constant', value: 'two' }],
    ])
    expect(graph.body.nodes.map((node) => [node.name, node.kind === 'agent' ? node.agent : null, node.place.file])).toEqual([
      ['main/y/one/return/A', 'A', 'one.mas'],
      ['main/y/A', 'A#2', 'main.mas'],
      ['main/y/y', 'A#3', 'two.mas'],
      ['main/y/return/A', 'A#3', 'two.mas'],
      ['main/return/A', 'A#2', 'main.mas'],
    ])
  })

  test('may have a name that objects of the host language know', () => {
    const graph = graphOf(`
      agent __proto__(x: string) -> string
      tool constructor(x: string) -> string from "host:c"
      workflow main(x: string) -> string { toString = __proto__(x) valueOf = constructor(toString) return valueOf }`)
    expect(Object.keys(graph.agents)).toEqual(['__proto__'])
    expect(Object.keys(graph.tools)).toEqual(['constructor'])
    expect(graph.bounds).toEqual({ calls: 1, tool_calls: 1, tokens: 1024, depth: 1 })
    expect(instancesOf(graph)).toEqual(['agent main/toString', 'tool main/valueOf'])
  })

  test('comes with the agents and tools that it may call, each once', () => {
    const { agents, tools } = graphOf(`
      /// Looks.
      tool look(x: string) -> string from "host:look" pure
      tool write(x: string) -> string from "mcp:notes#write"
      agent Deep(x: string) -> string { tools look, write }
      agent Side(x: string) -> string { tools Deep }
      agent A(x: string) -> string { tools Deep, Side }
      agent Unused(x: string) -> string
      ${main}`)
    expect(Object.keys(agents).sort()).toEqual(['A', 'Deep', 'Side'])
    expect(tools).toMatchObject({
      look: { from: 'host:look', pure: true, documentation: 'Looks.' },
      write: { from: 'mcp:notes#write', pure: false },
    })
  })
})

describe('budgets that are enforced while running', () => {
  test('are those of the workflow and of each one inlined, and nodes know theirs', () => {
    const graph = graphOf(`
      agent A(x: string) -> string
      workflow inner(x: string) -> string budget { seconds 5 calls 1 } { return A(x) }
      workflow outer(x: string) -> string { y = inner(x) return inner(y) }
      workflow main(x: string) -> string budget { tokens 9000 } { z = outer(x) return A(z) }`)
    expect(graph.budgets).toEqual([
      { path: 'main', workflow: 'main', tokens: 9000, seconds: null },
      { path: 'main/z/y', workflow: 'inner', tokens: null, seconds: 5 },
      { path: 'main/z/return/inner', workflow: 'inner', tokens: null, seconds: 5 },
    ])
    expect(graph.body.nodes.map((node) => [node.name, node.budgets])).toEqual([
      ['main/z/y/return/A', [0, 1]],
      ['main/z/return/inner/return/A', [0, 2]],
      ['main/return/A', [0]],
    ])
  })
})

test('an each or a sample runs in order where it reaches a tool that is not pure, and only there', () => {
  const graph = graphOf(`
    tool look(x: string) -> string from "host:look" pure
    tool write(x: string) -> string from "host:write"
    agent Writer(x: string) -> string { tools write }
    workflow deep(x: string) -> string { if x == "" { x = write(x) } return x }
    workflow main(x: string) -> string {
      a = sample 2 of look(x)
      b = sample 2 of deep(x)
      c = each y in a { yield Writer(y) }
      d = each y in b { yield write(y) }
      return join(concat(c, d), "")
    }`)
  expect(graph.body.nodes.flatMap((node) => ('ordered' in node ? [[node.name, node.ordered]] : []))).toEqual([
    ['main/a/sample', false],
    ['main/b/sample', true],
    ['main/c/each', false],
    ['main/d/each', true],
  ])
})
