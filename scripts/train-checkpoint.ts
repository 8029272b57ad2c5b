// Trains the shipped executor checkpoint on arithmetic whose values lie in 0 to 99, and measures it on held-out expressions.
// Usage: npm run train:checkpoint -- [--seed N] [--steps N]
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { trainArithmeticCheckpoint } from '../trainer/embedded/train-arithmetic-checkpoint.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, steps: { type: 'string', default: '6000' } } })
const folder = join('trainer', 'checkpoints', 'arithmetic')
mkdirSync(folder, { recursive: true })
await trainArithmeticCheckpoint({ folder, seed: Number(values.seed), steps: Number(values.steps) }, (line) => {
  process.stdout.write(`${line}\n`)
})
