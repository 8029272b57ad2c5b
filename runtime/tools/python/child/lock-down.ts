import childProcess from 'node:child_process'
import fileSystem from 'node:fs'
import fileSystemPromises from 'node:fs/promises'
import { registerHooks, syncBuiltinESMExports } from 'node:module'
import virtualMachine from 'node:vm'

/** What is left behind the real `process`. It inherits nothing: a getter that code puts on every object sees no lookup there. */
const emptyPrototype = Object.freeze(Object.assign(Object.create(null) as object, { emit: () => false, listenerCount: () => 0 }))

/** What Pyodide asks of `process` while code runs: it sets the exit code where code ends the interpreter. */
const harmlessProcess = Object.assign(Object.create(null) as object, { getuid: () => 0, umask: () => 0o22, exitCode: 0 })

/** The modules of Node that Pyodide holds on to, and that reach out. */
const reachingOut: readonly object[] = [fileSystem, fileSystemPromises, childProcess, virtualMachine]

/** The global objects that Pyodide has need of, besides those of JavaScript itself. */
const kept = [
  'TextDecoder',
  'TextEncoder',
  'console',
  'performance',
  'queueMicrotask',
  'setTimeout',
  'clearTimeout',
  'setImmediate',
  'clearImmediate',
]

/**
 * Takes from this process, for good, what Python has no need of: its last permission, every way to load a module, what
 * `process` and the modules that Pyodide holds can do, and the global objects that Node adds to JavaScript. Whoever gets from
 * Python to JavaScript finds nothing here that reaches out. What this program itself still needs is held by its own modules.
 */
export function lockDown(): void {
  process.permission.drop('fs.read')
  const refuse = (): never => {
    throw new Error('Nothing can be loaded any more.')
  }
  registerHooks({ resolve: refuse, load: refuse })
  const language = virtualMachine.runInNewContext('Object.getOwnPropertyNames(globalThis)') as readonly string[]
  const real: object = process
  // Node's own code, which holds the real object, reads these when it reports an error.
  const { nextTick, versions } = process
  for (const name of Reflect.ownKeys(globalThis)) {
    if (typeof name === 'string' && !language.includes(name) && !kept.includes(name)) Reflect.deleteProperty(globalThis, name)
  }
  for (const module of reachingOut) for (const key of Reflect.ownKeys(module)) Reflect.deleteProperty(module, key)
  syncBuiltinESMExports()
  for (const key of Reflect.ownKeys(real)) Reflect.deleteProperty(real, key)
  Object.setPrototypeOf(real, emptyPrototype)
  Object.assign(real, { nextTick, versions, env: Object.freeze({}), execArgv: [] })
  Object.defineProperty(globalThis, 'process', { value: harmlessProcess, writable: false, configurable: false })
}
