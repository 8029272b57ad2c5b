import type { ToolDeclaration } from '../../grammar/index.ts'
import type { ToolSymbol } from '../check/checked-program.ts'
import { declarationsMessages } from '../diagnostics/declarations-messages.ts'
import { didYouMean } from '../diagnostics/nearest-name.ts'
import { declareValueParameters } from './declare-parameters.ts'
import type { ModuleNames } from './module-names.ts'
import { resolveValueType } from './resolve-type.ts'
import { topLevelTypeScope } from './type-scope.ts'

/** The tools that the runtime brings along. */
export const standardTools: readonly string[] = ['std:python', 'std:calculator', 'std:person']

export function declareTool(declaration: ToolDeclaration, names: ModuleNames): ToolSymbol {
  const parameters = declareValueParameters(declaration.parameters, 'a tool', names)
  const result = resolveValueType(declaration.result, topLevelTypeScope(names))
  checkSource(declaration, names)
  return { kind: 'tool', name: declaration.name.text, module: names.path, declaration, parameters, result }
}

/** Whether a tool may come from there: `std:NAME` of the runtime, `mcp:SERVER#NAME`, `host:NAME`. */
export function isToolSource(source: string): boolean {
  const isServerTool = /^mcp:[A-Za-z0-9_.-]+#[^\s#]+$/.test(source)
  return standardTools.includes(source) || isServerTool || /^host:[A-Za-z_][A-Za-z0-9_.-]*$/.test(source)
}

function checkSource({ from }: ToolDeclaration, names: ModuleNames): void {
  const source = from.value
  if (isToolSource(source)) return
  names.report(declarationsMessages.toolSource, { source, hint: sourceHint(source) }, from.range)
}

export function sourceHint(source: string): string {
  const standard = standardTools.map((tool) => `\`"${tool}"\``).join(', ').replace(/, ([^,]*)$/, ' and $1')
  if (source.startsWith('std:')) return didYouMean(source, standardTools) ?? `The runtime brings ${standard}.`
  if (source.startsWith('mcp:')) return 'Name a server and its tool: `"mcp:SERVER#NAME"`.'
  if (source.startsWith('host:')) return 'Name a function of the embedding program: `"host:NAME"`.'
  return `A tool comes from ${standard}, from \`"mcp:SERVER#NAME"\` or from \`"host:NAME"\`.`
}
