import { describe, expect, test } from 'vitest'
import { errorMessage, warningMessage } from '../../../compiler/diagnostics/message.ts'
import { createReporter, errorLimit } from '../../../compiler/diagnostics/reporter.ts'

const wrong = errorMessage<{ name: string }>('MAS2999', ({ name }) => `\`${name}\` is wrong.`, ({ name }) => (name === 'a' ? 'Try b.' : null))
const odd = warningMessage<{ name: string }>('MAS5999', ({ name }) => `\`${name}\` is odd.`)
const at = (start: number) => ({ start, end: start + 1 })

describe('the reporter', () => {
  test('words a finding, with its hint where there is one', () => {
    const reporter = createReporter('main.mas')
    reporter.report(wrong, { name: 'a' }, at(0))
    reporter.report(wrong, { name: 'c' }, at(1))
    expect(reporter.diagnostics()).toEqual([
      { code: 'MAS2999', severity: 'error', message: '`a` is wrong.', file: 'main.mas', range: at(0), hint: 'Try b.' },
      { code: 'MAS2999', severity: 'error', message: '`c` is wrong.', file: 'main.mas', range: at(1) },
    ])
  })

  test('reports one error a place, and warnings beside it', () => {
    const reporter = createReporter('main.mas')
    reporter.report(odd, { name: 'a' }, at(0))
    reporter.report(wrong, { name: 'a' }, at(0))
    reporter.report(wrong, { name: 'b' }, at(0))
    expect(reporter.diagnostics().map(({ message }) => message)).toEqual(['`a` is odd.', '`a` is wrong.'])
  })

  test('stops at the limit of errors', () => {
    const reporter = createReporter('main.mas')
    for (let place = 0; place < errorLimit + 50; place += 1) reporter.report(wrong, { name: 'a' }, at(place))
    expect(reporter.diagnostics().length).toBe(errorLimit)
  })

  test('counts what another one has found in the file, and not elsewhere', () => {
    const first = createReporter('main.mas')
    for (let place = 0; place < errorLimit - 1; place += 1) first.report(wrong, { name: 'a' }, at(place))
    const second = createReporter('main.mas', first.diagnostics())
    second.report(wrong, { name: 'b' }, at(0))
    second.report(wrong, { name: 'b' }, at(errorLimit))
    second.report(wrong, { name: 'b' }, at(errorLimit + 1))
    expect(second.diagnostics().map(({ range }) => range)).toEqual([at(errorLimit)])
    const other = createReporter('other.mas', first.diagnostics())
    other.report(wrong, { name: 'b' }, at(0))
    expect(other.diagnostics().length).toBe(1)
  })

  test('keeps a fix', () => {
    const reporter = createReporter('main.mas')
    const fix = { title: 'Write `b`', edits: [{ range: at(0), text: 'b' }] }
    reporter.report(wrong, { name: 'a' }, at(0), { fix })
    reporter.report(wrong, { name: 'a' }, at(1), { fix: null })
    expect(reporter.diagnostics().map((found) => found.fix)).toEqual([fix, undefined])
  })

  test('knows whether there are errors', () => {
    const reporter = createReporter('main.mas')
    reporter.report(odd, { name: 'a' }, at(0))
    expect(reporter.hasErrors()).toBe(false)
    reporter.report(wrong, { name: 'a' }, at(0))
    expect(reporter.hasErrors()).toBe(true)
  })
})
