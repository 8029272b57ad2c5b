import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'

/**
 * Puts another text into a file, all of it or nothing: it is written beside the file under a name of its own, which then takes
 * the file's place. The file's permissions stay. Gives the reason where that could not be done; the file is untouched then.
 */
export function replaceFile(path: string, text: string): string | null {
  const unfinished = `${path}.${process.pid}.unfinished`
  let isOpened = false
  try {
    accessSync(path, constants.W_OK)
    const descriptor = openSync(unfinished, 'wx')
    isOpened = true
    try {
      fchmodSync(descriptor, statSync(path).mode)
      writeFileSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(unfinished, path)
    return null
  } catch (error) {
    if (isOpened) rmSync(unfinished, { force: true })
    return `cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`
  }
}
