import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { emitModule } from '../../../compiler/emit/index.ts'
import type { CompiledFile, Graph } from '../../../compiler/index.ts'
import type { emitted } from '../../../runtime/index.ts'

export type EmittedWorkflow = (inputs: object, settings: emitted.ModuleSettings) => Promise<emitted.ModuleResult<unknown>>

/** The graphs of a file's workflows. */
export const graphsOf = (compiled: CompiledFile): readonly Graph[] =>
  compiled.workflows.flatMap((workflow) => (workflow.compiled.kind === 'graph' ? [workflow.compiled.graph] : []))

/** The module of a file's workflows. */
export const moduleOf = (compiled: CompiledFile, graphs = graphsOf(compiled)): Promise<string> =>
  emitModule(compiled, graphs, { version: '0.0.0', command: 'mas compile' })

/** Loads the text of a module over this checkout's runtime; answers with what it exports. */
export async function loadModule(text: string): Promise<Readonly<Record<string, EmittedWorkflow>>> {
  const folder = mkdtempSync(join(tmpdir(), 'mas-emitted-'))
  try {
    const path = join(folder, 'module.ts')
    writeFileSync(path, text.replaceAll("'maslang/runtime'", JSON.stringify(pathToFileURL(resolve('runtime/index.ts')).href)))
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Readonly<Record<string, EmittedWorkflow>>
  } finally {
    rmSync(folder, { recursive: true })
  }
}
