import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ChildSetup } from '../child/protocol.ts'

const program = fileURLToPath(new URL(`../child/main${extname(import.meta.url)}`, import.meta.url))
export const childFolder = fileURLToPath(new URL('../child/', import.meta.url))

const PAGES_IN_A_MEGABYTE = 16

/** Node's flags for the process that runs Python: it may read Pyodide and its own program, and do nothing else outside. */
export function lockedDownFlags(pyodideFolder: string, memoryMegabytes: number): readonly string[] {
  return [
    '--permission',
    `--allow-fs-read=${pyodideFolder}`,
    `--allow-fs-read=${childFolder}`,
    '--disallow-code-generation-from-strings',
    '--no-experimental-sqlite',
    '--no-experimental-websocket',
    '--no-addons',
    '--disable-sigusr1',
    '--no-warnings',
    `--max-old-space-size=${memoryMegabytes}`,
    `--wasm-max-mem-pages=${memoryMegabytes * PAGES_IN_A_MEGABYTE}`,
  ]
}

/** The whole command line after `node`. */
export function nodeArguments(setup: ChildSetup, memoryMegabytes: number): readonly string[] {
  return [...lockedDownFlags(setup.pyodideFolder, memoryMegabytes), program, JSON.stringify(setup)]
}
