import { describe, expect, test } from 'vitest'
import { derivationOf } from '../../../compiler/derivation/index.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { drawTask, listedFamily, taskText } from '../../../trainer/tasks/index.ts'
import { createDomain, withinRequests } from '../../../trainer/team/index.ts'
import type { DomainRequest } from '../../../trainer/team/index.ts'

const family = listedFamily({
  name: 'colours',
  tasks: [
    { input: { text: 'sky' }, expected: 'blue' },
    { input: { text: 'grass' }, expected: 'green' },
    { input: { text: 'sky' }, expected: 'blue' },
  ],
  roles: ['colour'],
})

const request: DomainRequest = {
  name: 'colours',
  mix: [{ family, weight: 1 }],
  characters: 'abcdefghijklmnopqrstuvwxyz',
  agents: 'agent Colour(text: string) -> string {\n  role "colour"\n  max_tokens 8\n}\n',
  workflow: 'main(text: string) -> string',
  startDesigns: ['return Colour(text)', 'return vote(sample 3 of Colour(text))'],
}

describe('a list of tasks as a family', () => {
  test('gives each task of another text, and what it expects to the roles named', () => {
    const drawn = Array.from({ length: 40 }, (_, seed) => drawTask([{ family, weight: 1 }], randomStream(seed)))
    expect(new Set(drawn.map(taskText))).toEqual(new Set(['sky', 'grass']))
    expect(drawn[0]).toMatchObject({ family: 'colours', difficulty: 1 })
    expect(family.reply('colour', { text: 'sky' })).toBe('blue')
    expect(family.reply('colour', { text: 'sea' })).toBe(null)
    expect(family.reply('other', { text: 'sky' })).toBe(null)
  })
  test('needs a task', () => {
    expect(() => listedFamily({ name: 'none', tasks: [], roles: [] })).toThrow(RangeError)
  })
})

describe('a domain of one’s own', () => {
  test('has designs that begin with its agents', () => {
    const created = createDomain(request)
    if (created.kind === 'problems') throw new Error(created.problems.join('; '))
    const { designs, startDesigns } = created.domain
    expect(designs.callees.map(({ name }) => name)).toEqual(['Colour'])
    for (const text of startDesigns) expect(derivationOf(designs, text)).not.toBe(null)
    expect(withinRequests(created.domain, 2).startDesigns).toEqual(startDesigns.slice(0, 1))
    expect(withinRequests(created.domain, 2).designs.limits.calls).toBe(2)
  })
  test.each([
    [{ agents: 'agent Colour(text: strin) -> string {}' }, /^agents or workflow: MAS\d{4} /],
    [{ workflow: 'main(text: nothing) -> string' }, /^agents or workflow: MAS\d{4} /],
    [{ startDesigns: [] }, /^startDesigns: there is none; name at least one$/],
    [{ startDesigns: ['return Color(text)'] }, /^startDesigns\[0\]: it is no design of constructs and limits: return Color\(text\)$/],
    [{ mix: [] }, /^mix: there is no family of tasks$/],
  ])('is refused with %j', (changes, problem) => {
    const created = createDomain({ ...request, ...changes })
    expect(created.kind === 'problems' ? created.problems : []).toContainEqual(expect.stringMatching(problem))
  })
})
