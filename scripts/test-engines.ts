// Installs the engines that read exported grammars beside their tests, and runs these. What cannot be had is left out, with a word.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const folder = resolve('test/engines')
const environment = join(folder, '.venv')
const llguidance = 'llguidance==1.9.1'

const run = (command: string, inputs: readonly string[], cwd = '.'): void => {
  execFileSync(command, inputs, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
}

run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder)
if (!existsSync(join(environment, 'complete'))) installLlguidance()
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const tests = spawnSync(process.execPath, [vitest, 'run', '--config', 'test/engines/vitest.config.ts'], { stdio: 'inherit' })
process.exitCode = tests.status ?? 1

/** An extra: not every machine has Python and its packages. */
function installLlguidance(): void {
  try {
    run('python3', ['-m', 'venv', environment])
    run(join(environment, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', llguidance])
    run(join(environment, 'bin/python'), ['-c', `import llguidance; open(${JSON.stringify(join(environment, 'complete'))}, 'w')`])
  } catch {
    rmSync(environment, { recursive: true, force: true })
    process.stderr.write('llguidance: left out, its Python package cannot be installed here\n')
  }
}
