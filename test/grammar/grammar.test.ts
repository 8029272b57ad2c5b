import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, productions, reservedWords } from '../../grammar/index.ts'
import { createLexer } from '../../grammar/lexer/create-lexer.ts'
import { MasParser } from '../../grammar/parser/mas-parser.ts'

const examples = new URL('../../examples/', import.meta.url)

describe('the grammar', () => {
  test('has no ambiguities, no left recursion and no unknown rules', () => {
    expect(() => new MasParser({ skipValidations: false })).not.toThrow()
  })

  test('has no token that is hidden by another one', () => {
    expect(() => createLexer({ skipValidations: false })).not.toThrow()
  })

  test('gives its rules as data', () => {
    const rules = productions()
    expect(rules.length).toBeGreaterThan(40)
    expect(rules.every(({ type }) => type === 'Rule')).toBe(true)
  })

  test('reserves these words', () => {
    expect([...reservedWords].sort()).toEqual(('agent and assert each else enum export false for if import in match none not or '
      + 'otherwise repeat return sample static stop tool true type workflow yield').split(' '))
  })

  test.each(readdirSync(examples).filter((name) => name.endsWith('.mas')))('reads %s without a problem', (name) => {
    const { file, problems } = parse(readFileSync(new URL(name, examples), 'utf8'))
    expect(problems).toEqual([])
    expect(file.declarations.length).toBeGreaterThan(1)
    expect(file.declarations.every(({ damaged }) => !damaged)).toBe(true)
  })

  test('is read the same way each time', () => {
    const source = readFileSync(new URL('reflect.mas', examples), 'utf8')
    const first = parse(source)
    parse('workflow main( {{ """ x = (')
    expect(parse(source)).toEqual(first)
  })
})
