import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, relative, resolve, isAbsolute, sep } from 'node:path'
import { importPath } from './import-path.ts'
import { readLibrary } from './library.ts'
import type { ModuleReader, ReadResult } from './module-reader.ts'

export interface FileReaderOptions {
  /** A folder whose files may be imported besides those beside and below the entry file. */
  readonly root?: string
}

/** A script longer than this is not read. */
const longestFile = 4_000_000

/**
 * Reads scripts from the disk. An import reaches only `.mas` files in the entry file's folder or below it, or in
 * `options.root`; symbolic links count by where they lead. The library ships with the compiler.
 */
export function createFileReader(options: FileReaderOptions = {}): ModuleReader {
  let roots: readonly string[] = []
  return {
    read(path, from) {
      if (from === null) {
        roots = [dirname(resolve(path)), ...(options.root === undefined ? [] : [resolve(options.root)])]
        return readScript(path, null)
      }
      const meaning = importPath(path, from)
      switch (meaning.kind) {
        case 'library':
          return readLibrary(meaning.name)
        case 'refused':
          return { ...meaning, kind: 'outside' }
        case 'file':
          return readScript(meaning.path, roots)
      }
    },
  }
}

function readScript(path: string, roots: readonly string[] | null): ReadResult {
  const shown = `\`"${path}"\``
  if (!path.endsWith('.mas')) return { kind: 'outside', message: `${shown} is not a \`.mas\` file.` }
  const outside: ReadResult = {
    kind: 'outside',
    message: `${shown} is outside the folder of the file that is compiled.`,
    hint: 'Move it beside that file, or below.',
  }
  if (roots !== null && !roots.some((root) => isInside(resolve(path), root))) return outside
  try {
    const real = realpathSync(path)
    if (roots !== null && !roots.some((root) => isInside(real, realpathSync(root)))) return outside
    const status = statSync(real)
    if (!status.isFile()) return { kind: 'unreadable', message: `${shown} is not a file.` }
    if (status.size > longestFile) return { kind: 'unreadable', message: `${shown} is longer than ${longestFile} bytes.` }
    return { kind: 'found', source: { path, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(real)) } }
  } catch (error) {
    return failure(shown, error)
  }
}

function failure(shown: string, error: unknown): ReadResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing', message: `There is no file ${shown}.` }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { kind: 'unreadable', message: `${shown} is not UTF-8 text.` }
  return { kind: 'unreadable', message: `${shown} cannot be read${code === '' ? '' : ` (${code})`}.` }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
