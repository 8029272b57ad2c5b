import { writeSync } from './file-functions.ts'
import { loadPython } from './load-python.ts'
import { lockDown } from './lock-down.ts'
import { installPlainConsole } from './plain-console.ts'
import { descriptors } from './protocol.ts'
import type { ChildMessage, ChildSetup, Job } from './protocol.ts'
import { pythonRunner } from './python-runner.ts'
import { readStreamOf } from './read-descriptor.ts'
import { runJob } from './run-job.ts'
import { unpackWheels } from './unpack-wheels.ts'

// The program of the process that runs Python. It serves one job and is then killed.
installPlainConsole()
const setup = JSON.parse(process.argv[2] ?? '') as ChildSetup
try {
  switch (setup.kind) {
    case 'make_snapshot':
      await makeSnapshot(setup.pyodideFolder)
      break
    case 'run_job':
      await serve(setup.pyodideFolder, setup.wheels)
  }
} catch (error) {
  say({ kind: 'broken', message: error instanceof Error ? error.message.slice(-1000) : String(error) })
}

async function makeSnapshot(pyodideFolder: string): Promise<void> {
  const pyodide = await loadPython(pyodideFolder, 'kept')
  pyodide.runPython(pythonRunner)
  const memory = pyodide.makeMemorySnapshot()
  for (let written = 0; written < memory.length;) written += writeSync(descriptors.printed, memory, written)
  say({ kind: 'returned', standardError: '' })
}

async function serve(pyodideFolder: string, wheels: number): Promise<void> {
  const pyodide = await loadPython(pyodideFolder, 'restored')
  unpackWheels(pyodide, wheels)
  lockDown()
  say({ kind: 'ready' })
  say(await runJob(pyodide, JSON.parse(readStreamOf(descriptors.job)) as Job))
}

function say(message: ChildMessage): void {
  writeSync(descriptors.messages, `${JSON.stringify(message)}\n`)
}
