import { renameSync, writeFileSync } from 'node:fs'

/** Writes a file so that it is either the old one or the new one, never half of it. */
export function writeWholeFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.part`
  writeFileSync(temporary, content)
  renameSync(temporary, path)
}
