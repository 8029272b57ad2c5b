import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Writes a file that is either the old one or the whole new one; the reason where it could not be written. */
export function writeOutput(path: string, content: string): string | null {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return `${path} cannot be written: it is a folder`
  const unfinished = `${path}.${process.pid}.unfinished`
  try {
    writeFileSync(unfinished, content, { flag: 'wx' })
    renameSync(unfinished, path)
    return null
  } catch (error) {
    rmSync(unfinished, { force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return `${path} cannot be written (${code})`
  }
}
