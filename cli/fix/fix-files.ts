import { createFileReader, fixSource } from '../../compiler/index.ts'
import type { Fixed } from '../../compiler/index.ts'
import { rewriteFile } from './rewrite-file.ts'

/** What was made of one file. */
export interface FixedFile {
  readonly path: string
  /** In the order that it was done in; offsets belong to the text at that time. */
  readonly fixed: readonly Fixed[]
  /** Why the file could not be written; nothing is fixed then. */
  readonly problem: string | null
}

/** Makes the fixes of the files named, and of no other; each file is written whole. */
export function fixFiles(paths: readonly string[]): readonly FixedFile[] {
  return paths.map((path) => {
    const { before, text, fixed } = fixSource(path, createFileReader())
    const problem = before === null || text === null || text === before ? null : rewriteFile(path, before, text)
    return { path, fixed: problem === null ? fixed : [], problem }
  })
}
