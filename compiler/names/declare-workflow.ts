import type { Parameter, WorkflowDeclaration } from '../../grammar/index.ts'
import type { WorkflowSymbol } from '../check/checked-program.ts'
import { declarationsMessages } from '../diagnostics/declarations-messages.ts'
import { duplicatesMessages } from '../diagnostics/duplicates-messages.ts'
import { firstOfEach } from '../diagnostics/first-of-each.ts'
import { replacing } from '../fixes/edits.ts'
import { intType, someType, typeText } from '../types/index.ts'
import type { Type } from '../types/index.ts'
import { declareParameters } from './declare-parameters.ts'
import { firstPlace } from './module-names.ts'
import type { ModuleNames } from './module-names.ts'
import { resolveValueType } from './resolve-type.ts'
import { thingText } from './thing.ts'
import type { TypeScope } from './type-scope.ts'

/** What names in the types of the workflow's signature and body stand for. */
export function workflowTypeScope(declaration: WorkflowDeclaration, names: ModuleNames): TypeScope {
  return {
    names,
    typeParameters: new Set(declaration.typeParameters.map((name) => name.text)),
    statics: new Set(declaration.parameters.filter((parameter) => parameter.static).map((parameter) => parameter.name.text)),
  }
}

export function declareWorkflow(declaration: WorkflowDeclaration, names: ModuleNames): WorkflowSymbol {
  checkTypeParameters(declaration, names)
  const scope = workflowTypeScope(declaration, names)
  const parameters = declareParameters(declaration.parameters, scope, (parameter, type) => checkStatic(parameter, type, names))
  const result = resolveValueType(declaration.result, scope)
  const typeParameters = declaration.typeParameters.map((name) => name.text)
  const name = declaration.name.text
  const symbol: WorkflowSymbol = { kind: 'workflow', name, module: names.path, declaration, typeParameters, parameters, result }
  checkInferable(symbol, names)
  if (name === 'main') checkMain(symbol, names)
  return symbol
}

function checkTypeParameters(declaration: WorkflowDeclaration, names: ModuleNames): void {
  const isFirst = firstOfEach(duplicatesMessages.duplicateTypeParameter, names.path, names.report)
  for (const name of declaration.typeParameters) {
    isFirst(name)
    const { text, range } = name
    const kind = names.kindOf(text)
    if (kind === null) continue
    names.report(duplicatesMessages.hidesDeclaration, { name: text, thing: thingText(kind) }, range, { related: firstPlace(names, text) })
  }
}

function checkStatic(parameter: Parameter, type: Type, names: ModuleNames): Type {
  if (!parameter.static || type.kind === 'int' || type.kind === 'unknown') return type
  const actual = typeText(type)
  names.report(declarationsMessages.staticNotInteger, { name: parameter.name.text, actual }, parameter.type.range, {
    fix: replacing(parameter.type.range, 'int'),
  })
  return intType
}

function checkInferable({ declaration, parameters }: WorkflowSymbol, names: ModuleNames): void {
  if (parameters.some((parameter) => parameter.type.kind === 'unknown')) return
  for (const { text, range } of declaration.typeParameters) {
    const mentions = (type: Type): boolean => someType(type, (inner) => inner.kind === 'parameter' && inner.name === text)
    if (parameters.some((parameter) => mentions(parameter.type))) continue
    names.report(declarationsMessages.typeParameterUnused, { name: text }, range)
  }
}

/** `main` is called with values from outside. */
function checkMain({ declaration, parameters }: WorkflowSymbol, names: ModuleNames): void {
  const [typeParameter] = declaration.typeParameters
  if (typeParameter !== undefined) {
    names.report(declarationsMessages.mainParameters, { has: 'type parameters' }, typeParameter.range)
  }
  declaration.parameters.forEach((parameter, position) => {
    const isAgent = parameters[position]?.type.kind === 'agent'
    if (!parameter.static && !isAgent) return
    const has = isAgent ? 'agent parameters' : 'static parameters'
    names.report(declarationsMessages.mainParameters, { has }, parameter.range)
  })
}
