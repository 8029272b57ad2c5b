import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lockedDownFlags } from '../process/node-arguments.ts'
import { pyodideFolder } from '../process/pyodide-folder.ts'
import { noBoundary } from './boundary.ts'
import type { Boundary } from './boundary.ts'
import { possibleBoundaries } from './possible-boundaries.ts'

const LONGEST_TRIAL_MILLISECONDS = 20_000

const folders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/run/current-system/sw/bin']

let detected: Promise<Boundary> | null = null

/** The strongest boundary that this system permits. It is tried once, with a process that reads what Python will need. */
export function detectBoundary(): Promise<Boundary> {
  detected ??= process.platform === 'linux' ? firstThatWorks() : Promise.resolve(noBoundary)
  return detected
}

async function firstThatWorks(): Promise<Boundary> {
  const programs = { setpriv: find('setpriv'), unshare: find('unshare'), prlimit: find('prlimit') }
  for (const boundary of possibleBoundaries(programs, process.getuid?.() === 0)) {
    if (boundary.wrapper.length > 0 && (await works(boundary))) return boundary
  }
  return noBoundary
}

const find = (program: string): string | null =>
  folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null

function works({ wrapper }: Boundary): Promise<boolean> {
  const [program = '', ...rest] = wrapper
  const read = `require('node:fs').readFileSync(${JSON.stringify(`${pyodideFolder()}package.json`)})`
  const trial = [...rest, process.execPath, ...lockedDownFlags(pyodideFolder(), 64), '--eval', read]
  return new Promise((resolve) => {
    execFile(program, trial, { env: {}, cwd: '/', timeout: LONGEST_TRIAL_MILLISECONDS }, (error) => {
      resolve(error === null)
    })
  })
}
