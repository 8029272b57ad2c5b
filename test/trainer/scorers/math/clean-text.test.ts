import { expect, test } from 'vitest'
import { cleanText } from '../../../../trainer/scorers/math/clean-text.ts'

test.each([
  [' 7 ', '7'],
  ['$$x$$', 'x'],
  ['$\\boxed{\\text{yes}}$', 'yes'],
  ['\\boxed{\\frac{1}{2}}', '\\frac{1}{2}'],
  ['\\boxed{1}+\\boxed{2}', '\\boxed{1}+\\boxed{2}'],
  ['\\[ 3 \\].', '3'],
  ['1,000,000', '1000000'],
  ['1,00', '1,00'],
  ['(1,234)', '(1234)'],
  ['(1,2)', '(1,2)'],
  ['5%', '5\\%'],
  ['5\\%', '5\\%'],
  ['3\\,x', '3 x'],
  ['2×3', '2\\times 3'],
])('%j is meant as %j', (text, meant) => {
  expect(cleanText(text)).toBe(meant)
})
