import { describe, expect, test } from 'vitest'
import { accepted, edited, expectProblem, placesOf } from '../edited.ts'
import { nodes } from '../mixed-graph.ts'

describe('an each or a sample that runs in order', () => {
  test('reaches an impure tool', () => {
    expectProblem({ [`${nodes}/4/ordered`]: true }, `${nodes}/4/ordered`, 'This reaches no impure tool. Write `false`.')
  })

  const ordered = `tool write(key: string) -> string from "host:write"
    workflow main(keys: string[3]) -> string[3] { return each key in keys { if key == "" { yes = write(key) } yield key } }`

  test('and one that reaches an impure tool runs in order', () => {
    accepted(edited(ordered))
    const data = edited(ordered, { [`${nodes}/0/ordered`]: false })
    expect(placesOf(data)).toEqual([`structure ${nodes}/0/ordered`])
    expect(placesOf(edited(ordered, { '/tools/write/pure': true }))).toEqual([`structure ${nodes}/0/ordered`])
  })
})
