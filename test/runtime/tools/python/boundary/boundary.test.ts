import { spawn, spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { detectBoundary, everyHold } from '../../../../../runtime/tools/python/boundary/index.ts'
import type { Hold } from '../../../../../runtime/tools/python/boundary/index.ts'
import { World } from '../escapes/world.ts'
import { endOfProcesses, groupOf } from '../processes.ts'

const boundary = await detectBoundary()

/** A test of what the system permits here. What it does not permit is not claimed. */
function testOf(holds: readonly Hold[], name: string, body: () => void | Promise<void>): void {
  if (holds.every((hold) => boundary.holds.includes(hold))) test(name, body)
}

/** Runs a program of Node behind the boundary alone: without the permission model, as if every layer inside had broken. */
function runBehind(program: string): { readonly out: string; readonly status: number | null } {
  const [command = '', ...rest] = [...boundary.wrapper, process.execPath, '--input-type=commonjs', '--eval', program]
  const { stdout, stderr, status } = spawnSync(command, rest, { env: {}, cwd: '/', encoding: 'utf8', timeout: 30_000 })
  return { out: stdout + stderr, status }
}

test('what is detected is known, and each hold is told once', () => {
  expect(everyHold).toEqual(expect.arrayContaining([...boundary.holds]))
  expect(new Set(boundary.holds).size).toBe(boundary.holds.length)
})

describe('behind what was detected, plain Node', () => {
  testOf(['network'], 'connects to nothing', async () => {
    await using world = await World.open()
    const { out } = runBehind(
      `const socket = require('net').connect(${world.port}, '127.0.0.1')
      socket.on('error', (error) => console.log(error.code)).on('data', console.log)`,
    )
    expect(out).toMatch(/ENETUNREACH|ECONNREFUSED/)
    expect(await world.reached(out)).toEqual([])
  })

  testOf(['processes'], 'sees and signals no other process', async () => {
    await using world = await World.open()
    const { out } = runBehind(`
      for (const target of [${process.pid}, -${process.pid}, ${process.ppid}]) {
        try { process.kill(target, 'SIGUSR2'); console.log('sent') } catch (error) { console.log(error.code) }
      }
      console.log(process.pid)`)
    expect(out).toBe('ESRCH\nESRCH\nESRCH\n1\n')
    expect(await world.reached(out)).toEqual([])
  })

  testOf(['user'], 'is a user who owns nothing, and stays one', async () => {
    await using world = await World.open()
    chmodSync(world.canary, 0o600)
    const { out } = runBehind(`
      const attempt = (action) => { try { console.log('done', action()) } catch (error) { console.log(error.code) } }
      attempt(() => require('fs').readFileSync(${JSON.stringify(world.canary)}, 'utf8'))
      attempt(() => process.setuid(0))
      console.log(process.getuid() === 0, process.getgroups().includes(0))`)
    expect(out).toBe('EACCES\nEPERM\nfalse false\n')
    expect(await world.reached(out)).toEqual([])
  })

  testOf(['limits'], 'writes to no file, and has few files and processes', async () => {
    await using world = await World.open()
    const { out } = runBehind(`
      process.on('SIGXFSZ', () => {})
      const fs = require('fs')
      try { fs.writeFileSync(${JSON.stringify(`${world.folder}/a`)}, 'x') } catch (error) { console.log(error.code) }
      try { for (;;) fs.openSync('/dev/null') } catch (error) { console.log(error.code) }`)
    expect(out).toBe('EFBIG\nEMFILE\n')
  })

  testOf(['limits', 'processes'], 'is no fork bomb', () => {
    const { out } = runBehind(`
      const { spawn } = require('child_process')
      let started = 0, failed = 0
      for (let index = 0; index < 400; index += 1) {
        const one = spawn('/bin/sleep', ['60'], { stdio: 'ignore' })
        one.on('error', () => { failed += 1 }).on('spawn', () => { started += 1 })
      }
      setTimeout(() => { console.log(failed > 0, started < 300); process.exit(0) }, 200)`)
    expect(out).toBe('true true\n')
  })

  testOf(['lifetime'], 'ends when the process that started it is killed', async () => {
    const starter = fileURLToPath(new URL('./starter.ts', import.meta.url))
    const started = spawn(process.execPath, [starter, JSON.stringify(boundary.wrapper)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const group = await groupOf(started)
    started.kill('SIGKILL')
    expect(await endOfProcesses(group)).toEqual([])
  })
})
