import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

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
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT' && !existsSync(dirname(path))) return `${path} cannot be written: there is no folder ${dirname(path)}.`
    return `${path} cannot be written (${code}).`
  }
}
