import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createOpenAiClient, stableHash } from '../../../runtime/index.ts'
import type { RunLimits } from '../../../runtime/index.ts'
import { runFiles, runTraining } from '../../../trainer/run/index.ts'
import type { TrainingExtensions } from '../../../trainer/run/index.ts'
import { startModelServer } from '../../model-server/index.ts'
import type { Answer, AnswerRequest, ModelServer } from '../../model-server/index.ts'
import { tinyConfiguration } from './tiny-configuration.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-outage-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const configuration = tinyConfiguration({
  schedule: { preset: 'frozen_executor' },
  designer: { network: { width: 8 }, start: { mostSteps: 3, batch: 8, target: 0 } },
  evaluation: { tasksPerFamily: 2, repeats: 1, everySteps: 2 },
  budget: { requests: 1000, steps: 4 },
})

/** A model that answers the same to the same request. */
const digit: AnswerRequest = ({ messages, seed }): Answer => ({
  kind: 'reply',
  content: String(stableHash('digit', seed ?? 0, messages.map(({ content }) => String(content)).join('\n')) % 5),
})

const executorOf = (server: ModelServer, limits: RunLimits): TrainingExtensions => ({
  executor: {
    name: 'openai:digit',
    client: createOpenAiClient({ model: 'digit', baseUrl: server.baseUrl, key: null, timeoutSeconds: 20 }),
    learner: null,
    limits,
  },
})

const impatient: RunLimits = { concurrentRequests: 4, retries: { attempts: 3, firstDelay: 0.001, factor: 1, longestDelay: 0.001 } }
const patient: RunLimits = { concurrentRequests: 1, retries: { attempts: 50, firstDelay: 0.001, factor: 1, longestDelay: 0.001 } }

const left = ['configuration', 'metrics', 'designer', 'state', 'summary', 'tried'] as const

const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(left.map((name) => [name, readFileSync(join(folder, runFiles[name]), 'base64')]))

describe('a designer over executors behind a server', () => {
  test('that goes away stops with a clear word, and goes on from the step before as if nothing had been', async () => {
    let asked = 0
    let lasts = Infinity
    let outage: Answer = { kind: 'cut' }
    await using server = await startModelServer((request, number) => {
      asked += 1
      return asked > lasts ? outage : digit(request, number)
    })
    const extensions = executorOf(server, impatient)
    const whole = join(home, 'whole')
    expect((await runTraining({ configuration, folder: whole, extensions })).kind).toBe('finished')
    const requests = asked

    const folder = join(home, 'away')
    const run = { configuration, folder, extensions, resume: true }
    const outages: readonly (readonly [string, number, Answer])[] = [
      ['unavailable', 0.05, { kind: 'status', status: 503 }],
      ['connection', 0.5, { kind: 'cut' }],
      ['rate_limited', 0.3, { kind: 'status', status: 429 }],
      // While single agents and votes are measured.
      ['unavailable', 0.2, { kind: 'status', status: 503 }],
    ]
    for (const [code, share, answer] of outages) {
      asked = 0
      lasts = Math.floor(share * requests)
      outage = answer
      const ended = await runTraining(run)
      if (ended.kind !== 'stopped') throw new Error(`it ended as ${ended.kind}`)
      expect(ended.message).toContain(`the model of slot default is away, after 3 tries (${code}): `)
      expect(ended.message).toMatch(/; when it is back, go on with --resume$/)
    }
    lasts = Infinity
    expect((await runTraining(run)).kind).toBe('finished')
    expect(filesOf(folder)).toEqual(filesOf(whole))
  })

  test('waits for one that is back in time', async () => {
    let asked = 0
    // Every other request fails.
    await using server = await startModelServer((request, number) => {
      asked += 1
      return asked % 2 === 1 ? { kind: 'status', status: 503 } : digit(request, number)
    })
    const folder = join(home, 'back')
    const short = { ...configuration, budget: { requests: 1000, steps: 1, price: null } }
    expect((await runTraining({ configuration: short, folder, extensions: executorOf(server, patient) })).kind).toBe('finished')
    expect(asked).toBeGreaterThan(20)
  })
})
