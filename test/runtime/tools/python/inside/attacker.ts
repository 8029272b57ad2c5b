// Foreign JavaScript in the process that runs Python: what if an attempt got that far? It holds what it could only have taken
// before the process was locked down, and tries what is left of it. One line for each way out: its name and what came of it.
import childProcess from 'node:child_process'
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import fileSystem from 'node:fs'
import { request } from 'node:http'
import inspector from 'node:inspector'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import virtualMachine from 'node:vm'
import { writeHeapSnapshot } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { lockDown } from '../../../../../runtime/tools/python/child/lock-down.ts'
import { installPlainConsole } from '../../../../../runtime/tools/python/child/plain-console.ts'

const { canary, folder, port } = JSON.parse(process.argv[2] ?? '') as { canary: string; folder: string; port: number }
const { fork, spawnSync } = childProcess
const { readFileSync, readdirSync, symlinkSync, writeFileSync, writeSync } = fileSystem
const { runInThisContext } = virtualMachine
const { dlopen, getBuiltinModule, chdir, execve } = process
const { fetch, global: everything } = globalThis
const require = createRequire(import.meta.url)
const program = fileURLToPath(import.meta.url)
const real = process

installPlainConsole()
lockDown()
// Some ways warn first that they are experimental: nothing else is to stop them.
Object.assign(real, { emitWarning: () => undefined })

const ways: Readonly<Record<string, () => unknown>> = {
  'reading a file': () => readFileSync(canary, 'utf8'),
  'reading its own program': () => readFileSync(program, 'utf8'),
  'listing a folder': () => readdirSync('/'),
  'writing a file': () => {
    writeFileSync(`${folder}/a`, 'x')
  },
  'making a link': () => {
    symlinkSync(canary, `${folder}/b`)
  },
  'writing the heap': () => writeHeapSnapshot(`${folder}/c.heapsnapshot`),
  'starting a program': () => {
    const { error } = spawnSync('id')
    if (error !== undefined) throw error
  },
  forking: () => fork(program),
  'replacing itself': () => {
    if (execve === undefined) throw new Error('this Node has none')
    execve('/usr/bin/id', ['id'], {})
  },
  'starting a thread': () => new Worker('1', { eval: true }),
  'opening the inspector': () => {
    inspector.open(0, '127.0.0.1')
  },
  'inspecting itself': () => {
    const session = new inspector.Session()
    session.connect()
  },
  'a native addon': () => {
    dlopen({ exports: {} }, `${folder}/x.node`)
  },
  connecting: () => settled(connect(port, '127.0.0.1'), 'connect'),
  'sending a datagram': () =>
    new Promise((resolve, reject) => {
      createSocket('udp4')
        .on('error', reject)
        .send('x', port, '127.0.0.1', (error) => {
          if (error === null) resolve(null)
          else reject(error)
        })
    }),
  'asking for a name': () => lookup('localhost'),
  'an HTTP request': () => settled(request({ port, host: '127.0.0.1' }).end() as never, 'response'),
  fetch: () => fetch(`http://127.0.0.1:${port}/`),
  'importing a module of Node': () => import('node:os'),
  'importing one that is loaded': () => import('node:fs'),
  'importing from data': () => import('data:text/javascript,export default 1' as string),
  'requiring a module of Node': () => require('node:os') as unknown,
  'requiring sqlite': () => require('node:sqlite') as unknown,
  'sqlite past every hook': () => {
    const { DatabaseSync } = getBuiltinModule('node:sqlite')
    new DatabaseSync(`${folder}/d.sqlite`).exec('create table t (x)')
  },
  'WASI past every hook': () => new (getBuiltinModule('node:wasi').WASI)({ version: 'preview1', preopens: { '/': '/' } }),
  'code from a text': () => (0, everything.eval)('1') as unknown,
  'a function from a text': () => Reflect.construct(Function, ['return 1']) as unknown,
  'an async function from a text': () => Reflect.construct((async () => {}).constructor, ['return 1']) as unknown,
  'global objects of Node': () =>
    demand(globalThis, ['fetch', 'WebSocket', 'Worker', 'Buffer', 'navigator', 'require', 'global']),
  process: () => demand(globalThis.process, ['kill', 'binding', 'getBuiltinModule', 'dlopen', 'stdout', 'mainModule', 'emit']),
  'the real process': () =>
    demand(real, [
      'kill',
      '_kill',
      'getBuiltinModule',
      'dlopen',
      'send',
      '_linkedBinding',
      '_debugProcess',
      'stdin',
      'report',
      'execve',
    ]),
  'changing its folder': () => {
    chdir(folder)
    throw new Error('a folder of its own is no way out')
  },
  'code in this context': () => {
    if (typeof runInThisContext('1') === 'number' && !('process' in globalThis)) return
    throw new Error('it reaches what there is anyway')
  },
}

for (const [name, way] of Object.entries(ways)) {
  let end = 'REACHED'
  try {
    await way()
  } catch (error) {
    end = `refused: ${error instanceof Error ? `${'code' in error ? String(error.code) : ''} ${error.message}` : 'for no reason'}`
  }
  writeSync(1, `${name}: ${end.slice(0, 200)}\n`)
}

function settled(emitter: NodeJS.EventEmitter, event: string): Promise<unknown> {
  return new Promise((resolve, reject) => emitter.on('error', reject).on(event, resolve))
}

function demand(object: object, names: readonly string[]): readonly string[] {
  const found = names.filter((name) => Reflect.get(object, name) !== undefined)
  if (found.length === 0) throw new Error('nothing is left of it')
  return found
}
