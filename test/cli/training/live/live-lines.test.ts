import picocolors from 'picocolors'
import { expect, test } from 'vitest'
import { liveHeight, liveLines, liveStep, narrowest } from '../../../../cli/training/live/live-lines.ts'
import { exampleFigures } from '../../../trainer/run/example-lines.ts'

const plain = picocolors.createColors(false)

const steps = Array.from({ length: 24 }, (_, step) =>
  liveStep(
    exampleFigures({
      step,
      phase: Math.floor(step / 8) % 2,
      trained: Math.floor(step / 8) % 2 === 0 ? 'executor' : 'designer',
      executorReward: step / 23,
      designerReward: step < 12 ? null : -0.5,
    }),
  ),
)

test('shows both rewards above the stages, shapes as bars, and the latest figures', () => {
  expect(liveLines(steps, 80, plain)).toEqual([
    '           1.00                 ▁▂▃▄▅▆▇█',
    'executors               ▁▂▃▄▅▆▇█████████',
    '           0.00 ▁▂▃▄▅▆▇█████████████████',
    '           0.10                         ',
    'designer                                ',
    '          -0.50             ▁▁▁▁▁▁▁▁▁▁▁▁',
    'trained         |executo|designe|executo',
    'none            ························ 0 %',
    'direct          ████████████············ 50 %',
    'vote            ██████·················· 25 %',
    'loop            ██████·················· 25 %',
    'chain           ························ 0 %',
    'validity        100 % of designs compile, 100 % of executions end with a value',
    'length          12.0 tokens a design, 3.5 a reply',
    'cost            2.0 requests an execution',
  ])
})

test.each([narrowest, 60, 80, 200])('every line is shorter than %d columns, however many steps there are', (width) => {
  const many = Array.from({ length: 1_000 }, (_, step) => liveStep(exampleFigures({ step, phase: step % 2 })))
  for (const shown of [steps, many]) {
    const lines = liveLines(shown, width, plain)
    expect(lines).toHaveLength(liveHeight)
    for (const line of lines) expect(line.length).toBeLessThan(width)
  }
})

test('nothing has happened before the first step', () => {
  expect(liveLines([], 80, plain)).toEqual([])
})
