import { expect, test } from 'vitest'
import { showTable } from '../../../cli/text/show-table.ts'

test('the first column stands left, numbers stand right, short rows end early', () => {
  expect(
    showTable([
      ['workflow', 'calls'],
      ['漢', '1,000'],
      ['a', 'by use'],
    ]),
  ).toBe('workflow   calls\n漢         1,000\na         by use\n')
})
