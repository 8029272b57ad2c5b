import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArmName } from '../../../trainer/demonstration/arms.ts'
import type { ArmMessage } from '../../../trainer/demonstration/arm-message.ts'
import { runArm, voteSizes } from '../../../trainer/demonstration/run-arm-process.ts'
import { readTeam, writeTeam } from '../../../trainer/demonstration/team-files.ts'
import { tinySettings, tinyTeam } from '../training/tiny-team.ts'

const settings = { ...tinySettings, requests: 20 }
const folder = mkdtempSync(join(tmpdir(), 'mas-arms-'))

beforeAll(async () => {
  mkdirSync(join(folder, 'start'))
  writeTeam(join(folder, 'start'), await tinyTeam())
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function messagesOf(arm: ArmName, seed: number): Promise<readonly ArmMessage[]> {
  const messages: ArmMessage[] = []
  await runArm({ arm, folder, seed, backend: 'wasm', settings }, (message) => messages.push(message))
  return messages
}

const resultOf = (messages: readonly ArmMessage[]) => {
  const finished = messages.find((message) => message.kind === 'arm_finished')
  if (finished === undefined) throw new Error('the arm did not finish')
  return finished.result
}

describe('an arm', () => {
  test('begins at the same weights and is measured on the same tasks as every other, whatever its seed', async () => {
    const [one, other] = [resultOf(await messagesOf('both', 1)), resultOf(await messagesOf('frozen_executor', 2))]
    const { success, requestsPerTask, byFamily } = one.before
    expect(other.before).toMatchObject({ success, requestsPerTask, byFamily })
  })
  test('is the same again for the same seed', async () => {
    expect(await messagesOf('both', 7)).toEqual(await messagesOf('both', 7))
  })
  test('of one agent is measured under votes too; a vote of one is the agent itself', async () => {
    const messages = await messagesOf('single_agent', 1)
    const single = resultOf(messages)
    const votes = messages.filter((message) => message.kind === 'vote')
    expect(votes.map(({ size }) => size)).toEqual(voteSizes)
    expect(votes[0]?.result.after).toEqual(single.after)
    for (const { size, result } of votes) {
      expect(result).toMatchObject({ name: 'self_consistency', title: `self-consistency, n = ${size}`, before: single.before })
      expect(result.after.requestsPerTask).toBe(size)
    }
    expect(single).toMatchObject({ designs: [], compiledShare: null, writtenDesigns: 0 })
  })
})

describe('the weights of a team', () => {
  test('read back as they were written, with fresh optimizers', async () => {
    const { designerNetwork, executorNetwork } = await tinyTeam()
    expect(readTeam(join(folder, 'start'))).toEqual({ designer: designerNetwork.snapshot(), executor: executorNetwork.snapshot() })
    expect(readdirSync(join(folder, 'start')).toSorted()).toEqual(['designer.checkpoint', 'executor.checkpoint'])
  })
  test('that are damaged or missing are named', () => {
    const damaged = mkdtempSync(join(folder, 'damaged-'))
    expect(() => readTeam(damaged)).toThrow('ENOENT')
    writeFileSync(join(damaged, 'designer.checkpoint'), readFileSync(join(folder, 'start', 'designer.checkpoint')).subarray(0, 50))
    expect(() => readTeam(damaged)).toThrow(`${join(damaged, 'designer.checkpoint')} is no usable checkpoint`)
  })
})
