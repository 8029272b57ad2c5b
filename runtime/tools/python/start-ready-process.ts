import { closeSync } from 'node:fs'
import type { Boundary } from './boundary/index.ts'
import { openWheels } from './process/open-wheels.ts'
import { pyodideFolder } from './process/pyodide-folder.ts'
import { PythonProcess } from './process/python-process.ts'
import type { PythonSettings } from './python-settings.ts'
import { pythonSnapshot } from './python-snapshot.ts'
import { startFailure } from './start-failure.ts'
import { LONGEST_START_SECONDS, residentLimit } from './process/start-limits.ts'

export type ReadyProcess =
  | { readonly kind: 'ok'; readonly process: PythonProcess }
  | { readonly kind: 'failed'; readonly message: string }

/** Starts a process that has Python loaded, is locked down and waits for its one job. */
export async function startReadyProcess(settings: PythonSettings, boundary: Boundary): Promise<ReadyProcess> {
  const snapshot = await pythonSnapshot(boundary)
  if (snapshot.kind === 'failed') return snapshot
  const wheels = openWheels(settings.wheels)
  if (wheels.kind === 'failed') return wheels
  const starting = new PythonProcess({
    boundary,
    setup: { kind: 'run_job', pyodideFolder: pyodideFolder(), wheels: wheels.descriptors.length },
    files: [snapshot.descriptor, ...wheels.descriptors],
    memoryMegabytes: settings.memoryMegabytes,
    outputBytes: settings.outputBytes,
  })
  wheels.descriptors.forEach(closeSync)
  const limits = { seconds: LONGEST_START_SECONDS, residentBytes: residentLimit(settings.memoryMegabytes), signal: null }
  const verdict = await starting.next(limits)
  if (verdict.kind === 'said' && verdict.message.kind === 'ready') return { kind: 'ok', process: starting }
  const { complaints } = await starting.end()
  return { kind: 'failed', message: startFailure(verdict, complaints) }
}
