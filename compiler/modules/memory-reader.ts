import { importPath } from './import-path.ts'
import { readLibrary } from './library.ts'
import type { ModuleReader, ReadResult } from './module-reader.ts'

/** Reads scripts from a map of texts by path: for editors, tests and generated scripts. The library is there as well. */
export function createMemoryReader(files: ReadonlyMap<string, string>): ModuleReader {
  const find = (path: string): ReadResult => {
    const text = files.get(path)
    if (text === undefined) return { kind: 'missing', message: `There is no file \`"${path}"\`.` }
    return { kind: 'found', source: { path, text } }
  }
  return {
    read(path, from) {
      if (from === null) return find(path)
      const meaning = importPath(path, from)
      switch (meaning.kind) {
        case 'library':
          return readLibrary(meaning.name)
        case 'refused':
          return { ...meaning, kind: 'outside' }
        case 'file':
          return find(meaning.path)
      }
    },
  }
}
