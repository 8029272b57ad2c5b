import { describe, expect, test } from 'vitest'
import { createMemoryReader, fixSource } from '../../../compiler/index.ts'
import { around, errorsIn, fixText } from './expect-fixed.ts'

describe('fixing a file', () => {
  test('says what was fixed, and reports what is left', () => {
    const { text, fixed, compiled } = fixText(around('let x = Writer(tsak)\n  y = 1 + "a" * 2'))
    expect(text).toBe(around('x = Writer(task)\n  y = 1 + "a" * 2'))
    expect(fixed.map(({ code, fix }) => [code, fix.title])).toEqual([
      ['MAS1307', 'Leave `let` out'],
      ['MAS2001', 'Write `task`'],
    ])
    expect(compiled.diagnostics.map(({ code }) => code)).toEqual(['MAS3201'])
  })

  test('goes on with what a syntax error has hidden', () => {
    const wrong = 'agent A(x: string) -> string { temprature 1 role "\\d {{xx}}" }'
    expect(fixText(wrong).text).toBe('agent A(x: string) -> string { temperature 1 role """\\d {{x}}""" }')
  })

  test('makes those fixes that help where others do harm', () => {
    const { text } = fixText(around('x = length(tsak)\n  y = 1 + taks'))
    expect(text).toBe(around('x = len(task)\n  y = 1 + taks'))
  })

  test('moves an import together with its own mistake', () => {
    const other = 'export agent Reader() -> int'
    const { text } = fixText('agent A() -> int\nimport { Raeder } from "./o.mas"\n', { 'o.mas': other })
    expect(text).toBe('import { Reader } from "./o.mas"\n\nagent A() -> int\n')
  })

  test('leaves imported files and comments alone', () => {
    const other = 'export agent A(x: str) -> string\n'
    const { text, compiled } = fixText('import { A } from "./o.mas" // null\nworkflow f() -> string { /* && */ return A(nul) }\n', { 'o.mas': other })
    expect(text).toBe('import { A } from "./o.mas" // null\nworkflow f() -> string { /* && */ return A(nul) }\n')
    expect(compiled.sources.get('o.mas')).toBe(other)
  })

  test('of a file that cannot be read does nothing', () => {
    const { before, text, fixed } = fixSource('gone.mas', createMemoryReader(new Map()))
    expect({ before, text, fixed }).toEqual({ before: null, text: null, fixed: [] })
  })

  test('goes on beyond the limit of errors', () => {
    const many = around(Array.from({ length: 130 }, (_, index) => `let x${index} = ${index}`).join('\n  '))
    const { text, fixed } = fixText(many)
    expect(errorsIn(text ?? '')).toEqual([])
    expect(fixed.length).toBe(130)
  })
})
