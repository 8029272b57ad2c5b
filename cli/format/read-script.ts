import { readFileSync, realpathSync, statSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { reasonOf } from '../run/read-text-file.ts'

/** A script as it is written, a byte order mark included. */
export type ReadScript =
  /** `place`: where the file is, symbolic links followed; `null` for standard input. */
  | { readonly kind: 'ok'; readonly text: string; readonly place: string | null }
  | { readonly kind: 'error'; readonly message: string }

/** The longest script that the compiler reads, in bytes. */
const longestScript = 4_000_000

/** Reads a script that a person named. */
export function readScript(path: string): ReadScript {
  const refused = (reason: string): ReadScript => ({ kind: 'error', message: `${path} ${reason}` })
  if (!path.endsWith('.mas')) return refused('is not a .mas file')
  try {
    const place = realpathSync(path)
    const status = statSync(place)
    if (status.isDirectory()) return refused('is a folder')
    if (!status.isFile()) return refused('is not a file')
    if (status.size > longestScript) return refused(`is longer than ${longestScript} bytes`)
    return { kind: 'ok', text: decoded(readFileSync(place)), place }
  } catch (error) {
    return refused(reasonOf(error))
  }
}

/** Reads all of standard input. */
export async function readInput(input: Readable): Promise<ReadScript> {
  try {
    return { kind: 'ok', text: decoded(await buffer(input)), place: null }
  } catch (error) {
    return { kind: 'error', message: `standard input ${reasonOf(error)}` }
  }
}

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
