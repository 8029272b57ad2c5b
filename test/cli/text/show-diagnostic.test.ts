import picocolors from 'picocolors'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../../compiler/index.ts'
import type { Channel } from '../../../cli/terminal/terminal.ts'
import { showDiagnostic } from '../../../cli/text/show-diagnostic.ts'

const channel = (changes: Partial<Channel> = {}): Channel => ({
  write: () => undefined,
  isTerminal: false,
  width: null,
  height: null,
  colors: picocolors.createColors(false),
  ...changes,
})

function show(
  source: string,
  at: string | readonly [number, number],
  changes: Partial<Diagnostic> = {},
  to = channel(),
): readonly string[] {
  const range =
    typeof at === 'string' ? { start: source.indexOf(at), end: source.indexOf(at) + at.length } : { start: at[0], end: at[1] }
  const diagnostic: Diagnostic = { code: 'MAS3001', severity: 'error', message: 'wrong', file: 'a.mas', range, ...changes }
  return showDiagnostic(diagnostic, (file) => (file === 'a.mas' ? source : null), to)
    .trimEnd()
    .split('\n')
}

describe('an excerpt', () => {
  test('has a caret below every character', () => {
    expect(show('one\ntwo three\n', 'three')).toEqual(['a.mas:2:5 error MAS3001: wrong', '2 | two three', '  |     ^^^^^'])
  })

  test('of nothing has one caret', () => {
    expect(show('one', [3, 3]).slice(1)).toEqual(['1 | one', '  |    ^'])
    expect(show('', [0, 0]).slice(1)).toEqual(['1 |', '  | ^'])
  })

  test('shows tabs as spaces', () => {
    expect(show('\ta\tbc', 'bc').slice(1)).toEqual(['1 |     a   bc', '  |         ^^'])
  })

  test('counts wide characters twice and joined ones once', () => {
    expect(show('"漢字" x', 'x').slice(1)).toEqual(['1 | "漢字" x', '  |        ^'])
    expect(show('"e\u0301" x', 'x').slice(1)).toEqual(['1 | "e\u0301" x', '  |     ^'])
  })

  test('of two lines shows both', () => {
    expect(show('ab(\n  c)\n', [2, 8]).slice(1)).toEqual(['1 | ab(', '  |   ^', '2 |   c)', '  |   ^^'])
  })

  test('of many lines shows the first and the last', () => {
    const source = 'x {\n  1\n  2\n}\n'
    expect(show(source, [2, source.length]).slice(1)).toEqual(['1 | x {', '  |   ^', '  ...', '4 | }', '  | ^'])
  })

  test('of a long line shows the part around it', () => {
    const source = `${'a'.repeat(300)}HERE${'b'.repeat(300)}`
    const [, line = '', marks = ''] = show(source, 'HERE', {}, channel({ width: 80 }))
    expect(line.length).toBeLessThanOrEqual(80)
    expect(line).toMatch(/^1 \| …a+HEREb+…$/)
    expect(marks.indexOf('^')).toBe(line.indexOf('HERE'))
    expect(marks).toMatch(/ \^{4}$/)
  })

  test('shows control characters as something visible', () => {
    expect(show('a\u001b[31mb', 'b').join('\n')).not.toContain('\u001b')
  })
})

test('a hint and related places follow', () => {
  const source = 'agent A() -> int\nA(1)'
  expect(
    show(source, 'A(1)', {
      hint: 'remove 1',
      related: [{ file: 'a.mas', range: { start: 6, end: 7 }, message: 'declared here' }],
    }),
  ).toEqual([
    'a.mas:2:1 error MAS3001: wrong',
    '2 | A(1)',
    '  | ^^^^',
    '  hint: remove 1',
    '  a.mas:1:7 declared here',
    '  1 | agent A() -> int',
    '    |       ^',
  ])
})

test('a file without text is named alone', () => {
  expect(show('', [0, 0], { file: 'gone.mas', severity: 'warning' })).toEqual(['gone.mas warning MAS3001: wrong'])
})

test('colours are for a terminal only', () => {
  expect(show('x', 'x').join('')).not.toContain('\u001b')
  expect(show('x', 'x', {}, channel({ colors: picocolors.createColors(true) })).join('')).toContain('\u001b[31m')
})
