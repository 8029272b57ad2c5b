import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomStream } from '../../trainer/random/random-stream.ts'
import { runFiles } from '../../trainer/run/index.ts'
import { tinyText } from '../trainer/run/tiny-configuration.ts'
import { propertyRuns } from './property-runs.ts'

const program = fileURLToPath(new URL('../trainer/run/dying-run.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'mas-kill-'))

const seed = Number(process.env['MAS_PROPERTY_SEED'] ?? 1)

/** What is killed: both roles at once as one network whose calls are kept, roles in turns that end by what they measure, both apart. */
const configurations = [
  tinyText({
    records: 'all',
    weights: 'shared',
    designer: { start: { batch: 8, mostSteps: 12, target: 0 }, training: { warmUpSteps: 1, referenceSteps: 2 } },
  }),
  tinyText({
    schedule: {
      phases: [
        { train: 'executor', until: { kind: 'plateau', patience: 1, mostSteps: 3 } },
        { train: 'designer', until: { kind: 'target', value: 0.9, mostSteps: 2 } },
      ],
      repeat: true,
    },
    budget: { requests: 1000, steps: 7 },
  }),
  tinyText(),
]

const chains = propertyRuns(2)

/** At a change to the files, in the middle of it; or from outside, after so much of the time that a whole run takes. */
type Kill = { readonly kind: 'change'; readonly change: number } | { readonly kind: 'time'; readonly share: number }

interface Ended {
  readonly killedBy: string | null
  readonly out: string
  readonly err: string
}

/** Milliseconds that a whole run took, by configuration. */
const whole: { readonly files: Readonly<Record<string, string>>; readonly changes: number; readonly duration: number }[] = []

const fileOf = (configuration: number): string => join(home, `${configuration}.json`)

const run = (configuration: number, folder: string, kill: Kill | null): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const change = kill?.kind === 'change' ? kill.change : 0
    const child = spawn(process.execPath, [program, fileOf(configuration), folder, String(change)], { stdio: ['ignore', 'pipe', 'pipe'] })
    const timer =
      kill?.kind === 'time' ? setTimeout(() => child.kill('SIGKILL'), kill.share * (whole[configuration]?.duration ?? 0)) : undefined
    const text = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (part: string) => void (text.out += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => void (text.err += part))
    child.on('error', reject)
    child.on('close', (_, killedBy) => {
      clearTimeout(timer)
      resolve({ killedBy, ...text })
    })
  })

/** Everything that a run leaves, as bytes. */
const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(runFiles)
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

beforeAll(async () => {
  for (const [configuration, text] of configurations.slice(0, chains).entries()) {
    writeFileSync(fileOf(configuration), text)
    const began = performance.now()
    const folder = join(home, `whole-${configuration}`)
    const ended = await run(configuration, folder, null)
    expect(ended).toMatchObject({ killedBy: null, err: '' })
    whole.push({ files: filesOf(folder), changes: Number(ended.out), duration: performance.now() - began })
  }
})
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

test('an uninterrupted run changes its files often enough to be killed at interesting places', () => {
  for (const { changes } of whole) expect(changes).toBeGreaterThan(60)
})

// The first changes make the folder; the others of each chain are drawn.
test.each(Array.from({ length: chains }, (_, chain) => chain))(
  `killed again and again, a run ends as if nothing had been (chain %i, seed ${seed})`,
  async (chain) => {
    const configuration = chain % configurations.length
    const { changes = 0, files } = whole[configuration] ?? {}
    const folder = join(home, `chain-${chain}`)
    const random = randomStream(seed, 'kills', chain)
    const kills: readonly Kill[] = [
      { kind: 'change', change: 1 + (chain % 12) },
      { kind: 'time', share: random.next() },
      { kind: 'change', change: 2 + random.integer(Math.floor(changes / 3)) },
    ]
    for (const kill of kills) {
      const { killedBy, err } = await run(configuration, folder, kill)
      // What is killed from outside may have come to its end before.
      if (kill.kind === 'change' && killedBy === null) expect(err).toBe('')
      else expect({ kill, killedBy: killedBy ?? 'SIGKILL', err }).toEqual({ kill, killedBy: 'SIGKILL', err: '' })
    }
    expect(await run(configuration, folder, null)).toMatchObject({ killedBy: null, err: '' })
    expect(filesOf(folder)).toEqual(files)
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([])
  },
)
