// Packs the project, installs the tarball in an empty folder, and uses it there as a stranger would.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'maslang-package-'))
const run = (command: string, inputs: readonly string[], cwd: string): string =>
  execFileSync(command, inputs, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

try {
  const packed = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], '.')) as unknown
  const tarball = tarballName(packed)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  const typesVersion = versionOf('@types/node')
  run('npm', ['install', '--omit=optional', '--no-audit', '--no-fund', join(folder, tarball), `@types/node@${typesVersion}`, `fast-check@${versionOf('fast-check')}`], folder)

  cpSync('examples/plan.mas', join(folder, 'plan.mas'))
  const mas = join(folder, 'node_modules/maslang/bin/mas.js')
  const checked = run(process.execPath, [mas, 'check', '--json', 'plan.mas'], folder)
  if ((JSON.parse(checked) as { version: number }).version !== 1) throw new Error(`mas check answered ${checked}`)

  const subpaths = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object }).exports)
    .filter((path) => !path.endsWith('.json'))
    .map((path) => path.replace('.', 'maslang'))
  for (const subpath of subpaths) {
    run(process.execPath, ['--input-type=module', '-e', `const all = await import('${subpath}'); if (Object.keys(all).length === 0) process.exit(1)`], folder)
  }

  run(process.execPath, ['--input-type=module', '-e', "await import('maslang/graph-schema.json', { with: { type: 'json' } })"], folder)
  run(process.execPath, [mas, 'compile', 'plan.mas', '-o', 'plan.ts'], folder)
  for (const file of ['consumer.ts', 'emitted.ts', 'tsconfig.json']) cpSync(`test/consumer/${file}`, join(folder, file))
  cpSync('examples/training', join(folder, 'training'), { recursive: true })
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  run(process.execPath, [resolve(compiler), '-p', folder], folder)
  const examples = readdirSync(join(folder, 'training')).filter((name) => name.endsWith('.ts'))
  for (const example of examples) run(process.execPath, [join('training', example), join('runs', example)], folder)
  run(process.execPath, ['emitted.ts'], folder)
  const told = `${subpaths.join(', ')} import and type-check; ${examples.join(', ')} and a compiled script run`
  process.stdout.write(`package: ${tarball} installs; mas check runs; ${told}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function tarballName(packed: unknown): string {
  const entry: unknown = Array.isArray(packed) ? packed[0] : Object.values(packed as object)[0]
  if (typeof entry === 'object' && entry !== null && 'filename' in entry && typeof entry.filename === 'string') return entry.filename
  throw new Error('npm pack named no file')
}

function versionOf(name: string): string {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> }
  const version = devDependencies[name]
  if (version === undefined) throw new Error(`${name} is no development dependency`)
  return version
}
