import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanJson } from '../../../../compiler/graph-reader/json/scan-json.ts'

describe('a text that is no JSON', () => {
  test.each([
    ['«»', 'The text ends where a value is due.'],
    ['[1, «»', 'The text ends where a value is due.'],
    ['[1,«]»', 'Here another value is due. Take the comma before it out.'],
    ['{"a": 1,«}»', 'Here another value is due. Take the comma before it out.'],
    ['[1 «2»]', 'Here a `,` or a `]` is due.'],
    ['{"a": 1 «"»b": 2}', 'Here a `,` or a `}` is due.'],
    ['{"a" «1»}', 'Here a `:` is due, between a name and its value.'],
    ['{«a»: 1}', 'Here a name in double quotes is due. JSON writes every name in double quotes.'],
    ['{«1»: 1}', 'Here a name in double quotes is due.'],
    ["[«'»a']", 'Here a value is due. JSON writes texts in double quotes.'],
    ['[«N»aN]', 'Here a value is due.'],
    ['[«.»5]', 'Here a value is due.'],
    ['[0«1»]', 'Here a `,` or a `]` is due.'],
    ['[«"»a', 'This text is never closed. Write `"` where it ends.'],
    ['[«"»a\\x"]', 'This text holds a `\\` that opens no escape. Write `\\\\` for a backslash.'],
    ['[«"»a\nb"]', 'A text may not hold a line break or a control character. Write `\\n`, or `\\u` and four digits.'],
    ['1 «2»', 'Nothing may follow the value.'],
    ['{} «}»', 'Nothing may follow the value.'],
    ['[1] «/»/ x', 'Nothing may follow the value.'],
    ['[1«}»', 'Here a `,` or a `]` is due.'],
  ])('%s', (marked, expected) => {
    const start = marked.indexOf('«')
    const text = marked.replace(/[«»]/g, '')
    const { mistake } = scanJson(text)
    expect(mistake?.range).toEqual({ start, end: marked.indexOf('»') - 1 })
    expect(`${mistake?.message ?? ''}${mistake?.remedy === null ? '' : ` ${mistake?.remedy ?? ''}`}`).toBe(expected)
  })

  test('nests too deeply', () => {
    expect(scanJson('['.repeat(5000) + ']'.repeat(5000)).mistake).toBeNull()
    expect(scanJson('['.repeat(5001)).mistake).toMatchObject({ stage: 'size', range: { start: 5000, end: 5001 } })
  })
})

describe('a text', () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }

  test('is JSON exactly where JSON.parse says so', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\n"',
      '"\\q"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'null',
      'nul',
      ' ',
      '\n',
      '\u00a0',
      "'",
    ]
    const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join(''))
    const spoilt = fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...pieces, '')).map(([text, at, piece]) => {
      const position = at % (text.length + 1)
      return text.slice(0, position) + piece + text.slice(position + 1)
    })
    fc.assert(
      fc.property(fc.oneof(anyText, spoilt, fc.json()), (text) => {
        expect(scanJson(text).mistake === null).toBe(parses(text))
      }),
      { numRuns: 3000 },
    )
  })

  test('tells where values stand, of lists and objects where they open', () => {
    const text = '{ "a/b": [1, {"~": "x"}], "c": {} }'
    const { ranges } = scanJson(text, ['', '/a~1b', '/a~1b/0', '/a~1b/1/~0', '/c', '/d'])
    expect([...ranges].map(([pointer, { start, end }]) => [pointer, text.slice(start, end)])).toEqual([
      ['', '{'],
      ['/a~1b', '['],
      ['/a~1b/0', '1'],
      ['/a~1b/1/~0', '"x"'],
      ['/c', '{'],
    ])
  })

  test('tells where their names stand', () => {
    const text = '{ "a/b": [1, {"~": "x"}], "\\u0063": {} }'
    const { names } = scanJson(text, ['', '/a~1b', '/a~1b/0', '/a~1b/1/~0', '/c', '/d'])
    expect([...names].map(([pointer, { start, end }]) => [pointer, text.slice(start, end)])).toEqual([
      ['/a~1b', '"a/b"'],
      ['/a~1b/1/~0', '"~"'],
      ['/c', '"\\u0063"'],
    ])
  })

  test('tells names that stand twice in one object', () => {
    const text = '{"a": [{"b": 1, "\\u0062": 2}], "b": 3, "__proto__": 1, "__proto__": 2}'
    expect(scanJson(text).twice.map(({ pointer, range }) => [pointer, text.slice(range.start, range.end)])).toEqual([
      ['/a/0/b', '"\\u0062"'],
      ['/__proto__', '"__proto__"'],
    ])
  })
})
