import { describe, expect, test } from 'vitest'
import { charactersOf, Shortest, wordsOf } from '../../../testing/texts/shortest.ts'
import { lists, rule } from './lists.ts'

describe('Shortest', () => {
  test('ends every rule, also one that begins with itself inside', () => {
    expect(new Shortest(lists).of(rule('item')).text).toBe('1')
    expect(new Shortest(lists).of(rule('list')).text).toBe('[1]')
    expect(() => new Shortest(lists).of(rule('nothing'))).toThrow(/no rule nothing/)
  })

  test('knows characters of a set and outside of it, and words that are free', () => {
    expect(charactersOf({ kind: 'characters', ranges: [['a', 'f'], ['_', '_']], negated: false })).toEqual(['a', 'f', '_'])
    expect(charactersOf({ kind: 'characters', ranges: [['a', 'z']], negated: true })).not.toContain('a')
    expect(wordsOf(['x', 'max'])[0]).toBe('of')
  })
})
