import type { Name } from '../../grammar/index.ts'
import { agentCalls, calmExpressions } from './ground.ts'
import type { Ground } from './ground.ts'
import { inserted, replaced } from './mistake.ts'
import type { Mistake } from './mistake.ts'

/** The last two characters the other way round. */
const swapped = (name: string): string => `${name.slice(0, -2)}${name.at(-1) ?? ''}${name.at(-2) ?? ''}`

/** Names that stand for a value, and not before a bracket as what is called. */
function valueNames(ground: Ground) {
  const callees = new Set(ground.expressions.map((one) => (one.kind === 'call' ? one.callee : null)))
  return calmExpressions(ground).filter((one) => one.kind === 'name_expression').filter((one) => !callees.has(one))
}

/** Names behind a point: of the members of an enum, or of fields. */
function membersOf(ground: Ground, ofEnum: boolean): readonly Name[] {
  const enums = new Set(ground.file.declarations.flatMap(({ kind, name }) => (kind === 'enum' ? [name.text] : [])))
  return calmExpressions(ground).flatMap((one) => {
    if (one.kind !== 'member') return []
    return (one.object.kind === 'name_expression' && enums.has(one.object.name)) === ofEnum ? [one.field] : []
  })
}

/** Names that are changed, so that they name nothing, or something else. */
export const changedNames: readonly Mistake[] = [
  {
    name: 'a misspelt value',
    code: 'MAS2001',
    sites: (ground) =>
      valueNames(ground)
        .filter(({ name }) => name.length > 3 && swapped(name) !== name)
        .map(({ range, name }) => replaced(range, `«${swapped(name)}»`)),
  },
  {
    name: 'a name of nothing',
    code: 'MAS2001',
    sites: (ground) => valueNames(ground).map(({ range }) => replaced(range, '«elephantine»')),
  },
  {
    name: 'a type of another language',
    code: 'MAS2002',
    sites: ({ workflow }) =>
      workflow.parameters.flatMap(({ type }) =>
        type.kind === 'named_type' && type.name === 'string' ? [replaced(type.range, '«str»')] : [],
      ),
  },
  {
    name: 'a misspelt agent',
    code: 'MAS2003',
    sites: (ground) => agentCalls(ground).map(({ call, name }) => replaced(call.callee.range, `«${swapped(name)}»`)),
  },
  {
    name: 'an unknown field',
    code: 'MAS2006',
    sites: (ground) => membersOf(ground, false).map(({ range, text }) => replaced(range, `«${swapped(text)}»`)),
  },
  {
    name: 'an unknown member',
    code: 'MAS2007',
    sites: (ground) => membersOf(ground, true).map(({ range, text }) => replaced(range, `«${swapped(text)}»`)),
  },
  {
    name: 'a duplicate declaration',
    code: 'MAS2201',
    sites: ({ text, file }) => file.declarations.map(({ name }) => inserted(text.length, `\nenum «${name.text}» { again }\n`)),
  },
  {
    name: 'a static parameter of main',
    code: 'MAS3503',
    sites: ({ text, workflow }) => {
      const open = text.indexOf('(', workflow.name.range.end) + 1
      const comma = workflow.parameters.length === 0 ? '' : ', '
      return workflow.name.text === 'main' ? [inserted(open, `«static planted: int»${comma}`)] : []
    },
  },
]
