import { describe, expect, test } from 'vitest'
import { compileSource, kindsOf } from './compile-source.ts'

const sound = `
agent A(x: string) -> string
workflow sound(x: string) -> string { return A(x) }
`

describe('a workflow beside something broken compiles', () => {
  test.each([
    ['a workflow with a type error', 'workflow main(x: string) -> string { return 1 }'],
    ['a workflow that cannot be read', 'workflow main(x: string) -> string { return = }'],
    [
      'an agent with a wrong setting',
      'agent Bad(x: string) -> string { max_turns 3 }\nworkflow main(x: string) -> string { return Bad(x) }',
    ],
    [
      'an agent whose tool is wrong',
      'agent Bad(x: string) -> string { tools sound }\nworkflow main(x: string) -> string { return Bad(x) }',
    ],
    [
      'a copy of a wrong agent',
      `agent Bad(x: string) -> string { max_turns 3 }
       agent Worse = Bad { top_p 0.5 }
       workflow main(x: string) -> string { return Worse(x) }`,
    ],
    ['a wrong tool', 'tool bad(x: Nothing) -> string from "host:bad"\nworkflow main(x: string) -> string { return bad(x) }'],
    [
      'a tool that an agent has',
      `tool bad(x: Nothing) -> string from "host:bad"
       agent Uses(x: string) -> string { tools bad }
       workflow main(x: string) -> string { return Uses(x) }`,
    ],
    [
      'a call of a broken workflow',
      'workflow bad(x: string) -> string { return 1 }\nworkflow main(x: string) -> string { return bad(x) }',
    ],
    [
      'a broken workflow passed as an agent',
      `workflow bad(x: string) -> string { return 1 }
       workflow apply(f: agent(string) -> string, x: string) -> string { return f(x) }
       workflow main(x: string) -> string { return apply(bad, x) }`,
    ],
  ])('%s', (_, broken) => {
    const kinds = kindsOf(sound + broken)
    expect(kinds['sound']).toBe('graph')
    expect(kinds['main']).toBe('broken')
  })
})

describe('nothing compiles', () => {
  test('where a type is wrong, which may be anywhere', () => {
    expect(kindsOf(`${sound}type T = { a: Nothing }`)).toEqual({ sound: 'broken' })
  })

  test('where an import is wrong', () => {
    expect(kindsOf(`import { B } from "./missing.mas"${sound}`)).toEqual({ sound: 'broken' })
  })

  test('where there are more errors than are reported', () => {
    const many = Array.from({ length: 120 }, (_, k) => `workflow w${k}(x: string) -> string { return missing${k}(x) }`)
    const { workflows, diagnostics } = compileSource(`${many.join('\n')}${sound}`)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(100)
    expect(workflows.map(({ compiled }) => compiled.kind)).toEqual(workflows.map(() => 'broken'))
  })
})

test('generic workflows are generic, and the first of two of one name is the one that counts', () => {
  const source = `${sound}
    workflow some<T>(x: T) -> T { return x }
    workflow many(static n: int) -> int[n] { return range(n) }
    workflow with(use: agent(string) -> string, x: string) -> string { return use(x) }
    workflow sound(x: string) -> int { return 1 }
    export workflow main(x: string) -> string { return sound(x) }`
  const { workflows } = compileSource(source)
  expect(workflows.map(({ name, exported, compiled }) => [name, exported, compiled.kind])).toEqual([
    ['sound', false, 'graph'],
    ['some', false, 'generic'],
    ['many', false, 'generic'],
    ['with', false, 'generic'],
    ['main', true, 'graph'],
  ])
})

test('findings stand in order: the file that was asked for first, then by file and place', () => {
  const files = {
    'b.mas': 'export workflow b(x: string) -> string budget { calls 0 } { return B(x) }\nagent B(x: string) -> string',
    'a.mas': 'export workflow a(x: string) -> string budget { depth 0 } { return A(x) }\nagent A(x: string) -> string',
  }
  const source = `import { b } from "./b.mas"
    import { a } from "./a.mas"
    agent C(x: string) -> string
    workflow one(x: string) -> string budget { calls 0 } { return C(x) }
    workflow second(x: string) -> string { y = b(x) return 2 }
    workflow third(x: string) -> string { return b(a(x)) }
    workflow fourth(x: string) -> string { return b(x) }`
  const { diagnostics, sources } = compileSource(source, files)
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ file, code }) => `${file} ${code}`)).toEqual([
    'main.mas MAS4004',
    'main.mas MAS3002',
    'a.mas MAS4004',
    'b.mas MAS4004',
  ])
  expect([...sources.keys()].sort()).toEqual(['a.mas', 'b.mas', 'main.mas'])
})
