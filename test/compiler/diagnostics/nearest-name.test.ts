import { describe, expect, test } from 'vitest'
import { didYouMean, nearestName } from '../../../compiler/diagnostics/nearest-name.ts'

describe('the nearest name', () => {
  test.each([
    ['qestion', ['answer', 'question'], 'question'],
    ['solver', ['Solver', 'solved'], 'Solver'],
    ['maxTokens', ['max_tokens', 'max_turns'], 'max_tokens'],
    ['x', ['y', 'z'], null],
    ['xs', ['x', 'ys'], 'x'],
    ['completely', ['different'], null],
    ['a', [], null],
  ])('%j among %j is %j', (name, candidates, expected) => {
    expect(nearestName(name, candidates)).toBe(expected)
  })

  test('is offered as a question', () => {
    expect(didYouMean('qestion', ['question'])).toBe('Did you mean `question`?')
    expect(didYouMean('qestion', [])).toBeNull()
  })
})
