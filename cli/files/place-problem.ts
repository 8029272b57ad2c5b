import { rmSync, statSync, writeFileSync } from 'node:fs'
import { unwritten } from './unwritten.ts'

/**
 * Why no file can be put into a place, or `null`: for what is written only after something was spent. It is tried, with an
 * empty file beside it that is removed again.
 */
export function placeProblem(path: string): string | null {
  const trial = `${path}.${process.pid}.trial`
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return `${path} cannot be written: it is a folder.`
    writeFileSync(trial, '')
    rmSync(trial)
    return null
  } catch (error) {
    return unwritten(path, error)
  }
}
