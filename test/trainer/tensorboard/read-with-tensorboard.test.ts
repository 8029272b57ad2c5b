import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openEventFile } from '../../../trainer/run/event-file.ts'
import { runFiles } from '../../../trainer/run/index.ts'
import { exampleEvaluation, exampleStep } from '../run/example-lines.ts'

const home = mkdtempSync(join(tmpdir(), 'mas-tensorboard-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

const python = process.env['MAS_TENSORBOARD_PYTHON'] ?? 'python3'

const program = `
import json, sys
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
read = EventAccumulator(sys.argv[1])
read.Reload()
print(json.dumps({tag: [[each.step, round(each.value, 3)] for each in read.Scalars(tag)] for tag in read.Tags()["scalars"]}))
`

test('TensorBoard reads what a run writes', ({ skip }) => {
  if (spawnSync(python, ['-c', 'import tensorboard']).status !== 0) skip(`${python} has no tensorboard; MAS_TENSORBOARD_PYTHON names one that has`)
  const path = join(home, runFiles.events)
  const file = openEventFile(path, [exampleEvaluation()])
  for (const step of [0, 1, 2]) file.append(exampleStep({ step, executorReward: step / 4 }))
  const { stdout } = spawnSync(python, ['-c', program, dirname(path)], { encoding: 'utf8' })
  expect(JSON.parse(stdout)).toMatchObject({
    'evaluation/success': [[0, 0.25]],
    'reward/executor': [[1, 0], [2, 0.25], [3, 0.5]],
    'shapes/vote': [[1, 0.25], [2, 0.25], [3, 0.25]],
  })
})
