import { describe, expect, test } from 'vitest'
import { selfConsistency, trainedTeam } from '../../../trainer/demonstration/self-consistency.ts'
import { compiledShareOf, summaryArm } from '../../../trainer/demonstration/summary.ts'
import { exampleDesigns, exampleResult } from './example-result.ts'

describe('an arm of the summary', () => {
  test('holds what was measured before and after, also of each family', () => {
    expect(summaryArm(exampleResult('both'))).toEqual({
      name: 'both',
      title: 'the arm both',
      before: 0.2,
      after: 0.6,
      ci: [0.5, 0.7],
      trainRequests: 100,
      requestsPerTask: 2,
      byFamily: [
        { family: 'depth', before: 0.2, after: 0.6 },
        { family: 'plain', before: 0.1, after: 0.3 },
      ],
    })
  })
})

describe('the share of designs that compile', () => {
  test('counts each design once, whatever arm wrote it', () => {
    const arms = [
      exampleResult('both', { writtenDesigns: 30, compiledShare: 1 }),
      exampleResult('stages', { writtenDesigns: 10, compiledShare: 0.5 }),
      exampleResult('single_agent'),
    ]
    expect(compiledShareOf(arms)).toBe(35 / 40)
  })
  test('is 1 where none was written', () => {
    expect(compiledShareOf([exampleResult('single_agent')])).toBe(1)
  })
})

describe('self-consistency', () => {
  const votes = [1, 2, 3, 4, 5].map((size) => ({
    kind: 'vote' as const,
    size,
    result: exampleResult('self_consistency', { title: `n = ${size}` }),
  }))
  const team = exampleResult('stages', { designs: exampleDesigns, cost: 3.6 })
  const single = exampleResult('single_agent', { cost: 1 })

  test('is the vote whose cost is nearest to that of the first arm with designs of its own', () => {
    expect(selfConsistency([team, single], votes).map(({ title }) => title)).toEqual(['n = 4'])
    expect(selfConsistency([single, team], votes).map(({ title }) => title)).toEqual(['n = 4'])
    expect(trainedTeam([single, team])).toBe(team)
  })
  test('is the largest vote where the team costs more, and one call without a team', () => {
    expect(selfConsistency([{ ...team, after: { ...team.after, requestsPerTask: 12 } }], votes)[0]?.title).toBe('n = 5')
    expect(selfConsistency([single], votes)[0]?.title).toBe('n = 1')
  })
  test('is none where no single agent was trained', () => {
    expect(selfConsistency([team], [])).toEqual([])
    expect(selfConsistency([], votes)).toEqual([])
  })
})
