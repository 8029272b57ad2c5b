import type { Name } from '../../../grammar/index.ts'
import { duplicatesMessages } from '../../diagnostics/duplicates-messages.ts'
import { firstPlace } from '../../names/module-names.ts'
import { thingText } from '../../names/thing.ts'
import type { Type } from '../../types/index.ts'
import type { Body } from '../body.ts'
import { withLocal } from '../flow/environment.ts'
import type { Environment, Local } from '../flow/environment.ts'

/** A loop's item or index as a new name; `_` introduces none. It may hide no name that has a value already. */
export function introduce(name: Name, type: Type, environment: Environment, body: Body): Environment {
  if (name.text === '_') return environment
  const outer = environment.locals.get(name.text)
  if (outer === undefined) {
    refuseHiding(name, body)
  } else {
    const related = [{ file: body.names.path, range: outer.range, message: `\`${name.text}\` gets its value here.` }]
    body.report(duplicatesMessages.hidesLocal, { name: name.text }, name.range, { related })
  }
  return withLocal(environment, newLocal('value', name, type, environment))
}

export const newLocal = (kind: Local['kind'], name: Name, type: Type, environment: Environment): Local => ({
  kind,
  name: name.text,
  type,
  range: name.range,
  eachDepth: environment.eachDepth,
  parts: [],
})

/** Reports a local name that the file declares or imports: one name has one meaning in a file. */
export function refuseHiding({ text, range }: Name, body: Body): void {
  if (body.names.placeOf(text) === null) return
  const kind = body.names.kindOf(text)
  const thing = kind === null ? 'an import' : thingText(kind)
  body.report(duplicatesMessages.hidesDeclaration, { name: text, thing }, range, { related: firstPlace(body.names, text) })
}
