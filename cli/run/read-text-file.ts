import { readFileSync } from 'node:fs'

export type ReadText = { readonly kind: 'ok'; readonly text: string } | { readonly kind: 'error'; readonly message: string }

/** A file that a person named. */
export function readTextFile(path: string): ReadText {
  try {
    return { kind: 'ok', text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) }
  } catch (error) {
    return { kind: 'error', message: `${path} ${reasonOf(error)}` }
  }
}

/** Why something could not be read, to be said behind its name. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'does not exist'
    case 'EISDIR':
      return 'is a folder'
    case 'EACCES':
    case 'EPERM':
      return 'may not be read'
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'is not UTF-8 text'
    default:
      return `cannot be read (${code === '' ? String(error) : code})`
  }
}
