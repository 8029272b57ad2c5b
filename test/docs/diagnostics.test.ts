import { expect, test } from 'vitest'
import { diagnosticPages } from '../../compiler/explanations/index.ts'
import { diagnosticsPage } from '../../scripts/diagnostics-page.ts'
import { pageAt, sectionOf } from './pages.ts'

test('docs/diagnostics.md is what `npm run docs:diagnostics` writes', () => {
  expect(pageAt('docs/diagnostics.md').text).toBe(diagnosticsPage())
})

test('the table of the language reference says what the pages do', () => {
  const rows = sectionOf(pageAt('docs/language.md'), 'Diagnostics').matchAll(/^\| `(MAS\d{4})` \| (.*) \|$/gm)
  const table = Array.from(rows, ([, code, title = '']) => [code, title.replaceAll('\\|', '|')])
  expect(table).toEqual(diagnosticPages.map(({ code, title }) => [code, title]))
})
