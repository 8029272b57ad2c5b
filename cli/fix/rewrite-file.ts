import { readFileSync, realpathSync } from 'node:fs'
import { replaceFile } from '../files/replace-file.ts'

const byteOrderMark = [0xef, 0xbb, 0xbf]

/**
 * Gives a file another text, whole or not at all, unless it was changed since it held `before`. A byte order mark, the file's mode and
 * links to it stay. What went wrong, or `null`.
 */
export function rewriteFile(path: string, before: string, text: string): string | null {
  let real: string
  let bytes: Buffer
  try {
    real = realpathSync(path)
    bytes = readFileSync(real)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return `${path} cannot be written (${code})`
  }
  const mark = byteOrderMark.every((byte, index) => bytes[index] === byte) ? '\ufeff' : ''
  if (bytes.toString('utf8') !== mark + before) return `${path} was changed meanwhile, so it is left as it is`
  const problem = replaceFile(real, mark + text)
  return problem === null ? null : `${path} ${problem}`
}
