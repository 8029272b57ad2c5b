// What emitted modules cost the TypeScript checker, over the declarations that the package ships: a module that uses one function
// of the runtime, workflows of one call and of two hundred, the examples. Needs `npm run build`. Usage: npm run bench:emit. Each compilation is a fresh one whose
// files are parsed already; prints instantiations and types, and the median check time over interleaved rounds.
import { existsSync, globSync } from 'node:fs'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import ts from 'typescript'
import { checkFile, compileProgram, createMemoryReader } from '../../compiler/index.ts'
import type { CompiledFile } from '../../compiler/index.ts'
import { graphsOf, moduleOf } from '../compiler/emit/emitted-module.ts'

const rounds = 15
const declarations = resolve('dist/runtime/index.d.ts')
if (!existsSync(declarations)) throw new Error('dist/ is missing: run npm run build first')

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  typeRoots: [resolve('node_modules/@types')],
  paths: { 'maslang/runtime': [declarations] },
}

interface Measured {
  readonly name: string
  readonly text: string
  readonly times: number[]
  counts: string
}

const parsed = new Map<string, ts.SourceFile | undefined>()
const host = ts.createCompilerHost(options)
const measured: Measured[] = [
  { name: 'one function of the runtime', text: `import { emitted } from 'maslang/runtime'\nexport const text: string = emitted.text\`a\`\n`, times: [], counts: '' },
]
for (const calls of [1, 200]) measured.push({ name: `${calls} calls`, text: await moduleOf(compiledChain(calls)), times: [], counts: '' })
for (const path of globSync('examples/**/*.mas').sort()) {
  const compiled = checkFile(path)
  if (graphsOf(compiled).length > 0) measured.push({ name: path, text: await moduleOf(compiled), times: [], counts: '' })
}

for (let round = 0; round < rounds; round += 1) for (const one of measured) measure(one)
for (const { name, text, times, counts } of measured) {
  const lines = String(text.split('\n').length - 1).padStart(4)
  process.stdout.write(`${name.padEnd(42)} ${lines} lines, ${counts}, ${median(times).toFixed(1)} ms\n`)
}

/** A workflow of so many calls, each of what the last one gave. */
function compiledChain(calls: number): CompiledFile {
  const body = Array.from({ length: calls }, (_, position) => `  q = A(q, ${position})\n`).join('')
  const text = `agent A(q: string, n: int) -> string\nworkflow main(q: string) -> string {\n${body}  return q\n}\n`
  return compileProgram('main.mas', createMemoryReader(new Map([['main.mas', text]])))
}

function measure(one: Measured): void {
  const path = resolve('module.ts')
  const own = ts.createSourceFile(path, one.text, { languageVersion: ts.ScriptTarget.ES2024, impliedNodeFormat: ts.ModuleKind.ESNext })
  const program = ts.createProgram([path], options, {
    ...host,
    fileExists: (name) => name === path || host.fileExists(name),
    getSourceFile(name, version) {
      if (name === path) return own
      if (!parsed.has(name)) parsed.set(name, host.getSourceFile(name, version))
      return parsed.get(name)
    },
  })
  program.getGlobalDiagnostics()
  const began = performance.now()
  const problems = program.getSemanticDiagnostics(own)
  one.times.push(performance.now() - began)
  if (problems.length > 0) throw new Error(`${one.name}: ${ts.flattenDiagnosticMessageText(problems[0]?.messageText, '\n')}`)
  one.counts = `${program.getInstantiationCount()} instantiations, ${program.getTypeCount()} types`
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
