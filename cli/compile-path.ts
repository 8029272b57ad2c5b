import { checkFile } from '../compiler/compile/index.ts'
import type { CompiledFile } from '../compiler/index.ts'

/** Whether a path names a graph file: one workflow, compiled before, perhaps edited by hand. */
export const isGraphPath = (path: string): boolean => path.endsWith('.json')

/** What a command works on: a script, compiled, or a graph file (`.json`), read and checked. */
export async function compilePath(path: string): Promise<CompiledFile> {
  if (!isGraphPath(path)) return checkFile(path)
  const { checkGraphFile } = await import('../compiler/graph-reader/index.ts')
  return checkGraphFile(path)
}
