import { writeFileSync } from 'node:fs'
import { diagnosticsPage } from './diagnostics-page.ts'

// Writes docs/diagnostics.md anew from the registry.
writeFileSync(new URL('../docs/diagnostics.md', import.meta.url), diagnosticsPage())
