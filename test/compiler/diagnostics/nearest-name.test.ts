import { describe, expect, test } from 'vitest'
import { didYouMean, editDistance, nearestName } from '../../../compiler/diagnostics/nearest-name.ts'

describe('edit distance', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['critic', 'critic', 0],
    ['critc', 'critic', 1],
    ['critiic', 'critic', 1],
    ['crotic', 'critic', 1],
    ['crtiic', 'critic', 1],
    ['kitten', 'sitting', 3],
  ])('%j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance)
  })
})

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
