import { describe, expect, test } from 'vitest'
import { instancesOf } from '../compile/compile-source.ts'
import { changesOf, optimised } from './optimise-body.ts'

const passes = ['drop-unused-calls'] as const
const drops = (body: string) => changesOf(body, passes)

describe('dropped are', () => {
  test.each([
    ['a call that nothing reads', '_ = Hot(x) return x', ['dropped _']],
    ['a call of a pure tool', '_ = look(x) return x', ['dropped _']],
    ['a call of an agent with pure tools', '_ = Helped(x) return x', ['dropped _']],
    ['calls that only such calls read', 'a = Hot(x) b = Hot(a) return x', ['dropped a', 'dropped b']],
    ['a step that cannot fail, and what it reads', 'a = Hot(x) b = trim(a) return x', ['dropped a', 'dropped b']],
    ['samples', 'a = sample 3 of Hot(x) return x', ['dropped a/sample']],
    ['a branch, and the call that decides it', 'a = Hot(x) b = "" if a == "" { b = Hot(x) } return x', ['dropped a', 'dropped if']],
    ['one value of a branch', 'a = "" b = "" if n > 1 { a = Hot(x) b = Hot(y) } return a', ['dropped if/then/b']],
    ['a loop with its end', 'a = x repeat max 3 { a = Hot(a) stop when a == "" } return x', ['dropped repeat']],
    [
      'a value that a loop carries for itself alone',
      'a = x b = x repeat max 3 { a = Hot(a) b = Hot(b) stop when a == "" } return a',
      ['dropped repeat/b'],
    ],
    ['what a loop over a list makes', 'a = each z in xs { yield Hot(z) } return x', ['dropped a']],
    ['both sides of a fallback', 'a = Hot(x) otherwise Cold(x) return x', ['dropped a/otherwise']],
    ['a right side that may be needed', 'a = n > 1 and Hot(x) == "" return x', ['dropped a/and']],
    ['a call in a workflow with a budget', '_ = thrifty(x) return x', ['dropped _/return/Cold']],
  ])('%s', (_, body, expected) => {
    expect(drops(body)).toEqual(expected)
  })
})

describe('kept are', () => {
  test.each([
    ['a call that is read', 'a = Hot(x) return a'],
    ['a call of an impure tool', '_ = write(x) return x'],
    ['what an impure tool is given', 'a = Hot(x) _ = write(a) return x'],
    ['a call of an agent with an impure tool', '_ = Writing(x) return x'],
    ['an assertion, and what it reads', 'a = Hot(x) assert a != "" return x'],
    ['the message of an assertion', 'a = Hot(x) assert n > 1 else "{{a}}" return x'],
    ['a step that may fail, and what it reads', 'a = Words(x) b = a[0] return x'],
    ['an unused vote', 'a = vote(sample 3 of Hot(x)) return x'],
    ['a fallback around an effect', 'a = write(x) otherwise Cold(x) return a'],
    ['what decides whether a loop goes on', 'a = x b = x repeat max 3 { a = Hot(a) b = Hot(b) stop when b == "" } return a'],
    ['a list that may be longer than its loop', 'a = Words(x) for z in a { _ = write(z) } return x'],
    ['what decides whether an effect comes', 'a = Hot(x) if a == "" { _ = write(x) } return x'],
    ['a value that the next round reads', 'a = x b = x repeat max 3 { a = Hot(b) b = Hot(a) } return a'],
    ['a value that a stop hands on', 'a = x repeat max 3 { b = Hot(a) a = b stop when b == "" } return a'],
    ['a value that a stop alone hands on', 'a = x repeat max 3 { a = Hot(y) stop when n > 1 a = x } return a'],
  ])('%s', (_, body) => {
    expect(drops(body)).toEqual([])
  })
})

test('a region that stays gives none in the place of what nobody needs', () => {
  const { graph } = optimised('a = "" b = "" if n > 1 { a = Hot(x) b = Hot(y) } else { _ = write(x) } return a', passes)
  expect(instancesOf(graph)).toContain('agent main/if/then/a')
  const [branch] = graph.body.nodes.filter((node) => node.kind === 'if')
  expect(branch?.then.outputs).toEqual([
    { kind: 'value', id: 'Hot' },
    { kind: 'constant', value: null },
  ])
})

test('a loop begins with none, and stops with none, in the place of what nobody needs', () => {
  const { graph } = optimised('a = x b = y repeat max 3 { a = Hot(a) b = Hot(b) stop when a == "" } return a', passes)
  const [loop] = graph.body.nodes.filter((node) => node.kind === 'repeat')
  const none = { kind: 'constant', value: null }
  expect(loop?.carried.map(({ initial }) => initial)).toEqual([{ kind: 'value', id: 'x' }, none])
  expect(loop?.body.nodes.flatMap((node) => (node.kind === 'stop' ? node.carried : []))).toEqual([{ kind: 'value', id: 'Hot' }, none])
})

test('a list is kept where it may be too long for its loop, although its elements are not used', () => {
  const { graph } = optimised('a = Words(x) b = each z in a { yield Hot(z) } return x', passes)
  expect(instancesOf(graph)).toEqual(['agent main/a', 'each main/b/each'])
  expect(graph.bounds.calls).toBe(1)
})
