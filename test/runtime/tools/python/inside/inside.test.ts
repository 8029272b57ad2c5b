import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { lockedDownFlags } from '../../../../../runtime/tools/python/process/node-arguments.ts'
import { pyodideFolder } from '../../../../../runtime/tools/python/process/pyodide-folder.ts'
import { World } from '../escapes/world.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
let ends: readonly string[] = []
let reached: readonly string[] = []

beforeAll(async () => {
  await using world = await World.open()
  const { canary, folder, port } = world
  const flags = [...lockedDownFlags(pyodideFolder(), 128), `--allow-fs-read=${here}`]
  const inputs = [...flags, `${here}attacker.ts`, JSON.stringify({ canary, folder, port })]
  const { stdout, stderr } = spawnSync(process.execPath, inputs, { env: {}, cwd: '/', encoding: 'utf8' })
  ends = stdout.trimEnd().split('\n')
  reached = await world.reached(stdout + stderr)
})

test('foreign JavaScript in the process reaches nothing outside', () => {
  expect(reached).toEqual([])
  expect(ends.length).toBeGreaterThan(30)
  expect(ends.filter((end) => !end.includes(': refused: '))).toEqual([])
})
