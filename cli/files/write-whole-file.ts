import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { unwritten } from './unwritten.ts'

/** Writes a file under a temporary name and puts it into its place; what went wrong where that cannot be done, else `null`. */
export function writeWholeFile(path: string, content: string | Uint8Array): string | null {
  const temporary = `${path}.${process.pid}.unfinished`
  let isOurs = false
  try {
    writeFileSync(temporary, content, { flag: 'wx' })
    isOurs = true
    renameSync(temporary, path)
    return null
  } catch (error) {
    if (isOurs) rmSync(temporary, { force: true })
    return unwritten(path, error)
  }
}
