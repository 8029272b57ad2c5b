import { compileProgram, createMemoryReader, typeText } from '../../compiler/index.ts'
import type { Graph, Type, Value } from '../../compiler/index.ts'
import { parse } from '../../grammar/index.ts'

/** What `main` of a design takes and gives. */
export interface Signature {
  /** As the language writes it: `(task: string) -> string`. */
  readonly text: string
  readonly parameters: readonly { readonly name: string; readonly type: Type }[]
  readonly result: Type
}

export type ReadSignature = { readonly kind: 'ok'; readonly signature: Signature } | { readonly kind: 'error'; readonly message: string }

/** Reads `(name: type, …) -> type`. Types are those that need no declaration. */
export function readSignature(text: string): ReadSignature {
  const wrong = (why: string): ReadSignature => ({
    kind: 'error',
    message: `the signature ${JSON.stringify(text)} ${why}; write it as in "(task: string) -> string"`,
  })
  const [declaration, ...others] = parse(`agent Main${text.trim()}`).file.declarations
  if (declaration?.kind !== 'agent' || declaration.signature.kind !== 'signature' || others.length > 0) return wrong('cannot be read')
  const names = declaration.signature.parameters.map(({ name }) => name.text)
  const parameters = text.trim().slice(0, text.trim().lastIndexOf('->'))
  const script = `agent Main${text.trim()}\nworkflow main${text.trim()} { return Main(${names.join(', ')}) }`
  const { diagnostics, workflows } = compileProgram('signature.mas', createMemoryReader(new Map([['signature.mas', script]])))
  const compiled = workflows[0]?.compiled
  if (compiled?.kind !== 'graph' || parameters === '') return wrong(`is not legal (${diagnostics[0]?.message ?? 'it is empty'})`)
  return { kind: 'ok', signature: signatureOf(compiled.graph) }
}

/** The signature of a compiled workflow. */
export function signatureOf({ parameters, result }: Graph): Signature {
  const list = parameters.map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ')
  return { text: `(${list}) -> ${typeText(result)}`, parameters, result }
}

/** The signature that tasks suggest, by the inputs and the expected value of the first one. */
export function signatureOfTask(task: { readonly input: Readonly<Record<string, Value>>; readonly expected?: Value }): string {
  const list = Object.entries(task.input).map(([name, value]) => `${name}: ${typeOf(value)}`)
  return `(${list.join(', ')}) -> ${task.expected === undefined ? 'string' : typeOf(task.expected)}`
}

function typeOf(value: Value): string {
  if (value === null) return 'string?'
  if (Array.isArray(value)) return `${value.length === 0 ? 'string' : typeOf(value[0] as Value)}[]`
  switch (typeof value) {
    case 'string':
      return 'string'
    case 'boolean':
      return 'bool'
    case 'number':
      return Number.isInteger(value) ? 'int' : 'number'
    default:
      return `{ ${Object.entries(value).map(([name, field]) => `${name}: ${typeOf(field)}`).join(', ')} }`
  }
}
