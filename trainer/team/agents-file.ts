import { compileProgram, createMemoryReader, hasErrors, typeText } from '../../compiler/index.ts'
import type { Diagnostic, Graph } from '../../compiler/index.ts'
import { parse } from '../../grammar/index.ts'

/** What a file of agents says of the designs that are to be written with them. */
export interface AgentsFile {
  /** Everything but the workflows with the signature of `main`: every design begins with it. */
  readonly preamble: string
  /** The workflow `main` up to its body: `main(question: string) -> string`. */
  readonly head: string
  /** The bodies of `main` and of the workflows with its signature: designs that a person wrote. */
  readonly written: readonly { readonly name: string; readonly body: string }[]
}

export type ReadAgentsFile =
  | { readonly kind: 'ok'; readonly file: AgentsFile }
  /** One text per mistake, each with its line. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] }

const path = 'agents.mas'

/** Reads declarations and a workflow `main` from `.mas` text that stands alone or imports from the library. */
export function readAgentsFile(text: string): ReadAgentsFile {
  const compiled = compileProgram(path, createMemoryReader(new Map([[path, text]])))
  if (hasErrors(compiled)) {
    return problems(...compiled.diagnostics.filter(({ severity }) => severity === 'error').map((found) => placed(found, text)))
  }
  const signatures = new Map(
    compiled.workflows.flatMap(({ name, compiled: one }) => (one.kind === 'graph' ? [[name, signatureOf(one.graph)] as const] : [])),
  )
  const signature = signatures.get('main')
  const workflows = parse(text).file.declarations.filter((declaration) => declaration.kind === 'workflow')
  const main = workflows.find(({ name }) => name.text === 'main')
  if (main === undefined || signature === undefined) {
    return problems('it has no workflow "main": its parameters are the inputs of the tasks, its result is what is scored')
  }
  const written = workflows.filter(({ name }) => signatures.get(name.text) === signature)
  return {
    kind: 'ok',
    file: {
      preamble: without(text, written.map(({ range }) => range)).trim(),
      head: text.slice(main.name.range.start, main.body.range.start).trim(),
      written: [main, ...written.filter((workflow) => workflow !== main)].map(({ name, body: { range } }) => ({
        name: name.text,
        body: text.slice(range.start + 1, range.end - 1).trim(),
      })),
    },
  }
}

const signatureOf = ({ parameters, result }: Graph): string =>
  `${parameters.map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ')} -> ${typeText(result)}`

/** The text without declarations and the `///` comments before them, which would be taken for those of what follows. */
const without = (text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string =>
  ranges.reduceRight((left, { start, end }) => {
    const before = left.slice(0, start).trimEnd().split('\n')
    while (before.at(-1)?.trimStart().startsWith('///') === true) before.pop()
    return `${before.join('\n').trimEnd()}\n\n${left.slice(end).trimStart()}`
  }, text)

const problems = (...found: readonly string[]): ReadAgentsFile => ({ kind: 'problems', problems: found })

const placed = ({ range, code, message }: Diagnostic, text: string): string =>
  `line ${text.slice(0, range.start).split('\n').length}: ${code} ${message}`
