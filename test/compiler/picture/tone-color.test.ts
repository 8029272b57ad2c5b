import { expect, test } from 'vitest'
import { toSvg } from '../../../compiler/index.ts'
import { toneColor } from '../../../compiler/picture/svg/tone-color.ts'
import { graphOf } from '../compile/compile-source.ts'

test.each([
  [0, '#ffffff'],
  [1, '#6eafe1'],
  [-1, '#f0a550'],
  [0.5, '#b7d7f0'],
  [9, '#6eafe1'],
  [-9, '#f0a550'],
])('the tone %d is %s', (tone, color) => {
  expect(toneColor(tone)).toBe(color)
})

test('a mark colours the calls of its node and stands below their names; others stay as they are', async () => {
  const graph = graphOf('agent A(x: string) -> string {} workflow main(x: string) -> string { a = A(x) b = A(a) return b }')
  const svg = await toSvg(graph, new Map([['main/a', { line: '+1 <b>', tone: 1 }]]))
  expect(svg.match(/fill="#6eafe1"/g)).toHaveLength(1)
  expect(svg.match(/fill="#dceefb"/g)).toHaveLength(1)
  expect(svg).toContain('>+1 &lt;b&gt;</text>')
})
