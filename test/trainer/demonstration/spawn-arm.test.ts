import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ArmMessage } from '../../../trainer/demonstration/arm-message.ts'
import { spawnArm } from '../../../trainer/demonstration/spawn-arm.ts'
import { tinySettings } from '../training/tiny-team.ts'

const folder = mkdtempSync(join(tmpdir(), 'mas-arm-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

let programs = 0

/** Orders an arm of a program that stands in for the arm's. */
async function run(source: string, signal = new AbortController().signal, tell?: (message: ArmMessage) => void) {
  programs += 1
  const program = join(folder, `arm-${programs}.mjs`)
  writeFileSync(program, source)
  const messages: ArmMessage[] = []
  // Longer than a pipe holds, so that a process which never reads it breaks the pipe.
  const order = { arm: 'both', folder: 'f'.repeat(1_000_000), seed: 1, backend: 'wasm', settings: tinySettings } as const
  const fault = await spawnArm(order, tell ?? ((message) => messages.push(message)), signal, program).then(() => null, (reason: unknown) => reason)
  return { messages, fault }
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))

describe('the process of an arm', () => {
  test('gets its order and tells what it has to tell', async () => {
    const source = `
      import { json } from 'node:stream/consumers'
      const { arm, seed } = await json(process.stdin)
      console.log(JSON.stringify({ kind: 'before', arm, success: seed / 4 }))
      console.log(JSON.stringify({ kind: 'ended', peakMiB: 12 }))`
    expect(await run(source)).toEqual({
      messages: [
        { kind: 'before', arm: 'both', success: 0.25 },
        { kind: 'ended', peakMiB: 12 },
      ],
      fault: null,
    })
  })
  test('fails with the reason that its stack names, and keeps all it said', async () => {
    const { fault } = await run(`throw new RangeError('no such thing')`)
    expect(messageOf(fault)).toBe('the process of the arm "both" ended with code 1: RangeError: no such thing')
    expect(fault).toMatchObject({ name: 'ArmFailure', arm: 'both', complaints: expect.stringContaining('at ') as string })
  })
  test('fails with the signal that killed it', async () => {
    const { fault } = await run(`process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)`)
    expect(messageOf(fault)).toBe('the process of the arm "both" was ended by SIGKILL')
  })
  test('fails clearly where it never reads its order', async () => {
    const { fault } = await run(`import { closeSync } from 'node:fs'; closeSync(0); process.exit(7)`)
    expect(messageOf(fault)).toBe('the process of the arm "both" ended with code 7')
  })
  test('fails where it writes something else on its output', async () => {
    const { fault, messages } = await run(`console.log('hello'); console.log(JSON.stringify({ kind: 'ended', peakMiB: 1 }))`)
    expect(messageOf(fault)).toBe('the process of the arm "both" wrote what is no message (hello)')
    expect(messages).toHaveLength(1)
  })
  test('ends when it is told to, before this settles', async () => {
    const controller = new AbortController()
    let pid = 0
    const { fault } = await run(
      `console.log(JSON.stringify({ kind: 'ended', peakMiB: process.pid })); setInterval(() => {}, 1000)`,
      controller.signal,
      (message) => {
        if (message.kind === 'ended') pid = message.peakMiB
        controller.abort(new Error('enough'))
      },
    )
    expect(messageOf(fault)).toBe('enough')
    expect(pid).toBeGreaterThan(0)
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
  test('ends where nobody can take what it tells', async () => {
    const { fault } = await run(`console.log(JSON.stringify({ kind: 'ended' })); setInterval(() => {}, 1000)`, undefined, () => {
      throw new Error('the disk is full')
    })
    expect(messageOf(fault)).toBe('the disk is full')
  })
  test('is not started for a run that has ended', async () => {
    const { fault, messages } = await run(`console.log(JSON.stringify({ kind: 'ended' }))`, AbortSignal.abort(new Error('over')))
    expect(messageOf(fault)).toBe('over')
    expect(messages).toEqual([])
  })
})
