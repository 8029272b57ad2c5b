import { describe, test } from 'vitest'
import { edited, expectProblem } from '../edited.ts'
import { script } from '../mixed-graph.ts'

const text = { kind: 'string' }

describe('declared types', () => {
  const twice = {
    kind: 'record',
    fields: [
      { name: 'a', type: text },
      { name: 'a', type: text },
    ],
  }
  const nested = { kind: 'optional', inner: { kind: 'optional', inner: text } }
  const kind = (members: readonly string[], id = 'main.mas#Kind') => ({ kind: 'enum', name: 'Kind', id, members })
  const wide = { kind: 'record', fields: Array.from({ length: 1001 }, (_, position) => ({ name: `f${position}`, type: text })) }

  test.each([
    ['/tools/look/result', twice, '/tools/look/result/fields/1/name', 'The record has a field `a` before.'],
    [
      '/tools/look/parameters/0/type',
      nested,
      '/tools/look/parameters/0/type',
      'An optional holds no optional. Write the inner one.',
    ],
    ['/result', kind([], 'x'), '/result/members', 'An enum has at least one member.'],
    ['/result', kind(['a', 'a'], 'x'), '/result/members', 'Each member of an enum stands once.'],
    ['/result', wide, '/result', 'This type has more than 1000 parts.'],
  ])('%s as %j', (pointer, type, place, message) => {
    expectProblem({ [pointer]: type }, place, message)
  })

  test('of one id are one enum', () => {
    const sort = (edited(script) as { agents: { Sort: { result: { id: string } } } }).agents.Sort.result
    expectProblem(
      { '/tools/look/result': { ...sort, members: ['easy'] } },
      '/tools/look/result/members',
      /has other members\. Give them the same members, or each an `id`/,
    )
  })
})
