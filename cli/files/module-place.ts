import { readFileSync } from 'node:fs'
import { isEmittedModule } from '../../compiler/emit/index.ts'

/** Why no module is written to this place, or `null`: a file that no module was written to before is never replaced. */
export function modulePlaceProblem(path: string): string | null {
  if (!/(?<!\.d)\.m?ts$/.test(path)) return `"${path}" is not the name of a TypeScript module: let it end in .ts or .mts.`
  let present: string
  try {
    present = readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return code === 'ENOENT' ? null : `${path} cannot be written (${code}).`
  }
  if (isEmittedModule(present)) return null
  return `${path} is there already, and no module that mas compile wrote. Move it away, or name another file.`
}
