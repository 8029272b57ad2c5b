import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from '../../cli/program.ts'
import type { Terminal } from '../../cli/terminal/terminal.ts'
import { memoryTerminal } from './memory-terminal.ts'

export interface Ended {
  readonly exit: number | null
  readonly out: string
  readonly err: string
}

export interface MasOptions {
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Options for Node itself. */
  readonly node?: readonly string[]
  /** What it reads on standard input; nothing where it is left out. */
  readonly input?: string
  readonly onStart?: (child: ChildProcess) => void
}

/** Like {@link mas}, but within this process: for what is decided before anything runs, and for what a person answers to `ask`. */
export async function masHere(commandLine: readonly string[], folder: string, ask: Terminal['ask'] = null): Promise<Ended> {
  const terminal = memoryTerminal({}, ask)
  const before = process.cwd()
  process.chdir(folder)
  try {
    const exit = await runCommandLine(commandLine, { ...terminal, workingFolder: folder })
    return { exit, out: terminal.outText(), err: terminal.errText() }
  } finally {
    process.chdir(before)
  }
}

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the command line as a real process, with no keys and no colours in its environment. */
export function mas(commandLine: readonly string[], options: MasOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(options.node ?? []), join(projectFolder, 'cli', 'main.ts'), ...commandLine], {
      cwd: options.folder ?? projectFolder,
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(tmpdir(), 'mas-test-compile-cache'), ...options.environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const text = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => void (text.out += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => void (text.err += chunk))
    child.once('error', reject)
    child.once('close', (exit) => {
      resolve({ exit, ...text })
    })
    // It may have ended without reading.
    child.stdin.on('error', () => {}).end(options.input ?? '')
    options.onStart?.(child)
  })
}

/** A new folder with the files given, removed when the test is over. */
export function folderWith(files: Readonly<Record<string, string>>): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'mas-test-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
