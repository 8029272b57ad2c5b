import { describe, expect, test } from 'vitest'
import { showPayoff } from '../../cli/families/show-payoff.ts'
import type { PayoffRow } from '../../trainer/payoff/index.ts'
import { familyNames, whatPays } from '../../trainer/tasks/index.ts'
import { folderWith, masHere } from './mas.ts'

describe('mas families', () => {
  test('without names lists what there is', async () => {
    using folder = folderWith({})
    const { exit, out, err } = await masHere(['families'], folder.path)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toBe(familyNames.map((name) => `${name}: ${whatPays[name]}.\n`).join(''))
  })
  test.each([
    [['plain', 'brdth'], 'there is no family "brdth": choose among depth, breadth, horizon, robustness, verify, route, plain'],
    [['plain', '--backend', 'nonsense'], 'there is no backend "nonsense": choose auto, tfjs-node, wasm, cpu'],
  ])('%j is told so', async (options, message) => {
    using folder = folderWith({})
    expect(await masHere(['families', ...options], folder.path)).toEqual({ exit: 2, out: '', err: `mas: ${message}\n` })
  })
  test.each(['2', '-1', 'half'])('a share of %s is none', async (slips) => {
    using folder = folderWith({})
    const { exit, err } = await masHere(['families', 'plain', `--slips=${slips}`], folder.path)
    expect(exit).toBe(2)
    expect(err).toContain('It must be a number from 0 to 1.')
  })
})

test('a table shows what is asked for, then the best of each form', () => {
  const row = (form: string, reward: number): PayoffRow => ({ form, body: `return ${form}(expression)`, success: reward, requests: 1, reward, byDifficulty: new Map() })
  const [vote, answer] = [row('Vote', 0.75), row('Answer', 0.5)]
  const text = showPayoff('plain', 'one call', {
    space: 12_345n,
    measured: 1_000,
    completeTo: 9,
    executions: 60,
    best: vote,
    bestByDifficulty: new Map([[1, answer]]),
    bestTogether: answer,
    paying: [answer],
    payingTogether: answer,
    direct: answer,
    consistent: answer,
    forms: [vote, answer],
  })
  expect(text).toContain('1,000 of 12,345 designs measured, all of at most 9 choices among them; 60 executions of each that was left.')
  expect(text).toMatch(/\nwhat the family is for +50\.0 % +1\.00 +0\.500 +Answer\n/)
  expect(text).toMatch(/\nbest of its form +75\.0 % +1\.00 +0\.750 +Vote\n/)
  expect(text).toContain('\nbest at difficulty 1: return Answer(expression)\n')
})
