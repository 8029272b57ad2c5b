import { renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Writes a file so that it is either the old one or the new one, never half of it. Throws what the file system throws; what it had
 * written under another name is removed then, so that a full disk gets its room back.
 */
export function writeWholeFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.part`
  try {
    writeFileSync(temporary, content)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
