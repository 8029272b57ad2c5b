import { expect, test } from 'vitest'
import { patternsPage } from '../../scripts/patterns/patterns-page.ts'
import { pageAt } from './pages.ts'

test('the page of patterns is what the library says', () => {
  expect(pageAt('docs/patterns.md').text).toBe(patternsPage())
})
