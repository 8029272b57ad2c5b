import { describe, expect, test } from 'vitest'
import { SourceLines } from '../../../cli/text/source-lines.ts'

describe('positions', () => {
  const text = 'one\ntwo\r\nthree\rfour'
  const lines = new SourceLines(text)

  test.each([
    [0, 1, 1],
    [3, 1, 4],
    [4, 2, 1],
    [9, 3, 1],
    [15, 4, 1],
    [19, 4, 5],
  ])('offset %i is line %i, column %i', (offset, line, column) => {
    expect(lines.positionAt(offset)).toEqual({ line, column, offset })
  })

  test('outside the text are its ends', () => {
    expect(lines.positionAt(99)).toEqual({ line: 4, column: 5, offset: 19 })
    expect(lines.positionAt(-1)).toEqual({ line: 1, column: 1, offset: 0 })
    expect(new SourceLines('').positionAt(0)).toEqual({ line: 1, column: 1, offset: 0 })
  })

  test('of every offset agree with counting', () => {
    const breaks = /\r\n|\n|\r/g
    for (let offset = 0; offset <= text.length; offset += 1) {
      const ends = Array.from(text.matchAll(breaks), (match) => match.index + match[0].length).filter((end) => end <= offset)
      expect(lines.positionAt(offset)).toEqual({ line: ends.length + 1, column: offset - (ends.at(-1) ?? 0) + 1, offset })
    }
  })

  test('lines come without their breaks', () => {
    expect([1, 2, 3, 4].map((line) => lines.lineText(line))).toEqual(['one', 'two', 'three', 'four'])
  })
})
