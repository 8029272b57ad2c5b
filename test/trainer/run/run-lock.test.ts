import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { makeRunFolder } from '../../../trainer/run/run-folder.ts'
import { RunLock } from '../../../trainer/run/run-lock.ts'

const program = fileURLToPath(new URL('./holding-run.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'mas-lock-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

function folderOf(name: string): string {
  const folder = join(home, name)
  makeRunFolder(folder)
  return folder
}

const inUse = (folder: string): string => `another process trains in ${folder}: wait for its end, or train elsewhere with --out FOLDER`

describe('the lock of a run folder', () => {
  test('keeps others out until it is given back', () => {
    const folder = folderOf('given-back')
    const first = new RunLock(folder)
    const second = new RunLock(folder)
    expect([first.take(), first.take(), second.take()]).toEqual([null, null, inUse(folder)])
    first[Symbol.dispose]()
    expect(second.take()).toBeNull()
    second[Symbol.dispose]()
  })
  test('ends with the process that holds it, however that ends', async () => {
    const folder = folderOf('killed')
    const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
    expect(said).toBe('held\n')
    using lock = new RunLock(folder)
    expect(lock.take()).toBe(inUse(folder))
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(lock.take()).toBeNull()
  })
  test('needs its folder', () => {
    expect(new RunLock(join(home, 'missing')).take()).toContain('cannot be opened')
  })
})
