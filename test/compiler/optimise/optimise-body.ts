import { optimise } from '../../../compiler/index.ts'
import type { Change, Graph, OptimisedGraph, OptimiserPass } from '../../../compiler/index.ts'
import { graphOf } from '../compile/compile-source.ts'

const declarations = `
type Rating = { answer: string, points: int }
tool look(key: string) -> string from "host:look" pure
tool write(key: string) -> string from "host:write"
agent Cold(x: string) -> string { temperature 0 }
agent Other(x: string) -> string { temperature 0 }
agent Helped(x: string) -> string { temperature 0 tools look, Cold }
agent Warmed(x: string) -> string { temperature 0 tools Hot }
agent Writing(x: string) -> string { temperature 0 tools write }
agent Hot(x: string) -> string
agent Words(x: string) -> string[3] { repairs 0 }
agent Rate(x: string) -> Rating { repairs 0 }
agent Maybe(x: string) -> string? { repairs 0 }
workflow checked(x: string) -> string {
  y = Hot(x)
  assert y != "" else "nothing"
  return y
}
workflow hasty(x: string) -> string budget { seconds 10 } { return Cold(x) }
workflow thrifty(x: string) -> string budget { tokens 5000 } { return Cold(x) }
`

/** The graph of a `main` with this body, over agents that tell apart what the optimiser tells apart. */
export const written = (body: string): Graph =>
  graphOf(`${declarations}\nworkflow main(x: string, y: string, xs: string[3], n: int) -> string { ${body} }`)

export const optimised = (body: string, passes?: readonly OptimiserPass[]): OptimisedGraph => optimise(written(body), passes)

/** Each change as `kind node`, or `kind node into node`; `main/` is left out. */
export const changesOf = (body: string, passes?: readonly OptimiserPass[]): readonly string[] =>
  optimised(body, passes).changes.map((change) => changeText(change).replaceAll('main/', ''))

const changeText = (change: Change): string =>
  `${change.kind} ${change.node}${change.kind === 'merged' ? ` into ${change.into}` : ''}`
