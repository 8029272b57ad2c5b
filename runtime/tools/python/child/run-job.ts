import type { PyodideAPI } from 'pyodide'
import type { PyCallable } from 'pyodide/ffi'
import type { ChildMessage, Job } from './protocol.ts'
import { standardError } from './standard-error.ts'

const LONGEST_MESSAGE = 4_000

/** Runs the code, and tells how it ended. */
export async function runJob(pyodide: PyodideAPI, { code, seed }: Job): Promise<ChildMessage> {
  const run = pyodide.globals.get('run_job') as PyCallable
  try {
    // "Promising" lets Python wait, so that asyncio.run and time.sleep work.
    const raised: unknown = await run.callPromising(code, seed)
    const wrote = { standardError: standardError() }
    return raised === undefined ? { kind: 'returned', ...wrote } : { kind: 'raised', message: shortened(String(raised)), ...wrote }
  } catch (error) {
    return { kind: 'broken', message: shortened(error instanceof Error ? error.message : String(error)) }
  }
}

/** The end of a text: in a traceback, what went wrong stands last. */
const shortened = (text: string): string => (text.length <= LONGEST_MESSAGE ? text : `…${text.slice(-LONGEST_MESSAGE)}`)
