import fs, { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, afterAll, describe, expect, test } from 'vitest'
import { runFiles, runTraining } from '../../../trainer/run/index.ts'
import type { TrainingEnd } from '../../../trainer/run/index.ts'
import { tinyConfiguration } from './tiny-configuration.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-full-'))
/** What appends to a file goes through it too. */
const { writeFileSync } = fs

/** Changes to files that still fit on the disk. */
let room = Infinity

const full = (path: unknown): Error =>
  Object.assign(new Error(`ENOSPC: no space left on device, write '${String(path)}'`), { code: 'ENOSPC', syscall: 'write' })

const half = (content: unknown): string | Uint8Array =>
  typeof content === 'string' ? content.slice(0, content.length / 2) : Buffer.from(content as Uint8Array).subarray(0, (content as Uint8Array).length / 2)

beforeAll(() => {
  // Writes as much as a full disk does: a part, then an error.
  fs.writeFileSync = (path, content, options) => {
    room -= 1
    writeFileSync(path, room < 0 ? half(content) : content, options)
    if (room < 0) throw full(path)
  }
  syncBuiltinESMExports()
})
afterEach(() => {
  room = Infinity
})
afterAll(() => {
  fs.writeFileSync = writeFileSync
  syncBuiltinESMExports()
  rmSync(home, { recursive: true, force: true })
})

const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(runFiles)
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

const train = (folder: string): Promise<TrainingEnd> => runTraining({ configuration: tinyConfiguration(), folder, resume: true })

describe('a full disk', () => {
  test('stops a run with a clear word wherever it strikes, and nothing is lost', async () => {
    const whole = join(home, 'whole')
    expect((await train(whole)).kind).toBe('finished')
    const folder = join(home, 'full')
    const message = `there is no room left for the run folder ${folder} (ENOSPC): make room, and go on with --resume`
    const ends: string[] = []
    // The last changes one by one too: weights, summary, and the state that says that all is done.
    for (const fits of [0, 1, 2, 3, 4, 5, 6, 21, 22, 31, 22, 22, ...Array<number>(9).fill(6), 0, 1, 2, 3, 4, 5, 6, 7]) {
      room = fits
      const end = await train(folder)
      ends.push(end.kind)
      if (end.kind === 'finished') break
      if (end.kind === 'unusable') expect(end.problems).toEqual([message])
      else expect(end).toEqual({ kind: 'stopped', message })
      // What was written of a file that did not fit is gone, so that there is no less room than before.
      expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([])
    }
    expect(new Set(ends)).toEqual(new Set(['unusable', 'stopped', 'finished']))
    room = Infinity
    expect((await train(folder)).kind).toBe('finished')
    expect(filesOf(folder)).toEqual(filesOf(whole))
  })
})
