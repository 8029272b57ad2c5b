import { expect, test } from 'vitest'
import { awaitedNodes } from '../../../compiler/emit/awaited-nodes.ts'
import { graphOf } from '../compile/compile-source.ts'

const declarations = `
tool write(key: string) -> string from "host:write"
agent A(q: string) -> string
`

test.each([
  ['a chain', 'a = A(q) b = A(a) return b', ['main/a', 'main/b']],
  ['two that do not need each other', 'a = A(q) b = A(q) return "{{a}}{{b}}"', ['main/b', 'main/return']],
  ['an effect waits for all before it', 'a = A(q) b = write(q) return "{{a}}{{b}}"', ['main/a', 'main/b', 'main/return']],
  ['all later ones wait for an assertion', 'a = A(q) assert q != "" b = A(q) return b', ['main/assert', 'main/b']],
  ['of two that one later one needs, the last', 'a = A(q) b = A(q) c = A("{{a}}{{b}}") return c', ['main/b', 'main/c']],
])('%s', (_, body, names) => {
  const { body: block, tools } = graphOf(`${declarations}workflow main(q: string) -> string { ${body} }`)
  expect([...awaitedNodes(block, tools)].map(({ name }) => name)).toEqual(names)
})
