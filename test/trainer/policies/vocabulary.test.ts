import { describe, expect, test } from 'vitest'
import type { Type } from '../../../compiler/index.ts'
import { decodeReply, encodePrompt, encodeReply, executorVocabulary } from '../../../trainer/policies/executor-vocabulary.ts'
import { replyMask } from '../../../trainer/policies/reply-mask.ts'
import { isSampledRecord } from '../../../trainer/policies/sampled-record.ts'
import { symbolTable } from '../../../trainer/policies/symbol-table.ts'

const vocabulary = executorVocabulary(['answer', 'merge'], '0123-aab')
const input = (name: string, value: string | number | null) => ({ name, type: { kind: 'string' } as const, value })
const symbols = (ids: readonly number[]): readonly string[] => ids.map((id) => vocabulary.table.symbolOf(id))

describe('a table of symbols', () => {
  test('finds each symbol and each id, and says which there are not', () => {
    const table = symbolTable(['end', 'a'])
    expect([table.idOf('a'), table.idOf('z')]).toEqual([1, null])
    expect(table.symbolOf(0)).toBe('end')
    expect(() => table.symbolOf(2)).toThrow('no symbol has the id 2')
    expect(() => symbolTable(['a', 'a'])).toThrow('a symbol table holds each symbol once')
  })
})

describe('the vocabulary of executors', () => {
  test('writes a call as its role, its inputs and the reply mark', () => {
    const prompt = encodePrompt(vocabulary, { name: 'M', role: 'merge', inputs: [input('x', 'ab'), input('n', 12), input('o', null)] })
    expect(prompt.kind === 'tokens' ? symbols(prompt.tokens) : prompt.message).toEqual(['role:merge', 'a', 'b', 'next', '1', '2', 'next', 'reply'])
  })
  test('takes the name of an agent for its role where it has none', () => {
    expect(encodePrompt(vocabulary, { name: 'answer', role: null, inputs: [] }).kind).toBe('tokens')
    expect(encodePrompt(vocabulary, { name: 'Answer', role: null, inputs: [] })).toEqual({
      kind: 'unreadable',
      message: 'it was never trained on the role "Answer"',
    })
  })
  test('reads no marks from texts: a character is a character', () => {
    const odd = executorVocabulary(['a'], 'nextrply:o')
    const prompt = encodePrompt(odd, { name: 'a', role: null, inputs: [input('x', 'next')] })
    expect(prompt.kind === 'tokens' ? prompt.tokens.length : 0).toBe(6)
  })
  test('writes replies that it reads back', () => {
    const tokens = encodeReply(vocabulary, 'ab12')
    expect(tokens?.at(-1)).toBe(vocabulary.end)
    expect(decodeReply(vocabulary, tokens ?? [])).toBe('ab12')
    expect(decodeReply(vocabulary, tokens?.slice(0, 2) ?? [])).toBe('ab')
    expect(encodeReply(vocabulary, 'abc')).toBe(null)
    expect(encodeReply(vocabulary, 12)).toEqual(encodeReply(vocabulary, '12'))
  })
})

describe('what may follow in a reply', () => {
  const legalAfter = (type: Type, written: string): readonly string[] => {
    const mask = replyMask(vocabulary, type)
    if (mask.kind === 'unwritable') throw new Error(mask.message)
    const legal = mask.mask((encodeReply(vocabulary, written) ?? []).slice(0, -1))
    return legal === 'end' || legal === null ? [String(legal)] : symbols(legal).toSorted()
  }
  const all = ['-', '0', '1', '2', '3', 'a', 'b', 'end']

  test('of a string is any character, or the end', () => {
    expect(legalAfter({ kind: 'string' }, '')).toEqual(all)
    expect(legalAfter({ kind: 'string' }, 'ab-1')).toEqual(all)
  })
  test('of an enum is what continues one of its members, also where one begins as another', () => {
    const type: Type = { kind: 'enum', name: 'E', id: 'E', members: ['a', 'ab', 'b1'] }
    expect(legalAfter(type, '')).toEqual(['a', 'b'])
    expect(legalAfter(type, 'a')).toEqual(['b', 'end'])
    expect(legalAfter(type, 'ab')).toEqual(['end'])
    expect(legalAfter(type, 'b')).toEqual(['1'])
  })
  test('of an int is a number that reads back as itself', () => {
    const digits = executorVocabulary(['answer'], '0123456789-')
    const legal = (written: string): string => {
      const mask = replyMask(digits, { kind: 'int' })
      const ids = mask.kind === 'mask' ? mask.mask((encodeReply(digits, written) ?? []).slice(0, -1)) : null
      return ids === null || ids === 'end' ? '?' : ids.map((id) => (id === digits.end ? '.' : digits.table.symbolOf(id))).join('')
    }
    expect(legal('')).toBe('0123456789-')
    expect(legal('-')).toBe('123456789')
    expect(legal('0')).toBe('.')
    expect(legal('-1')).toBe('0123456789.')
    expect(legal('10')).toBe('0123456789.')
    expect(legal('9'.repeat(15))).toBe('.')
    expect(Number.isSafeInteger(Number('9'.repeat(15)))).toBe(true)
  })
  test('of a type whose characters are missing is nothing', () => {
    expect(replyMask(vocabulary, { kind: 'bool' }).kind).toBe('unwritable')
    expect(replyMask(vocabulary, { kind: 'int' })).toEqual({ kind: 'unwritable', message: 'it lacks characters that a reply of type int needs' })
    expect(replyMask(vocabulary, { kind: 'optional', inner: { kind: 'string' } })).toEqual({
      kind: 'unwritable',
      message: 'it writes strings, integers, bools and enums only',
    })
  })
})

describe('a record that comes back from the runtime', () => {
  test('is known by its kind', () => {
    expect(isSampledRecord({ kind: 'sampled' })).toBe(true)
    for (const other of [undefined, null, 'sampled', {}, { kind: 'replayed' }]) expect(isSampledRecord(other)).toBe(false)
  })
})
