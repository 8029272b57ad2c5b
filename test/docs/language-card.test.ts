import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languageCardModule } from '../../scripts/language-card.ts'
import { languageCard } from '../../trainer/design/index.ts'

test('the language card is the one that the reference gives: run `npm run docs:card`', () => {
  expect(readFileSync('trainer/design/language-card.ts', 'utf8')).toBe(languageCardModule(readFileSync('docs/language.md', 'utf8')))
})

test('it is short, and every part of it was found', () => {
  expect(languageCard.length).toBeLessThan(8000)
  for (const part of ['`{{#each xs as x}}', 'Assignable', '`max_turns`', '`repeat max n`', '`sample n of E`', 'agent Planner', '`vote(']) {
    expect(languageCard).toContain(part)
  }
  expect(languageCard).not.toContain('<!--')
})
