import type { EnumDeclaration, TypeDeclaration } from '../../grammar/index.ts'
import type { EnumSymbol, TypeSymbol } from '../check/checked-program.ts'
import { duplicatesMessages } from '../diagnostics/duplicates-messages.ts'
import type { ModuleNames } from './module-names.ts'
import { resolveType } from './resolve-type.ts'
import { topLevelTypeScope } from './type-scope.ts'

export function declareType(declaration: TypeDeclaration, names: ModuleNames): TypeSymbol {
  const type = resolveType(declaration.type, topLevelTypeScope(names))
  return { kind: 'type', name: declaration.name.text, module: names.path, declaration, type }
}

export function declareEnum(declaration: EnumDeclaration, names: ModuleNames): EnumSymbol {
  const name = declaration.name.text
  const members = new Set<string>()
  for (const member of declaration.members) {
    if (members.has(member.text)) names.report(duplicatesMessages.duplicateMember, { name: member.text }, member.range)
    members.add(member.text)
  }
  const type = { kind: 'enum', name, id: `${names.path}#${name}`, members: [...members] } as const
  return { kind: 'enum', name, module: names.path, declaration, type }
}
