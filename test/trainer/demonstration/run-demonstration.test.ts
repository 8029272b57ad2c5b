import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { reportPage } from '../../../cli/demonstration/report-page.ts'
import { showSummary } from '../../../cli/demonstration/show-summary.ts'
import { runDemonstration } from '../../../trainer/demonstration/index.ts'
import type { ArmStepEvent, DemonstrationEnd, DemonstrationEvent } from '../../../trainer/demonstration/index.ts'
import { readCheckpoint } from '../../../trainer/engine/index.ts'
import { DesignCompiler } from '../../../trainer/training/compile-design.ts'
import { tinySettings } from '../training/tiny-team.ts'
import { summarySchema } from './summary-schema.ts'

vi.mock(import('../../../trainer/engine/index.ts'), async (original) => {
  const engine = await original()
  return {
    ...engine,
    loadEngine: (choice) =>
      choice === 'tfjs-node' ? Promise.resolve({ kind: 'unavailable', backend: choice, reason: 'it crashes' }) : engine.loadEngine(choice),
  }
})

const folder = mkdtempSync(join(tmpdir(), 'mas-demonstration-'))
const events: DemonstrationEvent[] = []

/** Executors that are right now and then: where nobody is, no reward tells two executions apart. */
const settings = {
  ...tinySettings,
  requests: 300,
  start: { ...tinySettings.start, executor: { ...tinySettings.start.executor, batch: 64, learningRate: 0.03, accuracy: 1, mostSteps: 24 } },
}

let ended: DemonstrationEnd

beforeAll(async () => {
  ended = await runDemonstration(
    {
      settings,
      seed: 5,
      backend: 'wasm',
      folder,
      arms: ['frozen_executor', 'single_agent'],
      processes: 2,
      signal: new AbortController().signal,
    },
    (event) => events.push(event),
  )
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const summaryOf = (end: DemonstrationEnd) => {
  if (end.kind !== 'finished') throw new Error(`the demonstration ended as ${end.kind}`)
  return end.summary
}

const bytes = (...path: readonly string[]): Buffer => readFileSync(join(folder, ...path))

describe('a run of two arms', () => {
  test('leaves the summary of its format', () => {
    const summary: unknown = JSON.parse(bytes('summary.json').toString())
    expect(summary).toEqual(summaryOf(ended))
    const validate = new Ajv().compile(summarySchema)
    validate(summary)
    expect(validate.errors).toBe(null)
    expect(summaryOf(ended)).toMatchObject({ seed: 5, backend: 'wasm', compiledShare: 1 })
    expect(summaryOf(ended).arms.map(({ name }) => name)).toEqual(['frozen_executor', 'single_agent', 'self_consistency'])
    expect(summaryOf(ended).arms[0]?.byFamily.map(({ family }) => family)).toEqual(['depth', 'robustness', 'plain'])
  })
  test('measures what the arms took beside its own memory', () => {
    expect(summaryOf(ended).peakMiB).toBeGreaterThan(process.resourceUsage().maxRSS / 1024 + 2 * 40)
  })
  test('writes every event as a line', () => {
    const lines = bytes('metrics.jsonl').toString().trimEnd().split('\n')
    const told = events.filter((event) => event.kind !== 'opened')
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(told)
    expect(new Set(told.map((event) => event.kind))).toEqual(new Set(['started', 'before', 'step', 'arm_finished']))
  })
  test('counts its budget in requests', () => {
    for (const arm of ['frozen_executor', 'single_agent'] as const) {
      const steps = events.filter((event): event is ArmStepEvent => event.kind === 'step' && event.arm === arm)
      expect(steps.at(-1)?.requests).toBeGreaterThanOrEqual(settings.requests)
      expect(steps.at(-2)?.requests ?? 0).toBeLessThan(settings.requests)
      expect(summaryOf(ended).arms.find((entry) => entry.name === arm)?.trainRequests).toBe(steps.at(-1)?.requests)
    }
  })
  test('prefers designs that compile, in shares of each kind of task', () => {
    const { designs } = summaryOf(ended)
    const compiler = new DesignCompiler()
    expect(designs.length).toBeGreaterThan(0)
    for (const design of designs) {
      expect(compiler.compile(design.text).kind).toBe('graph')
      expect(Object.keys(design)).toEqual(['family', 'difficulty', 'share', 'text'])
      expect(design.share).toBeGreaterThan(0)
      expect(design.share).toBeLessThanOrEqual(1)
    }
  })
  test('leaves a frozen role as the start wrote it, bit for bit, and moves the other', () => {
    const state = (...path: readonly string[]) => readCheckpoint(bytes(...path))
    const start = { designer: state('start', 'designer.checkpoint'), executor: state('start', 'executor.checkpoint') }
    expect(start.executor.kind).toBe('read')
    expect(state('arms', 'frozen_executor', 'executor.checkpoint')).toEqual(start.executor)
    expect(state('arms', 'frozen_executor', 'designer.checkpoint')).not.toEqual(start.designer)
    expect(state('arms', 'single_agent', 'designer.checkpoint')).toEqual(start.designer)
    expect(state('arms', 'single_agent', 'executor.checkpoint')).not.toEqual(start.executor)
  })
  test('leaves no half-written file', () => {
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([])
  })
  test('makes a page that loads nothing, and a table of all arms', () => {
    const steps = events.filter((event) => event.kind === 'step')
    const page = reportPage(summaryOf(ended), steps)
    expect(page).not.toMatch(/https?:|src=|href=|@import|url\(|<script|<link/i)
    expect(page.match(/<polyline/g)).toHaveLength(6)
    expect(page).not.toContain('NaN')
    const table = showSummary(summaryOf(ended), folder)
    for (const { title } of summaryOf(ended).arms) {
      expect(page).toContain(title)
      expect(table).toContain(title)
    }
    expect(table).toContain('Preferred designs of "frozen executor"')
  })
})

describe('a run that comes to nothing', () => {
  const options = { settings: tinySettings, seed: 5, backend: 'wasm', folder, arms: ['both', 'stages'], processes: 2 } as const
  test('ends when it is told to, and takes the results of an earlier run away', async () => {
    const controller = new AbortController()
    const end = await runDemonstration({ ...options, signal: controller.signal }, (event) => {
      if (event.kind === 'started') controller.abort()
    })
    expect(end).toEqual({ kind: 'interrupted' })
    expect(existsSync(join(folder, 'summary.json'))).toBe(false)
    expect(existsSync(join(folder, 'arms', 'frozen_executor'))).toBe(false)
  })
  test('ends its arms when it is told to', async () => {
    const controller = new AbortController()
    const end = await runDemonstration({ ...options, signal: controller.signal }, (event) => {
      if (event.kind === 'before') controller.abort()
    })
    expect(end).toEqual({ kind: 'interrupted' })
  })
  test('says which backend cannot be used, and touches nothing', async () => {
    const end = await runDemonstration(
      { ...options, backend: 'tfjs-node', folder: join(folder, 'untouched'), signal: new AbortController().signal },
      () => undefined,
    )
    expect(end).toEqual({ kind: 'unusable', message: 'the tfjs-node backend cannot be used: it crashes' })
    expect(existsSync(join(folder, 'untouched'))).toBe(false)
  })
  test('says that its folder cannot be written', async () => {
    const path = join(folder, 'configuration.json')
    const end = await runDemonstration({ ...options, folder: path, signal: new AbortController().signal }, () => undefined)
    expect(end).toEqual({ kind: 'unusable', message: `the run folder ${path} cannot be written (ENOTDIR)` })
  })
})
