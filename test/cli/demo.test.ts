import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, mas, masHere } from './mas.ts'

describe('mas demo used wrongly', () => {
  test.each([
    [['--arms', 'nonsense'], 'there is no arm "nonsense": choose among stages, both, frozen_executor, frozen_designer, single_agent'],
    [['--arms', 'both,,stages'], 'there is no arm "": choose among stages, both, frozen_executor, frozen_designer, single_agent'],
    [['--backend', 'nonsense'], 'there is no backend "nonsense": choose auto, tfjs-node, wasm, cpu'],
  ])('%j is told so, and nothing is written', async (options, message) => {
    using folder = folderWith({})
    expect(await masHere(['demo', ...options], folder.path)).toEqual({ exit: 2, out: '', err: `mas: ${message}\n` })
    expect(readdirSync(folder.path)).toEqual([])
  })
  test('--seed takes whole numbers', async () => {
    using folder = folderWith({})
    const ended = await masHere(['demo', '--seed', '-1.5'], folder.path)
    expect(ended.exit).toBe(2)
    expect(ended.err).toContain('It must be a whole number, 0 or more.')
  })
  test('--out where nothing can be written is told so, without a stack trace', async () => {
    using folder = folderWith({ taken: 'a file' })
    const ended = await masHere(['demo', '--backend', 'cpu', '--out', 'taken'], folder.path)
    expect(ended).toEqual({ exit: 2, out: '', err: 'mas: the run folder taken cannot be written (ENOTDIR)\n' })
    expect(readFileSync(join(folder.path, 'taken'), 'utf8')).toBe('a file')
  })
})

describe('Ctrl-C', () => {
  test('ends a demonstration with a message, and leaves what was measured', async () => {
    using folder = folderWith({})
    let told = ''
    const ended = await mas(['demo', '--backend', 'cpu', '--out', 'out'], {
      folder: folder.path,
      onStart: (child) => {
        child.stderr?.on('data', (text: string) => {
          const isFirst = !told.includes('run folder')
          told += text
          if (isFirst && told.includes('run folder')) child.kill('SIGINT')
        })
      },
    })
    expect(ended.exit).toBe(130)
    expect(ended.out).toBe('')
    expect(ended.err).toContain(`mas: interrupted; what was measured so far is in ${join('out', 'metrics.jsonl')}.`)
    expect(ended.err).not.toContain('    at ')
    const lines = readFileSync(join(folder.path, 'out', 'metrics.jsonl'), 'utf8').split('\n').filter((line) => line !== '')
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toContain('started')
    expect(existsSync(join(folder.path, 'out', 'summary.json'))).toBe(false)
    expect(readdirSync(join(folder.path, 'out'), { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([])
  })
})
