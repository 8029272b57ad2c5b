import { existsSync, globSync } from 'node:fs'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import ts from 'typescript'
import { checkFile, compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import type { CompiledFile } from '../../../compiler/index.ts'
import { graphsOf, moduleOf } from '../../compiler/emit/emitted-module.ts'
import { summarize } from '../measure/summarize.ts'
import type { BenchResult, CannotRun } from '../result.ts'

const rounds = 15
const declarations = resolve('dist/runtime/index.d.ts')

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

/** What emitted modules cost the TypeScript checker, over the declarations that the package ships. */
export async function run(): Promise<BenchResult | CannotRun> {
  if (!existsSync(declarations)) return { cannotRun: 'dist/ is missing: run `npm run build` first' }
  const measured = await modules()
  const check = checker()
  for (let round = 0; round < rounds; round += 1) for (const one of measured) check(one)
  return {
    method: [
      `The checker of TypeScript ${ts.version}, \`strict\`, on a module that \`mas compile\` writes, over the declarations that the package`,
      `ships. Each compilation is a fresh one whose files are parsed already; the time is that of the module alone; ${rounds} interleaved rounds.`,
    ],
    rows: measured.map(({ name, text, times, counts }) => ({
      name: `${name}: ${text.split('\n').length - 1} lines, ${counts}`,
      unit: 'ms',
      ...summarize(times),
      ratio: null,
    })),
    skipped: [],
    goals: [],
  }
}

async function modules(): Promise<readonly Measured[]> {
  const of = (name: string, text: string): Measured => ({ name, text, times: [], counts: '' })
  const measured = [
    of('one function of the runtime', `import { emitted } from 'maslang/runtime'\nexport const text: string = emitted.text\`a\`\n`),
  ]
  for (const calls of [1, 200]) measured.push(of(calls === 1 ? 'a workflow of one call' : `a workflow of ${calls} calls`, await moduleOf(compiledChain(calls))))
  for (const path of globSync('examples/**/*.mas').sort()) {
    const compiled = checkFile(path)
    if (graphsOf(compiled).length > 0) measured.push(of(path, await moduleOf(compiled)))
  }
  return measured
}

/** A workflow of so many calls, each of what the last one gave. */
function compiledChain(calls: number): CompiledFile {
  const body = Array.from({ length: calls }, (_, position) => `  q = A(q, ${position})\n`).join('')
  const text = `agent A(q: string, n: int) -> string\nworkflow main(q: string) -> string {\n${body}  return q\n}\n`
  return compileProgram('main.mas', createMemoryReader(new Map([['main.mas', text]])))
}

/** Checks a module in a compilation of its own, and notes how long that took. */
function checker(): (one: Measured) => void {
  const parsed = new Map<string, ts.SourceFile | undefined>()
  const host = ts.createCompilerHost(options)
  return (one) => {
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
}
