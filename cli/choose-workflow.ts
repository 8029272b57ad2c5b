import type { CompiledFile, Graph } from '../compiler/index.ts'
import { nameHint } from '../runtime/configuration/index.ts'
import { isGraphPath } from './compile-path.ts'

export type ChosenWorkflow = { readonly kind: 'ok'; readonly graph: Graph } | { readonly kind: 'error'; readonly message: string }

/** The graph of the workflow that was asked for; where none was, that of `main`, or of a graph file. */
export function chooseWorkflow(compiled: CompiledFile, asked: string | undefined): ChosenWorkflow {
  const only = isGraphPath(compiled.path) ? compiled.workflows[0]?.name : undefined
  const name = asked ?? only ?? 'main'
  const workflow = compiled.workflows.find((candidate) => candidate.name === name)
  const runnable = compiled.workflows
    .filter((candidate) => candidate.compiled.kind === 'graph')
    .map((candidate) => candidate.name)
  if (workflow === undefined) {
    if (runnable.length === 0)
      return { kind: 'error', message: `${compiled.path} has no workflow "${name}", and none that can run by itself.` }
    const hint = nameHint(name, runnable)
    return { kind: 'error', message: `${compiled.path} has no workflow "${name}".${hint} Choose one with --workflow NAME.` }
  }
  switch (workflow.compiled.kind) {
    case 'graph':
      return { kind: 'ok', graph: workflow.compiled.graph }
    case 'generic':
      return {
        kind: 'error',
        message: `The workflow "${name}" takes agents, types or static numbers: it runs only where another workflow calls it.`,
      }
    case 'broken':
      return { kind: 'error', message: `The workflow "${name}" has errors.` }
  }
}
