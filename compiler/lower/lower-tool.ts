import type { ToolSymbol } from '../check/checked-program.ts'
import type { ToolId } from '../graph/index.ts'
import type { Lowering } from './lowering.ts'

export function lowerTool(lowering: Lowering, tool: ToolSymbol): ToolId {
  return lowering.tools.idOf(tool, () => ({
    name: tool.name,
    documentation: tool.declaration.documentation,
    parameters: tool.parameters.map(({ name, type }) => ({ name, type })),
    result: tool.result,
    from: tool.declaration.from.value,
    pure: tool.declaration.pure,
  }))
}
