import { expect, test } from 'vitest'
import { optimise } from '../../../compiler/index.ts'
import { changesOf, optimised, written } from './optimise-body.ts'

const body = '_ = Hot(x) a = Cold(x) b = Cold(x) c = vote(sample 3 of Hot(x)) return "{{a}}{{b}}{{c}}"'

test('makes all passes, and bounds what comes out', () => {
  expect(changesOf(body)).toEqual(['dropped _', 'merged b into a', 'early_vote c/sample'])
  const { graph, writtenBounds } = optimised(body)
  expect(writtenBounds).toEqual({ calls: 6, tool_calls: 0, tokens: 6144, depth: 1 })
  expect(graph.bounds).toEqual({ calls: 4, tool_calls: 0, tokens: 4096, depth: 2 })
})

test('makes those that are named, in its own order', () => {
  expect(changesOf(body, ['early-vote', 'drop-unused-calls'])).toEqual(['dropped _', 'early_vote c/sample'])
  expect(changesOf(body, [])).toEqual([])
})

test('leaves a graph as it is where there is nothing to do, and the written one in any case', () => {
  const graph = written('return Hot(x)')
  expect(optimise(graph)).toEqual({ graph, writtenBounds: graph.bounds, changes: [] })
  const before = written(body)
  const copy = structuredClone(before)
  optimise(before)
  expect(before).toEqual(copy)
})

test('does not merge into a call that nothing needed', () => {
  expect(changesOf('_ = Cold(x) b = "" if n > 1 { b = Cold(x) } return b')).toEqual(['dropped _'])
})

test('drops a region that was kept by a step alone, once that is merged', () => {
  expect(changesOf('a = lines(x)[0] b = "" if n > 1 { c = lines(x)[0] b = Hot(c) } return a')).toEqual([
    'dropped if/then/b',
    'merged if/then/c into a',
    'dropped if',
  ])
})

test('sees a vote where a dropped step was the other use', () => {
  expect(changesOf('a = sample 3 of Hot(x) b = len(a) return vote(a)')).toEqual(['dropped b', 'early_vote a/sample'])
})
