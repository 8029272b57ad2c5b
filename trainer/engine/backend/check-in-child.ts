import { execFile } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BackendName } from './backend-name.ts'
import type { SelfCheck } from './self-check.ts'

/** Loading a native library and one small step take seconds at most; what takes longer hangs. */
const defaultTimeLimit = 60_000

/**
 * Runs the self-check of a backend in a child process: a crash there, or a hang (`timeLimit` in milliseconds), is a failed
 * check here.
 */
export async function checkInChild(backend: BackendName, timeLimit: number = defaultTimeLimit): Promise<SelfCheck> {
  // Beside this file, and compiled or not as this file is.
  const program = fileURLToPath(new URL(`./self-check-main${extname(import.meta.url)}`, import.meta.url))
  const options = { timeout: timeLimit, killSignal: 'SIGKILL', env: childEnvironment(), windowsHide: true } as const
  return await new Promise((resolve) => {
    execFile(process.execPath, [program, backend], options, (error, output) => {
      if (error === null) return resolve(readResult(output))
      const reason = error.killed === true ? 'it does not finish' : `its process ends with ${error.signal ?? error.code}`
      resolve({ kind: 'failed', reason })
    })
  })
}

/** Nothing of the parent's environment but what finds libraries: no secret reaches the child. */
function childEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '', LD_LIBRARY_PATH = '' } = process.env
  return { PATH, LD_LIBRARY_PATH, TF_CPP_MIN_LOG_LEVEL: '3' }
}

function readResult(output: string): SelfCheck {
  const line = output.trim().split('\n').at(-1) ?? ''
  try {
    const parsed: unknown = JSON.parse(line)
    if (typeof parsed === 'object' && parsed !== null && 'kind' in parsed) {
      if (parsed.kind === 'passed') return { kind: 'passed' }
      if ('reason' in parsed && typeof parsed.reason === 'string') return { kind: 'failed', reason: parsed.reason }
    }
  } catch {
    // Told below: whatever it printed, it is no result.
  }
  return { kind: 'failed', reason: 'it prints no result' }
}
