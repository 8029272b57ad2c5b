import { expect, test } from 'vitest'
import { encodePrompt, encodeTask, sharedVocabulary } from '../../../trainer/policies/index.ts'

const { designer, executor } = sharedVocabulary(['answer', 'mark'], '01+', ['end', 'x', '+', 'vote'])

const symbols = (ids: readonly number[]): readonly string[] => ids.map((id) => executor.table.symbolOf(id))

test('both roles read the same characters out of one table', () => {
  expect(designer.table).toBe(executor.table)
  const prompt = encodePrompt(executor, {
    name: 'Answer',
    role: 'answer',
    inputs: [{ name: 'text', type: { kind: 'string' }, value: '1+0' }],
  })
  expect(prompt.kind === 'tokens' ? symbols(prompt.tokens) : []).toEqual(['role:answer', '1', '+', '0', 'reply'])
  expect(symbols(encodeTask(designer, '1+0?'))).toEqual(['1', '+', '0', 'mark'])
})

test('choices are symbols of their own, whatever their labels', () => {
  expect([0, 1, 2, 3].map((label) => designer.table.symbolOf(designer.firstLabel + label))).toEqual([
    'choice:end',
    'choice:x',
    'choice:+',
    'choice:vote',
  ])
  expect(designer.firstLabel + 4).toBe(designer.table.symbols.length)
})

test('executors write characters only, never choices', () => {
  expect(symbols([...executor.characters])).toEqual(['0', '1', '+'])
})
