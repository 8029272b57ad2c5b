// Writes docs/patterns.md from the library and its examples.
import { writeFileSync } from 'node:fs'
import { patternsPage } from './patterns/patterns-page.ts'

writeFileSync(new URL('../docs/patterns.md', import.meta.url), patternsPage())
