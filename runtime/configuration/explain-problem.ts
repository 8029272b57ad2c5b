import type { ErrorObject } from 'ajv'
import { nameHint } from './name-hint.ts'

/** One mistake in a configuration, told with its path and its remedy. Values are not repeated: one may be a key by mistake. */
export function explainProblem(error: ErrorObject): string {
  const where = pathText(error.instancePath)
  const { keyword, params } = error
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params.additionalProperty)
      return `${where}: there is no setting "${name}".${nameHint(name, knownNames(error))}`
    }
    case 'required':
      return `${where}: "${String(params.missingProperty)}" is missing`
    case 'anyOf':
      return `${where}: must be a model, "openai:MODEL@http://localhost:11434/v1", or {"spec": …, "keyEnvironment": …}`
    case 'enum':
      return `${where}: must be one of ${(params.allowedValues as readonly unknown[]).map((value) => JSON.stringify(value)).join(', ')}`
    case 'oneOf':
      return `${where}: must have either "command" or "url"`
    case 'propertyNames':
      if (where === 'endpoints') return `${where}: "${String(params.propertyName)}" is no base URL; write "https://…" or "http://…"`
      return `${where}: "${String(params.propertyName)}" is no tool; write "std:…", "mcp:…" or "host:…"`
    case 'pattern':
      if (where.endsWith('keyEnvironment')) {
        return `${where}: must name an environment variable, such as "OPENAI_API_KEY"; the key itself never stands here`
      }
      if (/^python\.wheels\b/.test(where)) return `${where}: must be the path of a wheel, "….whl"`
      return `${where}: ${error.message ?? 'is not valid'}`
    case 'type':
      return `${where}: must be ${typeText(String(params.type))}`
    default:
      return `${where}: ${error.message ?? 'is not valid'}`
  }
}

function knownNames(error: ErrorObject): readonly string[] {
  const schema = error.parentSchema as { readonly properties?: object } | undefined
  return Object.keys(schema?.properties ?? {}).filter((name) => name !== '$schema')
}

function typeText(type: string): string {
  switch (type) {
    case 'integer':
      return 'a whole number'
    case 'object':
      return 'an object, in { }'
    case 'array':
      return 'a list, in [ ]'
    default:
      return `a ${type}`
  }
}

/** `/models/large/spec` as `models.large.spec`; the file itself as `the configuration`. */
function pathText(pointer: string): string {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return steps.length === 0 ? 'the configuration' : steps.map((step) => (/^[\w$]+$/.test(step) ? step : `"${step}"`)).join('.')
}
