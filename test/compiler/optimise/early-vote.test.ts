import { describe, expect, test } from 'vitest'
import { toMermaid } from '../../../compiler/index.ts'
import { allNodes } from '../compile/compile-source.ts'
import { changesOf, optimised } from './optimise-body.ts'

const passes = ['early-vote'] as const
const stops = (body: string) => changesOf(body, passes)

const untilOf = (body: string) =>
  allNodes(optimised(body, passes).graph.body).flatMap(({ node }) => (node.kind === 'sample' ? [node.until] : []))

describe('samples stop early', () => {
  test.each([
    ['in a vote', 'return vote(sample 3 of Hot(x))', { selector: null, presentOnly: false }],
    ['under a name', 'a = sample 5 of Hot(x) return vote(a)', { selector: null, presentOnly: false }],
    ['by a field', 'a = sample 5 of Rate(x) return vote(a, .points).answer', { selector: 'points', presentOnly: false }],
    ['without those that are none', 'return vote(present(sample 3 of Maybe(x)))', { selector: null, presentOnly: true }],
    [
      'without those that failed, under a name',
      'a = present(sample 3 of (checked(x) otherwise none)) return vote(a)',
      { selector: null, presentOnly: true },
    ],
    ['in a text', 'a = sample 3 of Hot(x) return "{{#if n > 1}}{{vote(a)}}{{/if}}"', { selector: null, presentOnly: false }],
    ['in an argument', 'a = sample 3 of Hot(x) return Cold(vote(a))', { selector: null, presentOnly: false }],
    ['of a workflow with a budget of tokens', 'return vote(sample 3 of thrifty(x))', { selector: null, presentOnly: false }],
  ])('%s', (_, body, expected) => {
    expect(untilOf(body)).toEqual([{ kind: 'vote', ...expected }])
  })
})

describe('all samples run', () => {
  test.each([
    ['where something else reads them', 'a = sample 3 of Hot(x) return "{{vote(a)}}{{len(a)}}"'],
    ['where two votes read them', 'a = sample 3 of Rate(x) return "{{vote(a, .points).answer}}{{vote(a, .answer).points}}"'],
    ['where another builtin reads them', 'return join(sample 3 of Hot(x), "")'],
    ['where what is present is read elsewhere', 'a = present(sample 3 of Maybe(x)) return "{{vote(a)}}{{len(a)}}"'],
    ['where the vote is over more', 'a = sample 3 of Hot(x) return vote(concat(a, xs))'],
    ['where there is but one', 'return vote(sample 1 of Hot(x))'],
    ['where a sample has an effect', 'return vote(sample 3 of write(x))'],
    ['where a sample has an effect through its model', 'return vote(sample 3 of Writing(x))'],
    ['where an effect may have come before a failure', 'return vote(sample 3 of (write(x) otherwise ""))'],
    ['where a sample may fail by an assertion', 'return vote(sample 3 of checked(x))'],
    ['where a sample may fail by a step', 'return vote(sample 3 of Words(x)[0])'],
    ['where time is limited', 'a = hasty(x) return vote(sample 3 of Hot(a))'],
  ])('%s', (_, body) => {
    expect(stops(body)).toEqual([])
  })
})

test('the bound of requests stays, that of depth grows', () => {
  const { graph, changes, writtenBounds } = optimised('return vote(sample 5 of Hot(x))', passes)
  expect(writtenBounds).toEqual({ calls: 5, tool_calls: 0, tokens: 5120, depth: 1 })
  expect(graph.bounds).toEqual({ calls: 5, tool_calls: 0, tokens: 5120, depth: 3 })
  expect(changes).toEqual([{ kind: 'early_vote', node: 'main/return/sample', before: writtenBounds, after: graph.bounds }])
})

test('the picture says it', () => {
  const { graph } = optimised('return vote(sample 5 of Hot(x))', passes)
  expect(toMermaid(graph)).toContain('"sample 5, until the vote is certain"')
})
