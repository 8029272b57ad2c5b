import { performance } from 'node:perf_hooks'
import { choicesSoFar, countDesigns, finishedText, randomDesign } from '../../compiler/derivation/index.ts'
import { arithmeticSpecification } from '../compiler/derivation/arithmetic-specification.ts'
import { randomNumbers } from '../compiler/derivation/designs.ts'

// A plain script: `node test/bench/derivation.bench.ts`. The first second meets positions that nobody has asked for yet.

const specification = arithmeticSpecification()
const random = randomNumbers(1)

for (let second = 1; second <= 4; second += 1) {
  const start = performance.now()
  let designs = 0
  let choices = 0
  while (performance.now() - start < 1_000) {
    const half = randomDesign(specification, random)
    finishedText(half)
    designs += 1
    choices += choicesSoFar(half).length
  }
  console.log(`second ${second}: ${designs} designs, ${(choices / designs).toFixed(1)} choices each`)
}

const start = performance.now()
const count = countDesigns(specification)
console.log(`${count} designs in the space, counted in ${Math.round(performance.now() - start)} ms`)
