import type { ErrorObject } from 'ajv'
import { nameHint } from '../../runtime/configuration/index.ts'

/** One mistake in a training configuration, told with its path and its remedy. */
export function explainProblem(error: ErrorObject): string {
  const where = pathText(error.instancePath)
  const { keyword, params } = error
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty'])
      return `${where}: there is no setting "${name}".${nameHint(name, knownNames(error))}`
    }
    case 'required':
      return `${where}: "${String(params['missingProperty'])}" is missing`
    case 'enum': {
      const allowed = params['allowedValues'] as readonly unknown[]
      return `${where}: must be one of ${allowed.map((name) => JSON.stringify(name)).join(', ')}`
    }
    case 'type':
      return `${where}: must be ${[params['type']]
        .flat()
        .map((type) => typeTexts[String(type)] ?? String(type))
        .join(' or ')}`
    case 'minProperties':
    case 'maxProperties':
      return where.endsWith('arithmetic') ? `${where}: must be {"modulo": …} or {"range": …}` : `${where}: names nothing; leave it out, or name one of ${knownNames(error).join(', ')}`
    case 'minimum':
      return `${where}: must be at least ${limitOf(params)}`
    case 'maximum':
      return `${where}: must be at most ${limitOf(params)}`
    case 'exclusiveMinimum':
      return `${where}: must be more than ${limitOf(params)}`
    case 'minItems':
      return `${where}: the list is empty; name at least one`
    case 'uniqueItems':
      return `${where}: the entries ${Number(params['j'])} and ${Number(params['i'])}, from 0, are the same; name each once`
    default:
      throw new Error(`the schema has a keyword that nobody explains: ${keyword}`)
  }
}

const limitOf = (params: ErrorObject['params']): string => Number(params['limit']).toLocaleString('en')

const typeTexts: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  object: 'an object, in { }',
  array: 'a list, in [ ]',
  boolean: 'true or false',
  string: 'a text',
  null: 'null',
}

function knownNames(error: ErrorObject): readonly string[] {
  const schema = error.parentSchema as { readonly properties?: object } | undefined
  return Object.keys(schema?.properties ?? {}).filter((name) => name !== '$schema')
}

/** `/schedule/phases/0` as `schedule.phases[0]`; the file itself as `the configuration`. */
function pathText(pointer: string): string {
  const steps = pointer.split('/').slice(1)
  if (steps.length === 0) return 'the configuration'
  return steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('').replace(/^\./, '')
}
