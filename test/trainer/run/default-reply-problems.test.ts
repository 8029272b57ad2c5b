import { describe, expect, test } from 'vitest'
import { specify } from '../../../compiler/derivation/index.ts'
import { defaultReplaySettings } from '../../../trainer/credit/index.ts'
import { defaultReplyProblems } from '../../../trainer/run/default-reply-problems.ts'

const specified = specify({
  preamble: 'enum Kind { sum, other }\nagent Judge(x: string) -> { right: bool, kind: Kind }\nagent Rate(x: string) -> int?\n',
  workflow: 'main(x: string) -> string',
  constructs: { statements: ['bind'], expressions: ['name', 'call'], builtins: [], integers: [], strings: [] },
  limits: { calls: 3, statements: 2, nesting: 1, expressionDepth: 2, unread: 1, namesakes: 1 },
})
if (specified.kind === 'mistakes') throw new Error(JSON.stringify(specified.diagnostics))

const problems = (defaultReplies: typeof defaultReplaySettings.defaultReplies, closed = true) =>
  defaultReplyProblems({ ...defaultReplaySettings, defaultReplies }, specified.specification, { closed })

describe('default replies', () => {
  test.each([{}, { Rate: null }, { Rate: 3, Judge: { right: true, kind: 'other' } }])('%j are fine', (replies) => {
    expect(problems(replies)).toEqual([])
  })
  test.each([
    [{ Rate: '3' }, 'credit.replays.defaultReplies.Rate: '],
    [{ Judge: { right: true, kind: 'product' } }, 'credit.replays.defaultReplies.Judge.kind: '],
    [{ Jugde: true }, 'credit.replays.defaultReplies: there is no agent Jugde; the agents are Judge, Rate'],
  ])('%j are not', (replies, problem) => {
    expect(problems(replies)).toEqual([expect.stringContaining(problem)])
  })
  test('may be those of agents that a designer of one’s own declares', () => {
    expect(problems({ Other: 3 }, false)).toEqual([])
    expect(problems({ Rate: true }, false)).toHaveLength(1)
  })
})
