import { tmpdir } from 'node:os'
import type { Boundary } from './boundary/index.ts'
import { namelessFile } from './process/nameless-file.ts'
import { pyodideFolder } from './process/pyodide-folder.ts'
import { PythonProcess } from './process/python-process.ts'
import { startFailure } from './start-failure.ts'
import { LONGEST_START_SECONDS, residentLimit } from './process/start-limits.ts'

/** Python's memory once it is loaded: about 30 MiB. */
const LARGEST_SNAPSHOT = 128 * 1024 * 1024
const MEMORY_MEGABYTES = 256

export type SnapshotOutcome =
  | { readonly kind: 'ok'; readonly descriptor: number }
  | { readonly kind: 'failed'; readonly message: string }

let made: Promise<SnapshotOutcome> | null = null

/**
 * An open file with the memory of a Python that has just been loaded: a process restores it in a fraction of the time that
 * loading takes. Made when it is first needed, by a process that is locked down and runs no foreign code; then kept for as
 * long as this program runs. A failure is not kept.
 */
export function pythonSnapshot(boundary: Boundary): Promise<SnapshotOutcome> {
  made ??= makeSnapshot(boundary).then((outcome) => {
    if (outcome.kind === 'failed') made = null
    return outcome
  })
  return made
}

async function makeSnapshot(boundary: Boundary): Promise<SnapshotOutcome> {
  const maker = new PythonProcess({
    boundary,
    setup: { kind: 'make_snapshot', pyodideFolder: pyodideFolder() },
    files: [],
    memoryMegabytes: MEMORY_MEGABYTES,
    outputBytes: LARGEST_SNAPSHOT,
  })
  const verdict = await maker.next({
    seconds: LONGEST_START_SECONDS,
    residentBytes: residentLimit(MEMORY_MEGABYTES),
    signal: null,
  })
  const { printed, complaints } = await maker.end()
  if (verdict.kind !== 'said' || verdict.message.kind !== 'returned') {
    return { kind: 'failed', message: startFailure(verdict, complaints) }
  }
  try {
    return { kind: 'ok', descriptor: await namelessFile(printed) }
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return { kind: 'failed', message: `Python could not be started: its memory cannot be kept in ${tmpdir()} (${why})` }
  }
}
