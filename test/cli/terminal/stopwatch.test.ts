import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Stopwatch } from '../../../cli/terminal/stopwatch.ts'
import type { Channel } from '../../../cli/terminal/terminal.ts'
import { memoryTerminal } from '../memory-terminal.ts'

let folder = ''
let file = ''
let descriptor = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stopwatch-'))
  file = join(folder, 'screen')
  descriptor = openSync(file, 'a')
})

afterEach(() => {
  closeSync(descriptor)
  rmSync(folder, { recursive: true })
})

const screen = (): Channel => ({
  ...memoryTerminal().err, isTerminal: true, width: 40, descriptor, write: (text) => void writeSync(descriptor, text),
})

/** Sleeps without a turn of the event loop, as a computation does. */
const blockThread = (milliseconds: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

const counts = (): number[] => [...readFileSync(file, 'utf8').matchAll(/\[(\d+) s\]\n/g)].map((found) => Number(found[1]))

describe('a stopwatch', () => {
  test('goes on while this thread never lets go, and stops for good', () => {
    const channel = screen()
    const stopwatch = new Stopwatch(channel, 50)
    stopwatch.restart(() => channel.write('first\nsecond line\n'), 'second line', 20)
    // From here to the end of the loop no other work of this thread can run; only another one can write.
    for (let tries = 0; new Set(counts()).size < 2 && tries < 200; tries += 1) blockThread(100)
    expect(new Set(counts()).size).toBeGreaterThanOrEqual(2)
    expect(readFileSync(file, 'utf8')).toMatch(/^first\nsecond line\n(\u001b\[1A\u001b\[2Ksecond line \[\d+ s\]\n)+$/)
    stopwatch.stop()
    const after = readFileSync(file, 'utf8')
    blockThread(200)
    expect(readFileSync(file, 'utf8')).toBe(after)
  })

  test('cuts a line that is too long for itself and the count', () => {
    const channel = screen()
    const stopwatch = new Stopwatch(channel, 50)
    stopwatch.restart(() => channel.write('0123456789\n'), '0123456789', 10)
    for (let tries = 0; counts().length < 1 && tries < 200; tries += 1) blockThread(100)
    stopwatch.stop()
    expect(readFileSync(file, 'utf8').split('\n')[1]).toMatch(/^\u001b\[1A\u001b\[2K0123 \[\d s\]$|^\u001b\[1A\u001b\[2K012 \[\d\d s\]$/)
  })

  test('writes what it is given, and no count, where nobody looks', () => {
    const terminal = memoryTerminal()
    const stopwatch = new Stopwatch(terminal.err, 1)
    stopwatch.restart(() => terminal.err.write('a line\n'), 'a line', 40)
    stopwatch.stop()
    expect(terminal.errText()).toBe('a line\n')
  })
})
