import { expect, test } from 'vitest'
import { toDot } from '../../../compiler/index.ts'
import { graphOf } from '../compile/compile-source.ts'

test('ends arrows at the border of a box, and dashes what a loop carries on', () => {
  const dot = toDot(
    graphOf(`agent A(x: string) -> string
    workflow main(x: string) -> string { repeat max 2 { x = A(x) } return x }`),
  )
  expect(dot).toBe(`digraph "main" {
  compound=true
  fontname="Helvetica"
  node [fontname="Helvetica" fontsize=11]
  n1 [label="x" shape=parallelogram]
  subgraph cluster_n2 {
    label="repeat max 2"
    n3 [label="x" shape=parallelogram]
    n4 [label="A\\nx" shape=box style=rounded]
  }
  n5 [label="result" shape=parallelogram]
  n1 -> n3 [lhead=cluster_n2]
  n3 -> n4
  n4 -> n3 [style=dashed constraint=false]
  n3 -> n5 [ltail=cluster_n2]
}
`)
})

test('keeps quotes and backslashes of a graph from outside within their texts', () => {
  const graph = graphOf('workflow main(x: string) -> string { return x }')
  const parameters = graph.parameters.map((parameter) => ({ ...parameter, name: 'a"]; b\\' }))
  expect(toDot({ ...graph, parameters })).toContain('n1 [label="a\\"]; b\\\\" shape')
})
