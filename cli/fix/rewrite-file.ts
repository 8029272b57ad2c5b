import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

const byteOrderMark = [0xef, 0xbb, 0xbf]

/**
 * Gives a file another text, whole or not at all: it is written beside the file, which it then replaces. A byte order mark, the
 * file's mode and links to it stay. What went wrong, or `null`.
 */
export function rewriteFile(path: string, before: string, text: string): string | null {
  let unfinished: string | null = null
  try {
    const real = realpathSync(path)
    const bytes = readFileSync(real)
    const mark = byteOrderMark.every((byte, index) => bytes[index] === byte) ? '\ufeff' : ''
    if (bytes.toString('utf8') !== mark + before) return `${path} was changed meanwhile, so it is left as it is`
    const temporary = `${real}.${process.pid}.unfinished`
    writeFileSync(temporary, mark + text, { flag: 'wx', mode: statSync(real).mode })
    unfinished = temporary
    renameSync(temporary, real)
    return null
  } catch (error) {
    if (unfinished !== null) rmSync(unfinished, { force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return `${path} cannot be written${code === '' ? '' : ` (${code})`}`
  }
}
