import { appendFileSync, mkdirSync, mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noUsage } from '../../../runtime/index.ts'
import { openResultFile, recordedSeed } from '../../../trainer/evaluation/index.ts'
import type { EvaluationHeader, EvaluationResult } from '../../../trainer/evaluation/index.ts'

const header: EvaluationHeader = { scripts: [{ name: 'a', hash: 'h' }], tasks: 't', scorer: 'exact', seed: 4, models: { default: 'm' } }
const result: EvaluationResult = { script: 'a', task: 'x', repeat: 1, outcome: { kind: 'ok', value: 1 }, score: 1, usage: noUsage }

const temporary = () => mkdtempDisposableSync(join(tmpdir(), 'mas-results-'))

function opened(path: string, of: EvaluationHeader = header) {
  const file = openResultFile(path, of)
  if (file.kind === 'error') throw new Error(file.message)
  return file
}

const problem = (path: string, of: EvaluationHeader = header): string => {
  const file = openResultFile(path, of)
  return file.kind === 'error' ? file.message.replace(path, 'FILE') : 'ok'
}

test('results are there again when the file is opened again', () => {
  using folder = temporary()
  const path = join(folder.path, 'new', 'results.jsonl')
  expect(recordedSeed(path)).toBeNull()
  expect(opened(path).append(result)).toBeNull()
  expect([...opened(path).known.values()]).toEqual([result])
  expect(recordedSeed(path)).toBe(4)
})

test('a last line that was cut off is dropped, so that the next one is whole', () => {
  using folder = temporary()
  const path = join(folder.path, 'results.jsonl')
  opened(path).append(result)
  appendFileSync(path, '{"script":"a","ta')
  const again = opened(path)
  expect(again.known.size).toBe(1)
  again.append({ ...result, task: 'y' })
  expect(readFileSync(path, 'utf8').trim().split('\n').slice(1).map((line) => (JSON.parse(line) as EvaluationResult).task)).toEqual(['x', 'y'])
})

test.each<readonly [string, Partial<EvaluationHeader>, string]>([
  ['another script', { scripts: [{ name: 'a', hash: 'other' }] }, 'scripts[0].hash was "h", and is "other"'],
  ['other tasks', { tasks: 'u' }, 'tasks was "t", and is "u"'],
  ['another seed', { seed: 5 }, 'seed was 4, and is 5'],
  ['another model', { models: { default: 'n' } }, 'models.default was "m", and is "n"'],
  ['one slot less', { models: {} }, 'models.default was "m", and is absent'],
])('results of %s are refused', (_, changes, difference) => {
  using folder = temporary()
  const path = join(folder.path, 'results.jsonl')
  opened(path)
  expect(problem(path, { ...header, ...changes })).toBe(`FILE is of another evaluation: ${difference}`)
})

test('what is no file of results, or holds a broken line, is left as it is', () => {
  using folder = temporary()
  const path = join(folder.path, 'results.jsonl')
  writeFileSync(path, 'my notes\n')
  expect(problem(path)).toBe('FILE holds no results of an evaluation: name another folder')
  expect(readFileSync(path, 'utf8')).toBe('my notes\n')
  writeFileSync(path, '')
  expect(problem(path)).toBe('FILE holds no results of an evaluation: name another folder')
  writeFileSync(path, `${JSON.stringify({ kind: 'evaluation', version: 1, header })}\n{"script":1}\n${JSON.stringify(result)}\n`)
  expect(problem(path)).toBe('FILE:2 is no result: mend or remove it')
})

test('a place that is no folder is told', () => {
  using folder = temporary()
  const file = join(folder.path, 'file')
  writeFileSync(file, '')
  expect(problem(join(file, 'results.jsonl'))).toMatch(/cannot be written: /)
})

test('what cannot be read is told', () => {
  using folder = temporary()
  const path = join(folder.path, 'results.jsonl')
  mkdirSync(path)
  expect(recordedSeed(path)).toBeNull()
  expect(problem(path)).toMatch(/^FILE cannot be read: EISDIR/)
})
