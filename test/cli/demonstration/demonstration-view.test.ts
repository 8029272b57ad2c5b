import { describe, expect, test } from 'vitest'
import { DemonstrationView } from '../../../cli/demonstration/demonstration-view.ts'
import { demonstrationSettings } from '../../../trainer/demonstration/index.ts'
import { exampleResult } from '../../trainer/demonstration/example-result.ts'
import { memoryTerminal } from '../memory-terminal.ts'
import { exampleStep } from './example-events.ts'

const opened = { kind: 'opened', backend: 'cpu', notUsed: ['wasm: no memory'], designs: '123456', folder: 'runs/x' } as const

describe('without a terminal', () => {
  test('progress is a line now and then', () => {
    const terminal = memoryTerminal()
    const view = new DemonstrationView(terminal, demonstrationSettings, ['both'])
    view.show(opened)
    for (let step = 1; step <= 250; step += 1) {
      const accuracy = step % 25 === 0 ? 0.5 : null
      view.show({ kind: 'started', role: 'executor', step, loss: 1, accuracy })
    }
    view.show({ kind: 'before', arm: 'both', success: 0.2 })
    for (let step = 0; step < 100; step += 1) view.show(exampleStep({ step, requests: 1_600 * (step + 1), budget: 160_000 }))
    view.show({ kind: 'arm_finished', result: exampleResult('both') })
    view.end()
    const lines = terminal.errText().trimEnd().split('\n')
    expect(lines.slice(0, 3)).toEqual([
      'tensor backend: cpu (not used: wasm: no memory)',
      'the designer can write 123,456 different designs; each goes through the parser',
      'run folder: runs/x',
    ])
    expect(lines.filter((line) => line.startsWith('supervised start'))).toHaveLength(2)
    const steps = lines.filter((line) => line.startsWith('both: step'))
    expect(steps.length).toBeGreaterThanOrEqual(5)
    expect(steps.length).toBeLessThanOrEqual(6)
    expect(steps.at(-1)).toContain('rewards: executor 0.48, designer -, 100 % compile, 160,000 of 160,000 requests')
    expect(lines.at(-1)).toBe('the arm both: held-out success 20 % -> 60 %')
    expect(terminal.errText()).not.toContain('\u001b')
    expect(terminal.outText()).toBe('')
  })
})

describe('on a terminal', () => {
  test('progress is drawn in place, no line wider than the terminal', () => {
    const plain = memoryTerminal()
    const terminal = { ...plain, err: { ...plain.err, isTerminal: true, width: 40 } }
    const view = new DemonstrationView(terminal, demonstrationSettings, ['stages', 'both'])
    view.show({ kind: 'before', arm: 'both', success: 0.2 })
    view.show(exampleStep())
    view.show({ kind: 'arm_finished', result: exampleResult('both') })
    const text = plain.errText()
    const pieces = text.split('\u001b[4A')
    expect(pieces).toHaveLength(2)
    expect(pieces[0]).toContain('both             [####............]')
    expect(pieces[1]).toContain('both             done: held-out success')
    expect(pieces[1]).toContain('stages           waiting')
    for (const line of text.replace(/\u001b\[\d+[AK]/g, '').split('\n')) expect(line.length).toBeLessThan(40)
  })
})
