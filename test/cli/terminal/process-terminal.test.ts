import { expect, test } from 'vitest'
import { wantsColors } from '../../../cli/terminal/process-terminal.ts'
import { printable } from '../../../cli/terminal/printable.ts'

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('on a terminal %s with %j: colours %s', (isTerminal, environment, expected) => {
  expect(wantsColors(isTerminal, environment)).toBe(expected)
})

test('what could move the cursor becomes visible', () => {
  expect(printable('a\u001b[2Jb\r\nc\td\u0007\u009b\u202e')).toBe('a␛[2Jb\nc\td␇\ufffd\ufffd')
})
