// Writes trainer/design/language-card.ts from docs/language.md.
import { readFileSync } from 'node:fs'
import { writeWholeFile } from '../trainer/files/index.ts'
import { languageCardModule } from './language-card.ts'

writeWholeFile('trainer/design/language-card.ts', languageCardModule(readFileSync('docs/language.md', 'utf8')))
