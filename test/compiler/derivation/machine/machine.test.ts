import { describe, expect, it } from 'vitest'
import { choose, isFinished, legalChoices, startDerivation } from '../../../../compiler/derivation/index.ts'
import { labels } from '../designs.ts'
import { richSpecification } from '../rich-specification.ts'

const solution = '{ reasoning: string, answer: string, points: number }'
const review = '{ verdict: Verdict, feedback: string?, sure: bool }'

describe('a choice that looks as though the program could be finished', () => {
  it.each([
    [
      'the only value that fits reads what a later statement would have had to',
      [
        `statement/bind ${solution}`, 'expression/otherwise', 'expression/call Solver', 'string/', 'string/, ',
        'expression/call Solver', 'name/task', 'string/', `statement/bind ${review}?`, 'expression/otherwise none',
        'expression/call Critic', 'string/', 'name/solver', 'statement/for', 'name/sizes', 'name/solver', 'statement/rebind',
        'name/solver', 'expression/call Judge', 'expression/json int', 'name/item', 'expression/list of 2',
      ],
    ],
    [
      'the value with the fewest calls takes more tool calls than there are',
      [
        'statement/copy', 'name/task', 'statement/repeat', 'name/current', 'integer/3', 'statement/bind bool[]',
        'expression/sample', 'integer/2', 'expression/call store', 'string/, ', 'integer/2', 'statement/bind string',
        'expression/text bool', 'expression/!= string', 'name/task',
      ],
    ],
  ])('is not legal where it cannot: %s', (_, path) => {
    const limits = { calls: 40, tool_calls: 8, tokens: 40_000, depth: 20, statements: 6, nesting: 2, expressionDepth: 2 }
    let half = startDerivation(richSpecification(limits))
    let taken = 0
    for (const label of path) {
      const choices = legalChoices(half)
      expect(choices.length).toBeGreaterThan(0)
      if (!(labels(choices) ?? []).includes(label)) break
      half = choose(half, { label })
      taken += 1
    }
    expect(taken).toBeGreaterThan(path.length / 2)
    expect(isFinished(half)).toBe(false)
    expect(legalChoices(half).length).toBeGreaterThan(0)
  })
})
