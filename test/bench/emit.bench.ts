// What emitted modules cost the TypeScript checker: the examples, beside a module that imports the runtime and nothing else.
// Usage: npm run bench:emit. Prints instantiations, types and check time of one compilation each.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import ts from 'typescript'
import { checkFile } from '../../compiler/index.ts'
import { graphsOf, moduleOf } from '../compiler/emit/emitted-module.ts'

const folder = mkdtempSync(join(tmpdir(), 'mas-emit-bench-'))
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  types: ['node'],
  typeRoots: [resolve('node_modules/@types')],
  paths: { 'maslang/runtime': [resolve('runtime/index.ts')] },
}

try {
  const files = readdirSync('examples')
    .map((name) => checkFile(join('examples', name)))
    .filter((compiled) => graphsOf(compiled).length > 0)
  measure('the runtime alone', `import { emitted } from 'maslang/runtime'\nexport const text: string = emitted.text\`a\`\n`)
  for (const compiled of files) measure(compiled.path, await moduleOf(compiled))
} finally {
  rmSync(folder, { recursive: true })
}

function measure(name: string, text: string): void {
  const path = join(folder, 'module.ts')
  writeFileSync(path, text)
  const program = ts.createProgram([path], options)
  program.getGlobalDiagnostics()
  const source = program.getSourceFile(path)
  const began = performance.now()
  const problems = program.getSemanticDiagnostics(source).length
  const time = performance.now() - began
  const counts = `${program.getInstantiationCount()} instantiations, ${program.getTypeCount()} types`
  process.stdout.write(`${name.padEnd(28)} ${counts}, ${time.toFixed(0)} ms, ${problems} problems\n`)
}
