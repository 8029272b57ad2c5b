import { expect, test } from 'vitest'
import { failsByCallsOnly } from '../../../compiler/optimise/fails-by-calls-only.ts'
import { written } from './optimise-body.ts'

test.each([
  ['a call', 'a = Hot(x) return a', true],
  ['a call with pure tools', 'a = Helped(x) return a', true],
  ['an effect', 'a = write(x) return a', false],
  ['an effect of a model', 'a = Writing(x) return a', false],
  ['an assertion', 'assert n > 1 return x', false],
  ['a step that may fail', 'return xs[0]', false],
  ['a branch on what cannot fail', 'if x == y { return Hot(x) } else { return Cold(x) }', true],
  ['a branch on what may fail', 'if xs[0] == y { return Hot(x) } else { return Cold(x) }', false],
  ['an assertion in a branch', 'if x == y { assert n > 1 } return x', false],
  ['a loop that stops by what cannot fail', 'a = x repeat max 3 { a = Hot(a) stop when a == "" } return a', true],
  ['a loop over a list, which may be too long', 'a = each z in xs { yield Hot(z) } return join(a, "")', false],
  ['an attempt that fails in its own way', 'a = checked(x) otherwise "" return a', true],
  ['an attempt with an effect', 'a = write(x) otherwise "" return a', false],
  ['an attempt with an effect in a branch', 'a = sample 2 of (write(x) otherwise "") return join(a, "")', false],
  ['a fallback that fails in its own way', 'a = Hot(x) otherwise checked(x) return a', false],
])('%s: %s', (_, body, expected) => {
  const graph = written(body)
  expect(failsByCallsOnly(graph, graph.body)).toBe(expected)
})
