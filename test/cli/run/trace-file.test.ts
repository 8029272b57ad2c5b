import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTraceFile } from '../../../cli/run/trace-file.ts'
import type { TraceLine } from '../../../runtime/model/index.ts'
import { folderWith } from '../mas.ts'

const opening: TraceLine = { kind: 'trace', version: 1, file: 'a "sk-secret" b', workflow: 'main', seed: 1, models: {} }

function open(path: string, secrets: readonly string[] = []) {
  const opened = openTraceFile(path, secrets)
  if (opened.kind === 'error') throw new Error(opened.message)
  return opened.trace
}

test('a trace stands in its place only when it is complete', () => {
  using folder = folderWith({ 't.jsonl': 'an older trace' })
  const path = join(folder.path, 't.jsonl')
  const trace = open(path)
  trace.append(opening)
  expect(readFileSync(path, 'utf8')).toBe('an older trace')
  expect(readFileSync(trace.unfinished, 'utf8')).toBe(`${JSON.stringify(opening)}\n`)
  expect(trace.finish(1)).toBe(null)
  expect(readFileSync(path, 'utf8')).toBe(`${JSON.stringify(opening)}\n{"kind":"trace_end","runs":1}\n`)
  expect(existsSync(trace.unfinished)).toBe(false)
})

test('secrets are replaced in every line', () => {
  using folder = folderWith({})
  const trace = open(join(folder.path, 't.jsonl'), ['sk-secret'])
  trace.append(opening)
  trace.abandon()
  const text = readFileSync(trace.unfinished, 'utf8')
  expect(text).not.toContain('sk-secret')
  expect(JSON.parse(text)).toMatchObject({ file: 'a "[key]" b' })
})

test('a trace that cannot be put into its place says where it is', () => {
  using folder = folderWith({})
  const path = join(folder.path, 't.jsonl')
  const trace = open(path)
  rmSync(trace.unfinished)
  expect(trace.finish(1)).toBe(`the trace could not be written (ENOENT); what there is stands in ${trace.unfinished}`)
})

test('what a killed process of the same number left is kept, and in nobody\'s way', () => {
  using folder = folderWith({})
  const path = join(folder.path, 't.jsonl')
  const killed = open(path)
  killed.append(opening)
  killed.abandon()
  const trace = open(path)
  expect(trace.unfinished).not.toBe(killed.unfinished)
  expect(trace.finish(0)).toBe(null)
  expect(readFileSync(path, 'utf8')).toBe('{"kind":"trace_end","runs":0}\n')
  expect(readFileSync(killed.unfinished, 'utf8')).toBe(`${JSON.stringify(opening)}\n`)
})
