import { writeFileSync } from 'node:fs'
import { testingPage } from './testing-page.ts'

// Writes docs/testing.md anew from the exports of testing/.
writeFileSync(new URL('../docs/testing.md', import.meta.url), testingPage())
