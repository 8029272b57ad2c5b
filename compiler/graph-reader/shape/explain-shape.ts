import type { ErrorObject } from 'ajv'
import { likelyMeant } from '../likely-meant.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { shownName, shownNames, shownValue } from '../shown.ts'
import { expectedType, patternMeanings } from './expected.ts'

/** What the schema found, in the project's own words: what is there, what was expected, what to write. */
export function explainShape(part: string, error: ErrorObject, problems: ProblemList): void {
  const place = `${part}${error.instancePath}`
  const add = (at: string, message: string, remedy: string | null = null): void => {
    problems.add('shape', at, message, remedy)
  }
  const noField = (name: string, remedy: string | null): void => {
    problems.add('shape', pointerTo(place, name), `There is no field ${shownName(name)} here.`, remedy, 'name')
  }
  const { keyword, data } = error
  const params = error.params as Readonly<Record<string, unknown>>
  switch (keyword) {
    case 'required': {
      const name = String(params.missingProperty)
      const kinds = kindsOf(error)
      if (kinds.length > 0) return add(place, `The field ${shownName(name)} is missing.`, `The kinds are ${shownNames(kinds)}.`)
      const fields = fieldsOf(error)
      const misspelt = Object.keys(Object(data)).find((key) => !fields.includes(key) && likelyMeant(key, [name]) !== null)
      if (misspelt !== undefined) return noField(misspelt, likelyMeant(misspelt, [name]))
      return add(place, `The field ${shownName(name)} is missing.`, `The fields are ${shownNames(fields)}.`)
    }
    case 'additionalProperties': {
      const name = String(params.additionalProperty)
      const fields = fieldsOf(error)
      return noField(name, likelyMeant(name, fields) ?? `The fields are ${shownNames(fields)}.`)
    }
    case 'discriminator': {
      const kinds = kindsOf(error)
      const kind = params.tagValue
      const remedy = (typeof kind === 'string' ? likelyMeant(kind, kinds) : null) ?? `The kinds are ${shownNames(kinds)}.`
      add(pointerTo(place, 'kind'), `There is no kind ${shownValue(kind)} here.`, remedy)
      return
    }
    case 'type':
      add(place, `This is ${shownValue(data)}; ${expectedType(params.type)} was expected.`)
      return
    case 'enum':
      add(
        place,
        `This is ${shownValue(data)}.`,
        `Write one of ${shownNames((params.allowedValues as readonly unknown[]).map(String))}.`,
      )
      return
    case 'const':
      add(place, `This is ${shownValue(data)}; ${shownValue(params.allowedValue)} was expected.`)
      return
    case 'minimum':
      add(place, `This is ${shownValue(data)}; a number of at least ${String(params.limit)} was expected.`)
      return
    case 'maximum':
      add(place, `This is ${shownValue(data)}; a number of at most ${String(params.limit)} was expected.`)
      return
    case 'exclusiveMinimum':
      add(place, `This is ${shownValue(data)}; a number above ${String(params.limit)} was expected.`)
      return
    case 'pattern':
      add(place, `This is ${shownValue(data)}; ${patternMeanings.get(String(params.pattern)) ?? 'another text'} was expected.`)
      return
    default:
      add(place, `This is ${shownValue(data)}, which does not fit the schema of a graph.`)
  }
}

function fieldsOf({ parentSchema }: ErrorObject): readonly string[] {
  const { properties = {} } = (parentSchema ?? {}) as { readonly properties?: object }
  return Object.keys(properties).filter((name) => name !== '$schema')
}

interface Member {
  readonly $ref?: string
  readonly properties?: { readonly kind?: { readonly const?: string; readonly enum?: readonly string[] } }
}

/** The kinds of a union; of a reference, its name says it: `AgentNode`, `ListType`. */
function kindsOf({ parentSchema }: ErrorObject): readonly string[] {
  const { oneOf = [] } = (parentSchema ?? {}) as { readonly oneOf?: readonly Member[] }
  return oneOf.flatMap(({ $ref, properties }) => {
    if ($ref !== undefined) return [$ref.replace(/^.*\/|(?:Node|Type)$/g, '').toLowerCase()]
    const { const: only, enum: several = [] } = properties?.kind ?? {}
    return only === undefined ? several : [only]
  })
}
