import { randomInt } from 'node:crypto'
import type { Type, Value } from '../../compiler/index.ts'
import { readInputText } from '../../runtime/index.ts'
import type { ModelRequest } from '../../runtime/index.ts'
import type { Manifest, ManifestRole } from '../embedded/index.ts'
import type { WireRequest } from './wire-request.ts'

export type RequestForCheckpoint =
  { readonly kind: 'ok'; readonly request: ModelRequest } | { readonly kind: 'error'; readonly message: string }

const DEFAULT_TOKENS = 1024

/**
 * The call of an agent that a chat completion request stands for. The role is the system message, or the name of the schema
 * where an agent has no role text, or the only role there is. Inputs stand in the first user message as the runtime lays
 * them out, `name:` and the value on the next line; a single input may be the whole message.
 */
export function requestForCheckpoint(wire: WireRequest, manifest: Manifest): RequestForCheckpoint {
  const role = roleOf(wire, manifest)
  if (role === null) {
    const known = manifest.roles.map((entry) => JSON.stringify(entry.role)).join(', ')
    return { kind: 'error', message: `the system message must be one of the roles that ${manifest.name} was trained on: ${known}` }
  }
  if ((wire.tools ?? []).length > 0) return { kind: 'error', message: `${manifest.name} calls no tools` }
  const message = wire.messages.find((entry) => entry.role === 'user')?.content ?? ''
  const inputs = inputsOf(message, role)
  if (typeof inputs === 'string') return { kind: 'error', message: inputs }
  return {
    kind: 'ok',
    request: {
      node: 'served',
      agent: { name: role.role, policy: manifest.policy, role: role.role, inputs, result: typeNamed(role.result) },
      messages: [],
      output: wire.response_format?.type === 'json_schema' ? { kind: 'json', schema: {}, wrapped: true } : { kind: 'text' },
      tools: [],
      sampling: {
        temperature: wire.temperature ?? null,
        topP: wire.top_p ?? null,
        maximumTokens: wire.max_completion_tokens ?? wire.max_tokens ?? DEFAULT_TOKENS,
        seed: wire.seed ?? randomInt(2 ** 31),
      },
      attempt: 1,
      turn: 1,
    },
  }
}

function roleOf({ messages, response_format: format }: WireRequest, { roles }: Manifest): ManifestRole | null {
  const system = messages.find((message) => message.role === 'system')?.content ?? null
  const named = system ?? format?.json_schema?.name
  if (named === undefined) return roles.length === 1 ? (roles[0] ?? null) : null
  return roles.find((entry) => entry.role === named) ?? null
}

type Inputs = ModelRequest['agent']['inputs']

/** The inputs, or what is wrong with the message. */
function inputsOf(message: string, { parameters }: ManifestRole): Inputs | string {
  const [only] = parameters
  if (parameters.length === 1 && only !== undefined && !message.startsWith(`${only.name}:\n`)) return readAll([[only, message]])
  const layout = `the user message must hold ${parameters.map(({ name }) => `"${name}:"`).join(', ')}, each with its value on the next line`
  const texts: [ManifestRole['parameters'][number], string][] = []
  let rest = message
  for (const [position, parameter] of parameters.entries()) {
    const opening = `${position === 0 ? '' : '\n\n'}${parameter.name}:\n`
    const at = position === 0 ? (rest.startsWith(opening) ? 0 : -1) : rest.indexOf(opening)
    if (at < 0) return layout
    const before = texts.at(-1)
    if (before !== undefined) before[1] = rest.slice(0, at)
    rest = rest.slice(at + opening.length)
    texts.push([parameter, rest])
  }
  return readAll(texts)
}

function readAll(texts: readonly (readonly [ManifestRole['parameters'][number], string])[]): Inputs | string {
  const inputs: { name: string; type: Type; value: Value }[] = []
  for (const [{ name, type: typeName }, text] of texts) {
    const type = typeNamed(typeName)
    const read = readInputText(type, text)
    if (read.kind === 'error') return `the input "${name}" ${read.message}`
    inputs.push({ name, type, value: read.value })
  }
  return inputs
}

/** Checkpoints take and give plain values only. */
function typeNamed(name: string): Type {
  switch (name) {
    case 'int':
    case 'number':
    case 'bool':
      return { kind: name }
    default:
      return { kind: 'string' }
  }
}
