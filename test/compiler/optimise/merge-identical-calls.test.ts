import { describe, expect, test } from 'vitest'
import { instancesOf } from '../compile/compile-source.ts'
import { changesOf, optimised } from './optimise-body.ts'

const passes = ['merge-identical-calls'] as const
const merges = (body: string) => changesOf(body, passes)

describe('a call is merged into an equal one', () => {
  test.each([
    ['of an agent at temperature 0', 'a = Cold(x) b = Cold(x) return "{{a}}{{b}}"', ['merged b into a']],
    ['of a pure tool', 'a = look(x) b = look(x) return "{{a}}{{b}}"', ['merged b into a']],
    ['of an agent whose tools are deterministic too', 'a = Helped(x) b = Helped(x) return "{{a}}{{b}}"', ['merged b into a']],
    ['whose arguments are equal expressions', 'a = Cold("{{x}}!") b = Cold("{{x}}!") return "{{a}}{{b}}"', ['merged b into a']],
    [
      'whose arguments were merged before',
      'a = Cold(x) b = Cold(a) c = Cold(x) d = Cold(c) return "{{b}}{{d}}"',
      ['merged c into a', 'merged d into b'],
    ],
    [
      'whose arguments are equal steps under other names',
      'p = trim(x) a = Cold(p) q = trim(x) b = Cold(q) return "{{a}}{{b}}"',
      ['merged q into p', 'merged b into a'],
    ],
    ['in a branch, from before it', 'a = Cold(x) b = "" if n > 1 { b = Cold(x) } return "{{a}}{{b}}"', ['merged if/then/b into a']],
    [
      'in a loop, from before it',
      'a = Cold(x) b = "" repeat max 3 { b = Cold(x) stop when b == a } return "{{a}}{{b}}"',
      ['merged repeat/b into a'],
    ],
    [
      'in a fallback, from before it',
      'a = Cold(x) b = Hot(x) otherwise Cold(x) return "{{a}}{{b}}"',
      ['merged b/otherwise/Cold into a'],
    ],
    ['after a decision', 'a = Cold(x) assert n > 1 b = Cold(x) return "{{a}}{{b}}"', ['merged b into a']],
    ['of the same inlined workflow', 'a = checked(x) b = Cold(x) c = Cold(x) return "{{a}}{{b}}{{c}}"', ['merged c into b']],
  ])('%s', (_, body, expected) => {
    expect(merges(body)).toEqual(expected)
  })
})

describe('a call is kept', () => {
  test.each([
    ['of an agent with another temperature', 'a = Hot(x) b = Hot(x) return "{{a}}{{b}}"'],
    ['of an agent that may call one with another temperature', 'a = Warmed(x) b = Warmed(x) return "{{a}}{{b}}"'],
    ['of an agent with an impure tool', 'a = Writing(x) b = Writing(x) return "{{a}}{{b}}"'],
    ['of an impure tool', 'a = write(x) b = write(x) return "{{a}}{{b}}"'],
    ['of another agent', 'a = Cold(x) b = Other(x) return "{{a}}{{b}}"'],
    ['with another argument', 'a = Cold(x) b = Cold(y) return "{{a}}{{b}}"'],
    ['behind an effect', 'a = look(x) _ = write(x) b = look(x) return "{{a}}{{b}}"'],
    ['behind an effect of a model', 'a = look(x) _ = Writing(x) b = look(x) return "{{a}}{{b}}"'],
    ['behind an effect in a branch', 'a = look(x) if n > 1 { _ = write(x) } b = look(x) return "{{a}}{{b}}"'],
    ['in a loop with an effect', 'a = look(x) b = "" repeat max 2 { b = look(x) _ = write(b) } return "{{a}}{{b}}"'],
    ['after a branch that may not have run', 'a = "" if n > 1 { a = Cold(x) } b = Cold(x) return "{{a}}{{b}}"'],
    ['in the other branch', 'a = "" if n > 1 { a = Cold(x) } else { a = Cold(x) } return a'],
    ['after an attempt that may have failed', 'a = Cold(x) otherwise "" b = Cold(x) return "{{a}}{{b}}"'],
    ['after a right side that may not be needed', 'a = n > 1 and Cold(x) == "" b = Cold(x) return "{{a}}{{b}}"'],
    ['in other rounds of a loop', 'a = x repeat max 3 { a = Cold(a) } return a'],
    ['in other samples', 'a = sample 3 of Cold(x) return join(a, "")'],
    ['under a budget of its own', 'a = Cold(x) b = thrifty(x) return "{{a}}{{b}}"'],
    ['under another call’s budget', 'a = thrifty(x) b = thrifty(x) return "{{a}}{{b}}"'],
  ])('%s', (_, body) => {
    expect(merges(body)).toEqual([])
  })
})

test('where time is limited, a branch does not come to wait for a call from before it', () => {
  const limited = 'h = hasty(y) a = Cold(x) c = Cold(x) b = "" if n > 1 { b = Cold(x) } return "{{h}}{{a}}{{b}}{{c}}"'
  expect(merges(limited)).toEqual(['merged c into a'])
})

test('what read the call reads the one before, and the names of other nodes stay', () => {
  const { graph, changes } = optimised('a = Cold(x) b = Cold(x) c = Hot(b) return "{{c}}{{b}}"', passes)
  expect(instancesOf(graph)).toEqual(['agent main/a', 'agent main/c', 'compute main/return'])
  expect(JSON.stringify(graph.body)).not.toContain('"Cold.2"')
  expect(graph.bounds).toEqual({ calls: 2, tool_calls: 0, tokens: 2048, depth: 2 })
  expect(changes).toEqual([
    {
      kind: 'merged',
      node: 'main/b',
      into: 'main/a',
      before: { calls: 1, tool_calls: 0, tokens: 1024, depth: 1 },
      after: { calls: 0, tool_calls: 0, tokens: 0, depth: 0 },
    },
  ])
})
