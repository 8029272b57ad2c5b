import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { showCredit } from '../../cli/credit/show-credit.ts'
import { defaultReplaySettings, estimatorNames } from '../../trainer/credit/index.ts'
import { creditPrograms } from '../../trainer/credit-oracle/index.ts'
import type { CreditTableRow } from '../../trainer/credit-oracle/index.ts'
import { folderWith, masHere } from './mas.ts'

interface CreditOutput {
  readonly version: number
  readonly rows: readonly {
    readonly estimator: string
    readonly bias: number
    readonly variance: number
    readonly variance_at_equal_requests: number
    readonly rank_correlation: number
    readonly requests: number
  }[]
}

describe('mas credit', () => {
  test('measures all estimators on a program', async () => {
    using folder = folderWith({})
    const { exit, out, err } = await masHere(['credit', '--program', 'chain', '--executions', '2'], folder.path)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toMatch(/^2 executions of each design, mean, weighted by trajectory, seed 1\n\nchain +scale +bias +variance /)
    expect(out).toMatch(/\nbroadcast +0\.50 +0\.000 /)
    expect(out).toMatch(/\nrloo +1\.00 +0\.000 /)
    expect(out).toMatch(/\ncounterfactual +1\.00 +0\.000 /)
    expect(out).toMatch(/\nexact advantages +1\.00 +0\.000 .* 1\.00 +6\.0\n/)
  })

  test('says the same as JSON', async () => {
    using folder = folderWith({})
    const { exit, out } = await masHere(['credit', '--program', 'chain', '--executions', '2', '--seed', '7', '--json'], folder.path)
    expect(exit).toBe(0)
    const { rows, ...rest } = JSON.parse(out) as CreditOutput
    expect(rest).toEqual({ version: 1, seed: 7, executions: 2, normalisation: 'mean', weighting: 'trajectory' })
    expect(rows.map(({ estimator }) => estimator)).toEqual([...estimatorNames, 'exact'])
    expect(rows[0]).toMatchObject({ program: 'chain', estimator: 'broadcast', scale: expect.closeTo(0.5, 10), exact: true, drawn_groups: null })
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'program',
      'estimator',
      'scale',
      'bias',
      'variance',
      'variance_at_equal_requests',
      'rank_correlation',
      'requests',
      'exact',
      'drawn_groups',
    ])
  })

  test('prints what its page shows', async () => {
    using folder = folderWith({})
    const { out } = await masHere(['credit', '--program', 'chain', '--json'], folder.path)
    const { rows } = JSON.parse(out) as CreditOutput
    const page = readFileSync(new URL('../../docs/experiments/credit.md', import.meta.url), 'utf8')
    const shown = [...page.matchAll(/^chain +(\d.*)$/gm)].map(([, figures = '']) => figures.split(/ +/))
    const figures = (of: (row: CreditOutput['rows'][number]) => number, digits: number) => rows.map((row) => of(row).toFixed(digits).replace('-', ''))
    expect(shown).toEqual([
      figures((row) => row.bias, 3),
      figures((row) => row.variance, 2),
      figures((row) => row.variance_at_equal_requests, 2),
      figures((row) => row.rank_correlation, 2),
      figures((row) => row.requests, 1),
    ])
  })

  test.each([
    [['--program', 'nonsense'], `there is no program "nonsense": choose among ${creditPrograms.map(({ name }) => name).join(', ')}`],
    [['--executions', '1'], '--executions must be from 2 to 16'],
    [['--executions', '17'], '--executions must be from 2 to 16'],
  ])('%j is told so', async (options, message) => {
    using folder = folderWith({})
    expect(await masHere(['credit', ...options], folder.path)).toEqual({ exit: 2, out: '', err: `mas: ${message}\n` })
  })
})

test('several programs have a mean and a table for each measure, and say what was drawn', () => {
  const row = (program: string, bias: number, isExact: boolean): CreditTableRow => ({
    program,
    estimator: 'rloo',
    scale: 1,
    bias,
    variance: 2,
    varianceAtEqualRequests: 2,
    rankCorrelation: -0.001,
    requests: 8,
    isExact,
    drawn: isExact ? null : 100,
  })
  const settings = {
    executions: 4,
    normalisation: 'mean',
    weighting: 'trajectory',
    replays: defaultReplaySettings,
    seed: 1,
    mostGroups: 100,
    replayedGroups: 50,
  } as const
  const programs = creditPrograms.slice(0, 2)
  const text = showCredit(programs, settings, [row('chain', 0.1, true), row('branches', 0.3, false)])
  expect(text).toMatch(/\nmean of 2 programs .*\nrloo +1\.00 +0\.200 +2\.00 +2\.00 +0\.00 +8\.0\n/)
  expect(text).toMatch(/\nbias +rloo\nchain +0\.100\nbranches +0\.300\n/)
  expect(text).toContain('\nbranches: more than 100 groups; all figures are of so many drawn ones.\n')
  expect(text).toContain('\nchain: three calls, each reading the one before\n')
})
