import { expect, test } from 'vitest'
import { votesOn } from '../../../compiler/optimise/votes-on.ts'
import { written } from './optimise-body.ts'

test.each([
  ['return vote(xs)', { xs: { kind: 'vote', selector: null, presentOnly: false } }],
  ['a = present(xs) return vote(a)', { xs: { presentOnly: true }, a: { presentOnly: false } }],
  ['a = present(present(xs)) return vote(a)', { a: { presentOnly: false } }],
  ['a = last(xs) return a', {}],
  ['return "{{#each xs as z}}{{z}}{{/each}}"', {}],
  ['return "{{#each split(vote(xs), "") as z}}{{z}}{{/each}}"', { xs: { kind: 'vote' } }],
  ['return "{{vote(xs)}}{{vote(xs)}}"', {}],
])('%s', (body, expected) => {
  const votes = votesOn(written(body).body)
  expect(Object.fromEntries(votes)).toMatchObject(expected)
  expect(votes.size).toBe(Object.keys(expected).length)
})
