import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toMermaid } from '../../../compiler/index.ts'
import { graphOf } from '../compile/compile-source.ts'

const example = (name: string) => graphOf(readFileSync(join(import.meta.dirname, `../../../examples/${name}.mas`), 'utf8'))

const drawn = (body: string) =>
  toMermaid(graphOf(`agent A(x: string) -> string\nworkflow main(x: string, xs: string[2]) -> string { ${body} }`))

/** The arrows between a box and a region around it, which Mermaid refuses to draw. */
function arrowsIntoRegions(text: string): readonly string[] {
  const open: string[] = []
  const around = new Map<string, readonly string[]>()
  for (const line of text.split('\n')) {
    if (line.trim() === 'end') open.pop()
    const id = /^ *(?:subgraph )?(n\d+)[^ ]/.exec(line)?.[1]
    if (id !== undefined && !line.includes('-->') && !line.includes('-.->')) around.set(id, [...open])
    if (line.trim().startsWith('subgraph') && id !== undefined) open.push(id)
  }
  return text.split('\n').filter((line) => {
    const [, from = '', to = ''] = /^ *(n\d+) (?:-->|-\.->) (n\d+)$/.exec(line) ?? []
    return from !== '' && (around.get(from)?.includes(to) === true || around.get(to)?.includes(from) === true)
  })
}

describe('the picture', () => {
  test.each(['reflect', 'plan'])('of the example %s', (name) => {
    expect(toMermaid(example(name))).toMatchSnapshot()
  })

  test('writes signs that mean something to Mermaid as characters', () => {
    const text = drawn('y = A(x) y = A(y) return y')
    expect(text).toContain('"A<br/>y#35;2"')
    expect(text).not.toMatch(/#(?!35;|quot;|amp;|lt;|gt;)/)
  })

  test.each([
    ['a loop that hands on its item', 'for y in xs { x = y } return x'],
    ['a loop that hands on what it carries', 'y = "a" repeat max 2 { z = x x = y y = z } return y'],
    ['an each that yields its item', 'ys = each y, i in xs { yield y } return ys[0]'],
    ['an each that yields its index after a call', 'ys = each y, i in xs { _ = A(y) yield i } return "{{ys}}"'],
    ['branches in a loop', 'for y in xs { if y == "" { x = y } else { x = A(x) stop when x == y } } return x'],
    ['a branch that hands on what is outside', 'y = "" if x == "" { _ = A(x) y = x } return y'],
    ['a sample of a sample', 'y = sample 2 of (sample 2 of (A(x) otherwise x)) return y[0][0]'],
  ])('has no arrow between a box and what is around it: %s', (_, body) => {
    const text = drawn(body)
    expect(text).toContain('-->')
    expect(arrowsIntoRegions(text)).toEqual([])
  })

  test('shows what a branch hands on from outside', () => {
    const text = drawn('y = A(x) z = "" if x == "" { _ = A(x) z = y } return z')
    const region = /subgraph (n\d+)\["if"\]/.exec(text)?.[1] ?? '?'
    const maker = /(n\d+)\(\["A<br\/>y"\]\)/.exec(text)?.[1] ?? '?'
    expect(text).toContain(`${maker} --> ${region}`)
  })
})
