import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { runFiles } from '../../../trainer/run/index.ts'
import { tinyText } from './tiny-configuration.ts'

const program = fileURLToPath(new URL('./dying-run.ts', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'mas-kill-'))
const configuration = join(home, 'tiny.json')

/** More chains of kills where this is raised. */
const chains = Number(process.env['MAS_KILL_CHAINS'] ?? 2)
const seed = Number(process.env['MAS_KILL_SEED'] ?? 1)
const killsPerChain = 3

interface Ended {
  readonly killedBy: string | null
  readonly out: string
  readonly err: string
}

const run = (folder: string, change: number): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, configuration, folder, String(change)], { stdio: ['ignore', 'pipe', 'pipe'] })
    const text = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (part: string) => void (text.out += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => void (text.err += part))
    child.on('error', reject)
    child.on('close', (_, killedBy) => {
      resolve({ killedBy, ...text })
    })
  })

/** Everything that a run leaves, as bytes. */
const filesOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.values(runFiles).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))

let whole: Readonly<Record<string, string>> = {}
let changes = 0

beforeAll(async () => {
  writeFileSync(configuration, tinyText())
  const ended = await run(join(home, 'whole'), 0)
  expect(ended).toMatchObject({ killedBy: null, err: '' })
  changes = Number(ended.out)
  whole = filesOf(join(home, 'whole'))
})
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

test('an uninterrupted run changes its files often enough to be killed at interesting places', () => {
  expect(changes).toBeGreaterThan(60)
})

// The first changes make the folder; the middle of each chain is drawn.
test.each(Array.from({ length: chains }, (_, chain) => chain))(
  `killed in the middle of a write again and again, a run ends as if nothing had been (chain %i, seed ${seed})`,
  async (chain) => {
    const folder = join(home, `chain-${chain}`)
    const random = randomStream(seed, 'kills', chain)
    const kills = [chain + 1, ...Array.from({ length: killsPerChain - 1 }, () => 2 + random.integer(Math.floor(changes / 2)))]
    for (const kill of kills) {
      const { killedBy, err } = await run(folder, kill)
      expect({ kill, killedBy, err }).toEqual({ kill, killedBy: 'SIGKILL', err: '' })
    }
    expect(await run(folder, 0)).toMatchObject({ killedBy: null, err: '' })
    expect(filesOf(folder)).toEqual(whole)
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([])
  },
)
