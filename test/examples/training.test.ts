import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { folderWith, projectFolder } from '../cli/mas.ts'

const hooks = fileURLToPath(new URL('./maslang-source.ts', import.meta.url))
const examples = join(projectFolder, 'examples', 'training')

const run = (name: string, folder: string) =>
  spawnSync(process.execPath, ['--import', hooks, join(examples, name), folder], { encoding: 'utf8' })

const programs = readdirSync(examples).filter((name) => name.endsWith('.ts'))

describe('the examples of training', () => {
  test('are those of the guide', () => {
    expect([...programs].sort()).toEqual(['own-credit.ts', 'own-policy.ts', 'own-scorer.ts', 'own-task.ts'])
  })

  test.each(programs)('%s runs to its end, and finds its run finished the second time', (name) => {
    using folder = folderWith({})
    const path = join(folder.path, 'run')
    const first = run(name, path)
    expect({ status: first.status, err: first.stderr }).toEqual({ status: 0, err: '' })
    expect(first.stdout).toMatch(/held-out (success|score) \d\.\d\d -> \d\.\d\d/)
    expect(existsSync(join(path, 'summary.json'))).toBe(true)
    const metrics = readFileSync(join(path, 'metrics.jsonl'), 'utf8')
    const second = run(name, path)
    expect(second.status).toBe(0)
    expect(second.stdout.split('\n')).toEqual(expect.arrayContaining([first.stdout.split('\n').find((line) => line.startsWith('held-out'))]))
    expect(readFileSync(join(path, 'metrics.jsonl'), 'utf8')).toBe(metrics)
  })

  test('own-policy.ts learns', () => {
    using folder = folderWith({})
    const [, before, after] = /(\d\.\d\d) -> (\d\.\d\d)/.exec(run('own-policy.ts', join(folder.path, 'run')).stdout) ?? []
    expect(Number(after)).toBeGreaterThan(Number(before) + 0.3)
  })
})
