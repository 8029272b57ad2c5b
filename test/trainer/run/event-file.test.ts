import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openEventFile } from '../../../trainer/run/event-file.ts'
import { readEventFile } from '../tensorboard/read-event-file.ts'
import { exampleEvaluation, exampleStart, exampleStep } from './example-lines.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-events-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const lines = [exampleStart(1, 0.5), exampleEvaluation(), exampleStep(), exampleStep({ step: 1, designerReward: 0.25 })]

function written(name: string): string {
  const path = join(home, name, 'events')
  const file = openEventFile(path, [])
  for (const line of lines) file.append(line)
  return path
}

const tagsAt = (path: string, step: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    readEventFile(readFileSync(path))
      .filter((event) => event.step === step)
      .flatMap(({ summary }) => summary?.value ?? [])
      .map(({ tag, simpleValue }) => [tag, Math.round(simpleValue * 1000) / 1000]),
  )

test('says what the metrics say, each number under its tag, and nothing where there is none', () => {
  const path = written('whole')
  expect(readEventFile(readFileSync(path)).map(({ step }) => step)).toEqual([0, 1, 0, 1, 2])
  expect(tagsAt(path, 2)).toEqual({
    'reward/executor': 0.48,
    'reward/designer': 0.25,
    'reward/score': 0.5,
    'shapes/none': 0,
    'shapes/direct': 0.5,
    'shapes/vote': 0.25,
    'shapes/loop': 0.25,
    'shapes/chain': 0,
    'validity/compiled': 1,
    'validity/completed': 1,
    'length/design tokens': 12,
    'length/reply tokens': 3.5,
    'cost/requests per execution': 2,
    'cost/requests': 100,
    'cost/replay requests': 0,
    'schedule/phase': 0,
    'loss/executor': 0.1,
  })
  expect(tagsAt(path, 1)).toMatchObject({ 'start/executor loss': 1, 'start/executor accuracy': 0.5, 'reward/executor': 0.48 })
  expect(tagsAt(path, 1)).not.toHaveProperty('reward/designer')
})

test.each([
  ['is whole', () => undefined],
  ['has a step too many', (path: string) => { appendFileSync(path, readFileSync(path).subarray(-60)) }],
  ['lacks its end', (path: string) => { writeFileSync(path, readFileSync(path).subarray(0, -7)) }],
  ['is something else', (path: string) => { writeFileSync(path, 'something else') }],
  ['is missing', (path: string) => { rmSync(path) }],
])('goes on after the lines of a resumed run where it %s', (name, change) => {
  const path = written(name)
  const whole = readFileSync(path)
  change(path)
  const resumed = openEventFile(path, lines.slice(0, 2))
  for (const line of lines.slice(2)) resumed.append(line)
  expect(readFileSync(path)).toEqual(whole)
})

test('a file that begins as it should stays the same file, so that a reader goes on', () => {
  const path = written('open')
  const { ino } = statSync(path)
  openEventFile(path, lines.slice(0, 1))
  expect(statSync(path).ino).toBe(ino)
})
