import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { experiments, outcomePage, readResults } from '../trainer/experiments/index.ts'

// Writes the outcome on each page of docs/experiments anew, from the result files beside it.
for (const experiment of experiments.filter(({ name }) => !name.endsWith('-fast'))) {
  const folder = fileURLToPath(new URL(`../docs/experiments/${experiment.name}`, import.meta.url))
  const read = readResults(folder)
  if (read.kind === 'unusable') throw new Error(read.message)
  const page = `${folder}.md`
  writeFileSync(page, outcomePage(readFileSync(page, 'utf8'), experiment, read.results))
}
