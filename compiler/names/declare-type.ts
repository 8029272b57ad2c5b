import type { EnumDeclaration, TypeDeclaration } from '../../grammar/index.ts'
import type { EnumSymbol, TypeSymbol } from '../check/checked-program.ts'
import { duplicatesMessages } from '../diagnostics/duplicates-messages.ts'
import { firstOfEach } from '../diagnostics/first-of-each.ts'
import type { ModuleNames } from './module-names.ts'
import { resolveType } from './resolve-type.ts'
import { topLevelTypeScope } from './type-scope.ts'

export function declareType(declaration: TypeDeclaration, names: ModuleNames): TypeSymbol {
  const type = resolveType(declaration.type, topLevelTypeScope(names))
  return { kind: 'type', name: declaration.name.text, module: names.path, declaration, type }
}

export function declareEnum(declaration: EnumDeclaration, names: ModuleNames): EnumSymbol {
  const name = declaration.name.text
  const isFirst = firstOfEach(duplicatesMessages.duplicateMember, names.path, names.report)
  const members = declaration.members.filter(isFirst).map(({ text }) => text)
  const type = { kind: 'enum', name, id: `${names.path}#${name}`, members } as const
  return { kind: 'enum', name, module: names.path, declaration, type }
}
