import type { Parameter } from '../../grammar/index.ts'
import type { ParameterSignature } from '../check/checked-program.ts'
import { declarationsMessages } from '../diagnostics/declarations-messages.ts'
import { duplicatesMessages } from '../diagnostics/duplicates-messages.ts'
import { firstOfEach } from '../diagnostics/first-of-each.ts'
import { unknownType } from '../types/index.ts'
import type { Type } from '../types/index.ts'
import { resolveType } from './resolve-type.ts'
import { topLevelTypeScope } from './type-scope.ts'
import type { TypeScope } from './type-scope.ts'
import type { ModuleNames } from './module-names.ts'

/** The parameters of an agent or a tool: values only. `owner` is what takes them, with its article. */
export function declareValueParameters(
  parameters: readonly Parameter[],
  owner: string,
  names: ModuleNames,
): readonly ParameterSignature[] {
  const scope = topLevelTypeScope(names)
  return declareParameters(parameters, scope, (parameter, type) => {
    if (!parameter.static && type.kind !== 'agent') return type
    names.report(declarationsMessages.agentParameter, { owner }, parameter.range)
    return unknownType
  }).map((parameter) => ({ ...parameter, static: false }))
}

/** Resolves the types of parameters and reports names used twice; `check` may replace a type. */
export function declareParameters(
  parameters: readonly Parameter[],
  scope: TypeScope,
  check: (parameter: Parameter, type: Type) => Type,
): readonly ParameterSignature[] {
  const isFirst = firstOfEach(duplicatesMessages.duplicateParameter, scope.names.path, scope.names.report)
  return parameters.map((parameter) => {
    const { name } = parameter
    isFirst(name)
    const type = check(parameter, resolveType(parameter.type, scope))
    return { name: name.text, type, static: parameter.static }
  })
}
