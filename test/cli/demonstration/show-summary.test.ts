import { describe, expect, test } from 'vitest'
import { duration } from '../../../cli/demonstration/duration.ts'
import { reportPage } from '../../../cli/demonstration/report-page.ts'
import { showSummary } from '../../../cli/demonstration/show-summary.ts'
import { exampleStep, exampleSummary } from './example-events.ts'

describe('the summary', () => {
  test('shows every arm, and the design preferred for each kind of task', () => {
    const shown = showSummary(exampleSummary(), 'runs/x')
    expect(shown).toMatch(/both at <once> +21 % +84 % +80 % to 88 % +3\.3 +160,003 +80 %/)
    expect(shown).toContain('50 % of the designs written in training compiled. Preferred designs of "both at <once>":')
    expect(shown).toContain('depth, difficulty 2 (75 % of its designs):\n  workflow main(x: string) -> string {\n    return x < y\n  }\n')
    expect(shown).not.toContain('second')
    expect(shown).toContain('1:35 on the wasm backend, seed 4. Everything is in runs/x:')
  })
  test('speaks of no designs where none were written', () => {
    const shown = showSummary(exampleSummary({ designs: [], compiledShare: 1 }), 'runs/x')
    expect(shown).not.toContain('designs')
  })
})

describe('the page', () => {
  test('escapes what it shows, and loads nothing', () => {
    const page = reportPage(exampleSummary(), [exampleStep(), exampleStep({ requests: 80_000, executorReward: 0.6 })])
    expect(page).toContain('<td>both at &lt;once&gt;</td><td>21.0 %</td><td>84.0 %</td>\n<td>80.0 % to 88.0 %</td><td>3.25</td><td>160003</td>')
    expect(page).toContain('return x &lt; y')
    expect(page).not.toMatch(/https?:|src=|@import|url\(|<script|<link/i)
  })
  test('draws only what there is', () => {
    const page = reportPage(exampleSummary(), [exampleStep()])
    expect(page.match(/<figure>/g)).toHaveLength(2)
    expect(page).not.toContain('Mean reward of designs')
  })
})

test('a duration is minutes and seconds', () => {
  expect([0, 999, 59_499, 59_500, 75_000, 3_600_000].map(duration)).toEqual(['0:00', '0:01', '0:59', '1:00', '1:15', '60:00'])
})
