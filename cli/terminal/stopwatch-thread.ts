import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { lockStates } from './stopwatch.ts'
import type { StopwatchOrder } from './stopwatch.ts'

// A thread of its own, started by Stopwatch. It writes by the system's call: the streams of a thread go through the main one.
const { descriptor, interval, lock: shared } = workerData as StopwatchOrder
const lock = new Int32Array(shared)

let shown: { readonly line: string; readonly width: number } | null = null
let since = 0

parentPort?.on('message', (message: { readonly line: string; readonly width: number }) => {
  shown = message
  since = performance.now()
})

setInterval(() => {
  const seconds = Math.floor((performance.now() - since) / 1000)
  if (shown === null || seconds === 0) return
  if (Atomics.compareExchange(lock, 0, lockStates.free, lockStates.held) !== lockStates.free) return
  try {
    const count = ` [${seconds} s]`
    const line = shown.line.slice(0, Math.max(0, shown.width - count.length))
    writeSync(descriptor, `\u001b[1A\u001b[2K${line}${count}\n`)
  } finally {
    Atomics.store(lock, 0, lockStates.free)
    Atomics.notify(lock, 0)
  }
}, interval)
