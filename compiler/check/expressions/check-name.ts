import type { NameExpression } from '../../../grammar/index.ts'
import { builtins } from '../../builtins/index.ts'
import { didYouMean } from '../../diagnostics/nearest-name.ts'
import { namesMessages } from '../../diagnostics/names-messages.ts'
import { replacing } from '../../fixes/edits.ts'
import { foreignWord } from '../../fixes/foreign-word.ts'
import { misspeltName } from '../../fixes/misspelt-name.ts'
import { valueHabit, valueWord } from '../../names/habits.ts'
import { thingText } from '../../names/thing.ts'
import { unknownType } from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import type { DeclaredSymbol } from '../checked-program.ts'
import { localsOf } from '../flow/environment.ts'
import type { Environment, Local } from '../flow/environment.ts'

/** A name in the place of a value. */
export function checkName({ name, range }: NameExpression, environment: Environment, body: Body): Type {
  const local = environment.locals.get(name)
  if (local !== undefined) return localType(local, environment, body, range)
  if (name === '_') {
    body.report(namesMessages.discardedName, {}, range)
    return unknownType
  }
  const gone = environment.outOfReach.get(name)
  const meaning = body.names.lookUp(name)
  if (meaning === 'silent') return unknownType
  if (meaning === null && body.reported.has(name)) return unknownType
  if (meaning === null) body.reported.add(name)
  if (meaning !== null) {
    body.report(namesMessages.notAValue, { name, thing: thingText(meaning.kind), hint: valueHint(meaning) }, range)
  } else if (gone !== undefined) {
    body.report(namesMessages.nameOutOfReach, { name, ...gone }, range)
  } else {
    reportUnknown(name, environment, body, range)
  }
  return unknownType
}

function localType(local: Local, environment: Environment, body: Body, range: NameExpression['range']): Type {
  const { name } = local
  body.read.add(local)
  if (local.kind !== 'agent') return environment.narrowed.get(name) ?? local.type
  const hint = `Call it, as in \`${name}(…)\`, or pass it where an agent is asked for.`
  body.report(namesMessages.notAValue, { name, thing: 'an agent', hint }, range)
  return unknownType
}

function reportUnknown(name: string, environment: Environment, body: Body, range: NameExpression['range']): void {
  const builtin = builtins.get(name)
  if (builtin !== undefined) {
    body.report(namesMessages.builtinAsValue, { name, hint: `It is called as \`${builtin.usage}\`.` }, range)
    return
  }
  const values = [...localsOf('value', environment), ...localsOf('static', environment)]
  const meant = didYouMean(name, values)
  const enums = meant === null ? enumsWith(name, body) : []
  const [member] = enums.map((one) => `${one}.${name}`)
  const hint = valueHabit(name) ?? meant ?? (member === undefined ? null : `Did you mean \`${member}\`?`)
  const qualified = member !== undefined && enums.length === 1 ? replacing(range, member) : null
  const fix = foreignWord(range, valueWord(name)) ?? misspeltName(name, range, values) ?? qualified
  body.report(namesMessages.unknownName, { name, hint }, range, { fix })
}

/** The enums that have a member of the name, which was written without its enum. */
function enumsWith(name: string, body: Body): readonly string[] {
  return body.names.namesOf('enum').filter((candidate) => {
    const symbol = body.names.peek(candidate)
    return symbol !== null && symbol !== 'silent' && symbol.kind === 'enum' && symbol.type.members.includes(name)
  })
}

function valueHint({ kind, name }: DeclaredSymbol): string | null {
  switch (kind) {
    case 'agent':
    case 'workflow':
      return `Call it, as in \`${name}(…)\`, or pass it where an agent is asked for.`
    case 'tool':
      return `Call it, as in \`${name}(…)\`.`
    case 'enum':
      return `Its values are written \`${name}.member\`.`
    case 'type':
      return null
  }
}
