import { pathToFileURL } from 'node:url'
import type * as Pyodide from 'pyodide'
import { constants, writeSync } from './file-functions.ts'
import { descriptors } from './protocol.ts'
import { readFileOf } from './read-descriptor.ts'
import { keepStandardError } from './standard-error.ts'

/** Loads Pyodide from its folder and hands it nothing of Node's: no global object, no stream, no environment. */
export async function loadPython(pyodideFolder: string, memory: 'kept' | 'restored'): Promise<Pyodide.PyodideAPI> {
  const { loadPyodide } = (await import(pathToFileURL(`${pyodideFolder}pyodide.mjs`).href)) as typeof Pyodide
  // Pyodide asks for the constants of node:fs in a way that the permission model refuses.
  Object.defineProperty(process, 'binding', { value: () => ({ fs: constants }), configurable: true })
  const pyodide = await loadPyodide({
    indexURL: pyodideFolder,
    jsglobals: Object.freeze(Object.create(null)) as object,
    // A fixed hash seed: sets have the same order in each run. "_" would be the path of this program.
    env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0', _: 'python' },
    stdin: () => '',
    stdout: () => undefined,
    stderr: () => undefined,
    ...(memory === 'kept' ? { _makeSnapshot: true } : { _loadSnapshot: readFileOf(descriptors.snapshot) }),
  })
  pyodide.setStdin({ read: () => 0 })
  pyodide.setStdout({ write: (bytes) => writeSync(descriptors.printed, bytes) })
  pyodide.setStderr({ write: keepStandardError })
  // Pyodide loads its source of randomness when it is first asked, and by then nothing can be loaded any more.
  pyodide.runPython('import os; os.urandom(1)')
  return pyodide
}
