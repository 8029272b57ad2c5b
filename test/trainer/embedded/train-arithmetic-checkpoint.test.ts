import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { embeddedCheckpoints, readManifest } from '../../../trainer/embedded/index.ts'
import { trainArithmeticCheckpoint } from '../../../trainer/embedded/train-arithmetic-checkpoint.ts'
import { agentDefinition } from '../example-graph.ts'

test('a checkpoint that is trained can be opened, fits its agents, and says what it was measured at', async () => {
  const path = mkdtempSync(join(tmpdir(), 'mas-trained-'))
  try {
    const folder = join(path, 'arithmetic')
    mkdirSync(folder)
    const said: string[] = []
    await trainArithmeticCheckpoint({ folder, seed: 1, steps: 1 }, (line) => said.push(line))
    const read = readManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    const measured = read.kind === 'manifest' ? read.manifest.origin.measured : read.message
    expect(measured).toMatch(/^\d+\.\d % of 500 held-out expressions by repeated reduction, \d+\.\d % in one go$/)
    expect(said).toEqual([measured])
    const registry = embeddedCheckpoints(path)
    expect(registry.shipped?.misfit(agentDefinition({ name: 'reduce' }))).toBe(null)
    expect((await registry.openEmbedded('arithmetic')).kind).toBe('ok')
  } finally {
    rmSync(path, { recursive: true, force: true })
  }
})
