// Builds dist/: type-checked JavaScript with declarations, and the parts of the package that are not TypeScript.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
rmSync('dist', { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
for (const folder of ['compiler/library', 'trainer/checkpoints']) {
  if (existsSync(folder)) cpSync(folder, `dist/${folder}`, { recursive: true })
}
process.exitCode = status ?? 1
