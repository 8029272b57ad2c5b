import { createContext, runInContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { exportGrammar, grammarFormats } from '../../../grammar/export/index.ts'
import { otherWords } from '../../../grammar/export/formats/other-words.ts'
import { productions, reservedWords } from '../../../grammar/index.ts'
import { fixedNames } from './grammars.ts'

test.each(grammarFormats)('%s is the same each time', (format) => {
  expect(exportGrammar(format)).toBe(exportGrammar(format))
  expect(exportGrammar(format, fixedNames)).toBe(exportGrammar(format, fixedNames))
  expect(exportGrammar(format)).toMatch(/\S\n$/)
})

describe('EBNF', () => {
  const text = exportGrammar('ebnf')

  test('has no rule for habits, and none for what is never written', () => {
    expect(text).not.toMatch(/habit|;"|while/)
    expect(text).toContain('text_if = "{{#if" expression "}}" text_parts [ "{{else}}" text_parts ] "{{/if}}" ;')
  })

  test('defines what it names', () => {
    const defined = [...text.matchAll(/^(\w+) =/gm)].map(([, name]) => name)
    const named = text.replace(/"[^"\n]*"|'[^'\n]*'|\?[^\n]*\?/g, '').match(/\b[a-z_]+\b/g) ?? []
    expect(new Set(named.filter((name) => !defined.includes(name)))).toEqual(new Set(['reserved', 'word']))
    expect(productions().length).toBeGreaterThan(defined.length)
  })
})

describe('Lark', () => {
  test('begins at start, with lexemes in capitals and no look-around', () => {
    const text = exportGrammar('lark', fixedNames)
    expect(text).toMatch(/^start: /)
    expect(text).not.toMatch(/\(\?/)
    expect(text.split('\n').filter((line) => line !== '' && !/^(?:[a-z_]+: |[A-Z_]+: \/)/.test(line))).toEqual([])
  })
})

describe('TextMate', () => {
  test('is JSON with regular expressions', () => {
    const grammar = JSON.parse(exportGrammar('textmate')) as { scopeName: string; repository: object }
    expect(grammar.scopeName).toBe('source.mas')
    const patterns = [...JSON.stringify(grammar).matchAll(/"(?:match|begin|end)":("(?:[^"\\]|\\.)*")/g)]
    expect(patterns.length).toBeGreaterThan(20)
    for (const [, pattern = '""'] of patterns) expect(() => new RegExp(JSON.parse(pattern) as string)).not.toThrow()
    expect(reservedWords.filter((word) => !JSON.stringify(grammar).includes(word))).toEqual([])
  })
})

describe('the railroad page', () => {
  const page = exportGrammar('railroad')

  test('loads nothing', () => {
    expect(page).not.toMatch(/<(?:script|link|img)[^>]*(?:src|href)=/)
    expect(page).not.toMatch(/url\(|@import|fetch\(/)
  })

  test('draws every rule', () => {
    const drawn = { innerHTML: '' }
    const element = { querySelectorAll: () => [], getElementsByClassName: () => [], addEventListener: () => undefined }
    const document = { ...element, getElementById: () => drawn, getElementsByTagName: () => [] }
    const window: Record<string, unknown> = { document }
    const context = createContext(Object.assign(window, { window }))
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script)
    for (const script of scripts) runInContext(script, context)
    expect(drawn.innerHTML.match(/<h2/g)?.length).toBeGreaterThan(60)
    expect(drawn.innerHTML).toContain('<svg')
  })
})

describe('the tree of other words', () => {
  const accepts = (words: readonly string[], text: string): boolean => {
    const places = otherWords(words)
    let place = places[0]
    for (const letter of text) {
      if (place?.others.includes(letter) === true) return true
      place = places[place?.children.find((child) => child.letter === letter)?.place ?? -1]
      if (place === undefined) return false
    }
    return place?.ends ?? false
  }

  test.each([['if', false], ['i', true], ['iff', true], ['in', false], ['into', true], ['x', true], ['', false], ['1', false], ['in1', true]])(
    'of `if` and `in` has %j: %j', (text, expected) => {
      expect(accepts(['if', 'in'], text)).toBe(expected)
    },
  )
})
