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

  test('knows whether there are errors', () => {
    const reporter = createReporter('main.mas')
    reporter.report(odd, { name: 'a' }, at(0))
    expect(reporter.hasErrors()).toBe(false)
    reporter.report(wrong, { name: 'a' }, at(0))
    expect(reporter.hasErrors()).toBe(true)
  })
})
