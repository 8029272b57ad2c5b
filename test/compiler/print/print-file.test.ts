import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { printFile } from '../../../compiler/print/index.ts'
import { parse } from '../../../grammar/index.ts'
import { withoutPlaces } from './without-places.ts'

const scripts = ['examples', 'compiler/library'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.mas'))
    .map((name) => `${folder}/${name}`),
)

const print = (source: string): string => {
  const { file, problems } = parse(source)
  expect(problems).toEqual([])
  return printFile(file)
}

describe('printFile', () => {
  it.each(scripts)('prints %s so that it reads the same and prints the same', (path) => {
    const source = readFileSync(path, 'utf8')
    const printed = print(source)
    expect(withoutPlaces(parse(printed).file)).toEqual(withoutPlaces(parse(source).file))
    expect(print(printed)).toBe(printed)
  })

  it.each(scripts.filter((path) => path.startsWith('examples')))('keeps the layout of %s, comments aside', (path) => {
    const source = readFileSync(path, 'utf8')
    const written = source.replace(/^\/\/(?!\/).*\n/gm, '').trimStart()
    expect(print(source)).toBe(written)
  })

  it('brings any layout into the one form', () => {
    const source = `import{a,b}from"./x.mas";/// Says.
export agent   A(q:string,n:int)->string[3]{temperature 1.0;tools a,b role"Be \\"kind\\".";}
agent B=A{model"large" repairs 0}
enum K{x,y}
type T={a:string?,b:number[]}
type U=T
tool t(k:string)->bool from"host:t"pure
workflow main(q:string)->string budget{calls 40 seconds 2.5}{if t(q){return"a"}else if not t(q) and 1+2*3>=7{return"b"}else{xs=A(q,n:2)return xs[0]}}`
    expect(print(source)).toBe(`import { a, b } from "./x.mas"

/// Says.
export agent A(q: string, n: int) -> string[3] {
  temperature 1.0
  tools a, b
  role "Be \\"kind\\"."
}

agent B = A { model "large" repairs 0 }

enum K { x, y }

type T = { a: string?, b: number[] }
type U = T

tool t(k: string) -> bool from "host:t" pure

workflow main(q: string) -> string budget { calls 40 seconds 2.5 } {
  if t(q) {
    return "a"
  } else if not t(q) and 1 + 2 * 3 >= 7 {
    return "b"
  } else {
    xs = A(q, n: 2)
    return xs[0]
  }
}
`)
  })

  it('breaks parameters that do not fit on a line', () => {
    const parameters = ['first_of_them', 'second_of_them', 'third_of_them', 'fourth_of_them', 'fifth_of_them']
    const source = `agent A(${parameters.map((name) => `${name}: string`).join(', ')}) -> string`
    expect(source.length).toBeGreaterThan(100)
    expect(print(source)).toBe(`agent A(\n${parameters.map((name) => `  ${name}: string,\n`).join('')}) -> string\n`)
  })
})
