import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { EventRetention } from '../../../runtime/index.ts'
import type { ManyRuns } from '../many-runs/runs.ts'
import type { BenchResult, Goal, Row } from '../result.ts'

const runs = 5_000
/** Requests under way at the same time, and how events are held: the limit that a person would set, and none at all. */
const ways = [
  { concurrency: 256, retention: 'none' },
  { concurrency: 256, retention: 'streamed' },
  { concurrency: 256, retention: 'kept' },
  { concurrency: runs, retention: 'kept' },
] as const satisfies readonly Way[]
/** MB of resident memory that the process may have at its peak. */
const allowed = 1_024

interface Way {
  readonly concurrency: number
  readonly retention: EventRetention
}

/** 5,000 runs at once in one process over one server: once with each way to hold events. */
export async function run(): Promise<BenchResult> {
  const rows: Row[] = []
  const goals: Goal[] = []
  for (const way of ways) {
    const { found, connections } = await measure(way)
    if (found.ok !== runs) throw new Error(`${runs - found.ok} runs failed`)
    const name = `${way.concurrency.toLocaleString('en-US')} requests at a time, events ${way.retention}`
    rows.push(
      row(`${name}: peak memory`, 'MB', found.peak),
      row(`${name}: memory before the first run`, 'MB', found.before),
      row(`${name}: heap at the end, runs held`, 'MB', found.heap),
      row(`${name}: all runs`, 's', found.seconds),
      row(`${name}: connections`, 'opened', connections),
      row(`${name}: tries made again`, 'requests', found.retries),
      row(`${name}: one run ahead of another, at most`, 'requests', found.ahead),
    )
    goals.push({ goal: `${name}: at most 1 GiB`, found: `${Math.round(found.peak)} MB`, reached: found.peak <= allowed })
  }
  return {
    method: [
      `${runs.toLocaleString('en-US')} runs at once of a workflow of three calls one after another, in one process of their own,`,
        'over HTTP by the client for OpenAI\'s protocol, with one limit of requests for all of them,',
      'to a server in another process that answers each request after 50 ms. Every run is held until all have ended.',
    ],
    rows,
    skipped: [],
    goals,
  }
}

const row = (name: string, unit: string, value: number): Row =>
  ({ name, unit, samples: 1, median: value, lowerQuartile: value, upperQuartile: value, ratio: null })

async function measure({ concurrency, retention }: Way): Promise<{ readonly found: ManyRuns; readonly connections: number }> {
  const server = start('server.ts', [])
  try {
    const port = await messageOf(server)
    const found = await messageOf(start('runs.ts', [`http://127.0.0.1:${port as number}/v1`, String(runs), String(concurrency), retention]))
    server.send('how many connections')
    return { found: found as ManyRuns, connections: (await messageOf(server)) as number }
  } finally {
    server.kill()
  }
}

const start = (file: string, words: readonly string[]): ChildProcess =>
  fork(fileURLToPath(new URL(`../many-runs/${file}`, import.meta.url)), words)

/** The next message of a process; throws where it ends without one. */
async function messageOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() => null)
  const told = await Promise.race([once(child, 'message'), ended])
  if (told === null) throw new Error(`a process of this bench ended with ${String(child.exitCode)}`)
  return told[0]
}
