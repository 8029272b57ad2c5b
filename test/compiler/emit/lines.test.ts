import { expect, test } from 'vitest'
import { Lines } from '../../../compiler/emit/lines.ts'

function linesOf(...texts: readonly string[]): Lines {
  const lines = new Lines()
  lines.add(...texts)
  return lines
}

test('the last line is taken off where it starts so', () => {
  const lines = linesOf('a()', 'const b = c')
  expect([lines.takeLast('const x = '), lines.takeLast('const b = '), lines.text, lines.count]).toEqual([null, 'c', 'a()', 1])
})

test('the latest that starts so is written anew', () => {
  const lines = linesOf('const a = 1', 'const a = 2', 'b()')
  expect(lines.rewrite('const a = ', (rest) => `let a: number = ${rest}`)).toBe(true)
  expect(lines.rewrite('const x = ', () => '')).toBe(false)
  expect(lines.text).toBe('const a = 1\nlet a: number = 2\nb()')
  expect([lines.has('let a'), lines.has('let b')]).toEqual([true, false])
})
