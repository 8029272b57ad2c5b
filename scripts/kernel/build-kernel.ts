// Writes trainer/engine/kernel/attention-binary.ts from attention.as; --check compares instead.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWholeFile } from '../../trainer/files/index.ts'

const source = 'trainer/engine/kernel/attention.as'
const target = 'trainer/engine/kernel/attention-binary.ts'
const compiler = join(import.meta.dirname, 'node_modules/assemblyscript/bin/asc.js')

const folder = mkdtempSync(join(tmpdir(), 'kernel-'))
try {
  const binary = join(folder, 'kernel.wasm')
  copyFileSync(source, join(folder, 'kernel.ts'))
  const options = ['--runtime', 'stub', '--noAssert', '-O3', '--enable', 'simd', '-o', binary]
  execFileSync(process.execPath, [compiler, join(folder, 'kernel.ts'), ...options], { stdio: 'inherit' })
  const lines = (readFileSync(binary).toString('base64').match(/.{1,120}/g) ?? []).map((line) => `  '${line}',\n`)
  const text =
    '// Compiled from attention.as by `npm run build:kernel`; do not edit.\n\n' +
    `/** A WebAssembly module, in base 64. */\nexport const attentionBinary = [\n${lines.join('')}].join('')\n`
  if (process.argv[2] !== '--check') writeWholeFile(target, text)
  else if (readFileSync(target, 'utf8') !== text) {
    process.stderr.write(`${target} is not what ${source} compiles to: run npm run build:kernel\n`)
    process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}
