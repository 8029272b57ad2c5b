/** What a person writes to bind a slot to a model, read. */
export type ModelSpec =
  | { readonly kind: 'openai'; readonly model: string; readonly baseUrl: string | null }
  | { readonly kind: 'embedded'; readonly name: string }
  | { readonly kind: 'replay'; readonly file: string }

export type OpenAiSpec = Extract<ModelSpec, { readonly kind: 'openai' }>

export type ReadModelSpec =
  { readonly kind: 'ok'; readonly spec: ModelSpec } | { readonly kind: 'error'; readonly message: string }

const FORMS = 'openai:MODEL@BASE_URL, embedded:NAME or replay:FILE'

/**
 * Reads `openai:MODEL@BASE_URL`, `openai:MODEL` (OpenAI's own service), `embedded:NAME` or `replay:FILE`. A model's name
 * may hold `:` and `@`; the base URL starts after the last `@http`.
 */
export function readModelSpec(text: string): ReadModelSpec {
  const colon = text.indexOf(':')
  const kind = colon < 0 ? text : text.slice(0, colon)
  const rest = colon < 0 ? '' : text.slice(colon + 1)
  switch (kind) {
    case 'openai':
      return readOpenAiSpec(rest)
    case 'embedded':
      return rest === '' ? error('embedded: needs a name, as in embedded:arithmetic') : { kind: 'ok', spec: { kind, name: rest } }
    case 'replay':
      return rest === '' ? error('replay: needs a file, as in replay:trace.jsonl') : { kind: 'ok', spec: { kind, file: rest } }
    default:
      return error(`"${text}" is no model; write ${FORMS}`)
  }
}

/** The text that {@link readModelSpec} reads back. */
export function showModelSpec(spec: ModelSpec): string {
  switch (spec.kind) {
    case 'openai':
      return spec.baseUrl === null ? `openai:${spec.model}` : `openai:${spec.model}@${spec.baseUrl}`
    case 'embedded':
      return `embedded:${spec.name}`
    case 'replay':
      return `replay:${spec.file}`
  }
}

function readOpenAiSpec(rest: string): ReadModelSpec {
  const at = rest.search(/@https?:(?!.*@https?:)/)
  const model = at < 0 ? rest : rest.slice(0, at)
  if (model === '') return error('openai: needs a model, as in openai:qwen3:8b@http://localhost:11434/v1')
  if (at < 0) {
    const looksLikeHost = /@(?=[^@]*[.:/])|@localhost/.test(rest)
    if (looksLikeHost)
      return error(`the base URL of "openai:${rest}" needs its http:// or https://, as in openai:MODEL@http://localhost:11434/v1`)
    return { kind: 'ok', spec: { kind: 'openai', model, baseUrl: null } }
  }
  const baseUrl = rest.slice(at + 1)
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (url === null || url.hostname === '') return error(`the base URL "${baseUrl}" of model "${model}" is not valid`)
  if (url.username !== '' || url.password !== '') {
    return error(`the base URL of model "${model}" holds a password; put the key into an environment variable instead`)
  }
  if (url.search !== '' || url.hash !== '') {
    return error(`the base URL of model "${model}" may not hold "?" or "#"; give its address up to /v1`)
  }
  return { kind: 'ok', spec: { kind: 'openai', model, baseUrl: baseUrl.replace(/\/+$/, '') } }
}

const error = (message: string): ReadModelSpec => ({ kind: 'error', message })
