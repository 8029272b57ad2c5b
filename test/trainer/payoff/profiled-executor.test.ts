import { expect, test } from 'vitest'
import { profiledExecutor } from '../../../trainer/payoff/profiled-executor.ts'
import { resolveFamily } from '../../../trainer/tasks/index.ts'
import type { FamilyName } from '../../../trainer/tasks/index.ts'
import { familiesDomain } from '../../../trainer/team/index.ts'
import { ask, exampleRequest } from '../policies/example-request.ts'

const calls = 600

/** Share of the replies of a role to a text that are as given. */
async function shareOf(family: FamilyName, slips: number, [role, value]: readonly [string, string], reply: string): Promise<number> {
  const client = profiledExecutor(familiesDomain([{ settings: resolveFamily({ family }), weight: 1 }], 16), slips)
  const outcomes = await Promise.all(
    Array.from({ length: calls }, (_, seed) => ask(client, exampleRequest({ role, value, sampling: { seed } }))),
  )
  return outcomes.filter((outcome) => outcome.kind === 'reply' && outcome.reply.content === reply).length / calls
}

test.each([
  ['depth', 0, ['reduce', '(3+5)*2-7'], '8*2-7', 1],
  ['depth', 0.25, ['answer', '3+5'], '8', 0.75],
  // More than one operation in one go is a guess.
  ['depth', 0, ['answer', '(3+5)*2-7'], '9', 0.2],
  ['plain', 0, ['answer', '=3*4'], '2', 1],
  ['horizon', 0, ['answer', 'cadbb'], 'b', 1],
  ['route', 0, ['y', 'y314'], '4', 1],
  ['route', 0, ['x', 'y314'], '', 1],
  ['route', 0, ['review', 'y314'], '', 1],
] as const)('%s, slips of %d: %j is answered %s by a share of %d', async (family, slips, call, reply, share) => {
  expect(Math.abs((await shareOf(family, slips, call, reply)) - share)).toBeLessThan(share === 1 ? 1e-9 : 0.08)
})

test('inputs that make no sense are no place to check', async () => {
  const client = profiledExecutor(familiesDomain([{ settings: resolveFamily({ family: 'verify' }), weight: 1 }], 16), 0)
  const outcome = await ask(client, exampleRequest({ role: 'check', value: 'nothing', result: { kind: 'bool' } }))
  expect(outcome).toMatchObject({ kind: 'reply', reply: { content: '{"value":false}' } })
})
