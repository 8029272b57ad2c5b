// The whole front end on a typical script, warm, beside TypeScript's parser on a program of the same length.
// Usage: npm run bench:check. Prints medians of interleaved runs and their ratio.
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import ts from 'typescript'
import { compileProgram, createMemoryReader } from '../../compiler/index.ts'
import { parse } from '../../grammar/index.ts'

const script = readFileSync('examples/reflect.mas', 'utf8')
const reader = createMemoryReader(new Map([['reflect.mas', script]]))
const lines = script.split('\n').length
const program = readFileSync('compiler/graph/order.ts', 'utf8').split('\n').slice(0, lines).join('\n')

const contestants: readonly { readonly name: string; readonly run: () => unknown }[] = [
  { name: 'mas: parse', run: () => parse(script) },
  { name: 'mas: parse, check, lower, bound', run: () => compileProgram('reflect.mas', reader) },
  { name: 'TypeScript: parse', run: () => ts.createSourceFile('order.ts', program, ts.ScriptTarget.Latest) },
]

const rounds = 400
const times = contestants.map((): number[] => [])
for (let round = 0; round < rounds; round += 1) {
  contestants.forEach(({ run }, index) => {
    const began = performance.now()
    run()
    times[index]?.push(performance.now() - began)
  })
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const peer = median(times[2]?.slice(rounds / 2) ?? [])
process.stdout.write(`${lines} lines, ${rounds} interleaved rounds, the first half left out\n`)
contestants.forEach(({ name }, index) => {
  const value = median(times[index]?.slice(rounds / 2) ?? [])
  process.stdout.write(`${name.padEnd(34)} ${value.toFixed(3)} ms  ${(value / peer).toFixed(1)} x TypeScript's parser\n`)
})
