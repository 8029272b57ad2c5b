import { expect } from 'vitest'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import { graphsOf, moduleOf } from './emitted-module.ts'

const declarations = `enum Kind { one, two }
type Review = { verdict: Kind, remark: string? }
tool look(key: string) -> string from "host:look" pure
tool write(key: string) -> string from "host:write"
agent A(q: string) -> string
agent Maybe(q: string) -> string?
agent Sure(q: string) -> bool
agent Parts(q: string) -> string[3]
agent Pick(q: string) -> Kind
agent Judge(q: string) -> Review
`

/** The code of the workflow `main(q: string, n: int, hint: string?) -> result` with this body, and other declarations before it. */
export async function codeOf(body: string, { result = 'string', before = '' } = {}): Promise<string> {
  const text = `${declarations}${before}\nworkflow main(q: string, n: int, hint: string?) -> ${result} {\n${body}\n}\n`
  const compiled = compileProgram('main.mas', createMemoryReader(new Map([['main.mas', text]])))
  expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const module = await moduleOf(compiled, graphsOf(compiled).filter(({ workflow }) => workflow === 'main'))
  const lines = module.split('\n')
  const start = lines.findIndex((line) => line.includes('mas.runModule(')) + 1
  return lines
    .slice(start, -3)
    .map((line) => line.slice(4))
    .join('\n')
}
