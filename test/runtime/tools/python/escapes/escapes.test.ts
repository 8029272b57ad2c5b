import { describe, expect, test } from 'vitest'
import { Permits } from '../../../../../runtime/clock/permits.ts'
import { noBoundary } from '../../../../../runtime/tools/python/boundary/index.ts'
import { createPythonTool } from '../../../../../runtime/tools/python/index.ts'
import { attemptsIn } from './attempts.ts'
import type { Attempt } from './attempts.ts'
import { World } from './world.ts'

// Without the boundary of the operating system: the layers inside have to hold alone, as they do where there is no such
// boundary. The boundary has tests of its own.
const settings = { timeoutSeconds: 20, memoryMegabytes: 128, outputBytes: 20_000, wheels: [], prewarmed: 0 }

const families = ['javascript', 'files', 'network', 'processes', 'messages', 'excesses'] as const
const atTheSameTime = new Permits(2)
const { signal } = new AbortController()

async function attack(attempt: Attempt): Promise<{ readonly told: string; readonly reached: readonly string[] }> {
  await atTheSameTime.acquire(signal)
  try {
    await using world = await World.open()
    const timeoutSeconds = attempt.seconds ?? settings.timeoutSeconds
    const tool = createPythonTool({ ...settings, timeoutSeconds }, () => Promise.resolve(noBoundary))
    const outcome = await tool.call({ code: world.fill(attempt.code) }, { node: 'main/escape', seed: 1, signal })
    const told = outcome.kind === 'failed' ? outcome.message : outcome.kind === 'ok' ? String(outcome.value) : outcome.question
    if (process.env.MAS_SHOW_ESCAPES !== undefined) console.log(`${attempt.name}: ${outcome.kind}\n${told}`)
    return { told, reached: await world.reached(told) }
  } finally {
    atTheSameTime.release()
  }
}

describe.concurrent.each(families)('%s', (family) => {
  test.each(attemptsIn(family))('$name', async (attempt) => {
    const { told, reached } = await attack(attempt)
    expect(reached).toEqual([])
    expect(told).toMatch(attempt.told)
    // An attempt that never began, or has a mistake in it, would reach nothing either.
    expect(told).not.toMatch(/could not be started|SyntaxError|NameError: name '(?!Abort|XML)/)
  })
})

test('there are at least 40 attempts', () => {
  expect(families.flatMap((family) => attemptsIn(family)).length).toBeGreaterThanOrEqual(40)
})
