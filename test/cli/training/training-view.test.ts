import { stripVTControlCharacters } from 'node:util'
import picocolors from 'picocolors'
import { describe, expect, test } from 'vitest'
import { liveHeight } from '../../../cli/training/live/live-lines.ts'
import { TrainingView } from '../../../cli/training/training-view.ts'
import type { MetricsLine } from '../../../trainer/index.ts'
import { exampleEvaluation, exampleStep } from '../../trainer/run/example-lines.ts'
import { memoryTerminal } from '../memory-terminal.ts'

const evaluation = exampleEvaluation()

const stepLine = (step: number): MetricsLine => exampleStep({ step, requests: 100 * (step + 1) })

const budget = { requests: 10_000, steps: null, price: null }

describe('without a terminal', () => {
  test('progress is a line now and then', () => {
    const terminal = memoryTerminal()
    const view = new TrainingView(terminal, { budget })
    view.show({ kind: 'opened', backend: 'cpu', notUsed: [], folder: 'runs/x', resumed: 'after 3 training steps and 9 requests', earlier: [] })
    for (let step = 1; step <= 250; step += 1) {
      view.show({ kind: 'start', role: 'executor', step, loss: 1, accuracy: step % 25 === 0 ? 0.5 : null })
    }
    view.show(evaluation)
    for (let step = 0; step < 100; step += 1) view.show(stepLine(step))
    view.end()
    const lines = terminal.errText().trimEnd().split('\n')
    expect(lines.slice(0, 3)).toEqual(['tensor backend: cpu', 'run folder: runs/x', 'resumed after 3 training steps and 9 requests'])
    expect(lines.filter((line) => line.startsWith('supervised start, executor'))).toHaveLength(3)
    expect(lines).toContain('held-out success after 0 steps: 25 % (10 % to 40 %, 12 tasks)')
    expect(lines.filter((line) => line.startsWith('step '))).toHaveLength(11)
    expect(lines.at(-1)).toBe('step 100, training both, rewards: executor 0.48, designer -, 100 % compile, 10,000 of 10,000 requests')
    expect(terminal.errText()).not.toContain('\u001b')
    expect(terminal.outText()).toBe('')
  })
})

describe('on a terminal', () => {
  const drawnIn = (width: number, height: number, environment: Readonly<Record<string, string>> = {}, colors = false) => {
    const memory = memoryTerminal(environment)
    const terminal = { ...memory, err: { ...memory.err, isTerminal: true, width, height, colors: picocolors.createColors(colors) } }
    const view = new TrainingView(terminal, { budget: { requests: 10_000, steps: 4, price: null } })
    view.show({ kind: 'opened', backend: 'cpu', notUsed: [], folder: 'runs/x', resumed: 'after 2 training steps', earlier: [stepLine(0), stepLine(1)] })
    view.show({ kind: 'start', role: 'designer', step: 1, loss: 1, accuracy: null })
    view.show(evaluation)
    for (let step = 2; step < 4; step += 1) view.show(stepLine(step))
    view.end()
    const blocks = memory.errText().split(/\u001b\[\d+A\u001b\[J/)
    return { blocks, last: blocks.at(-1)?.trimEnd().split('\n') ?? [] }
  }

  test('progress and curves are drawn in place, within its width, with the steps from before it was resumed', () => {
    const { blocks, last } = drawnIn(60, 40)
    expect(blocks.length).toBeGreaterThan(1)
    expect(last).toHaveLength(3 + liveHeight)
    expect(last[0]).toBe('supervised start, designer: step 1, loss 1.00')
    expect(last[1]).toContain('[################] step 4 of 4')
    expect(last[2]).toContain('held-out success after 0 steps: 25 %')
    expect(last[3]).toBe('           0.48 ████')
    for (const line of last) expect(line.length).toBeLessThan(60)
  })

  test.each([
    ['narrow', 39, 40],
    ['low', 100, 3 + liveHeight],
  ])('one that is too %s gets progress alone', (_, width, height) => {
    const { last } = drawnIn(width, height)
    expect(last).toHaveLength(3)
    for (const line of last) expect(line.length).toBeLessThan(width)
  })

  test('colours are painted where they are wanted, and take no room', () => {
    const painted = drawnIn(60, 40, {}, true).last
    expect(painted[3]).toContain('\u001b[34m████\u001b[39m')
    expect(painted.map((line) => stripVTControlCharacters(line))).toEqual(drawnIn(60, 40).last)
  })

  test('one that cannot move its cursor gets plain lines', () => {
    const { blocks } = drawnIn(60, 40, { TERM: 'dumb' })
    expect(blocks).toHaveLength(1)
    expect(blocks[0]).toContain('step 4 of 4, training both')
    expect(blocks[0]).not.toContain('\u001b')
  })
})
