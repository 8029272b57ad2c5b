import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isInUse } from '../../../runtime/journal/index.ts'
import { lockFileOf, takeLock } from '../../../runtime/journal/run-lock.ts'
import { journalFolder } from './journal-folder.ts'

/** Deletes a journal while others wait for its lock. */
const deleting = `
  import { rmSync } from 'node:fs'
  import { whileUnused } from ${JSON.stringify(new URL('../../../runtime/journal/index.ts', import.meta.url).href)}
  const [, file, lock] = process.argv
  whileUnused(file, () => {
    process.stdout.write('locked')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    rmSync(lock)
  })`

test('who waited for the lock of a run that was deleted keeps a third process out', async () => {
  using folder = journalFolder()
  const file = folder.file()
  takeLock(file)[Symbol.dispose]()
  const child = spawn(process.execPath, ['--input-type=module', '-e', deleting, file, lockFileOf(file)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  using lock = takeLock(file)
  expect([existsSync(lockFileOf(file)), isInUse(file)]).toEqual([true, true])
  void lock
  await ended
})
