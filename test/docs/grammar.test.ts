import { expect, test } from 'vitest'
import { exportGrammar } from '../../grammar/index.ts'
import { pageAt } from './pages.ts'

test('the language page shows the grammar that the parser has', () => {
  const [, shown] = /<!-- grammar: [^\n]* -->\n```ebnf\n([\s\S]*?)```\n<!-- end of grammar -->/.exec(pageAt('docs/language.md').text) ?? []
  expect(shown).toBe(exportGrammar('ebnf'))
})
