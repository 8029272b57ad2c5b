import type { Graph, Value } from '../../compiler/index.ts'
import { checkInputs, readInputText } from '../../runtime/tasks/index.ts'
import type { CheckedInputs } from '../../runtime/tasks/index.ts'
import { splitPair } from './split-pair.ts'
import { textOfFlag } from './text-of-flag.ts'

/**
 * The inputs given as `--input NAME=VALUE`, each read by the type that the workflow declares. `NAME=@FILE` takes the file's
 * text, `NAME=@@…` a value that starts with `@`.
 */
export function flagInputs(graph: Graph, flags: readonly string[]): CheckedInputs {
  const problems: string[] = []
  const given = new Map<string, Value>()
  const named = new Set<string>()
  for (const flag of flags) {
    const pair = splitPair(flag)
    if (pair === null) {
      problems.push(`--input ${JSON.stringify(flag)} is not NAME=VALUE, as in --input problem="6 * 7"`)
      continue
    }
    if (named.has(pair.name)) problems.push(`the input "${pair.name}" is given twice`)
    named.add(pair.name)
    const text = textOfFlag(pair.value)
    if (text.kind === 'error') {
      problems.push(`the input "${pair.name}": ${text.message}`)
      continue
    }
    const parameter = graph.parameters.find((candidate) => candidate.name === pair.name)
    const read = parameter === undefined ? { kind: 'ok' as const, value: text.text } : readInputText(parameter.type, text.text)
    if (read.kind === 'ok') given.set(pair.name, read.value)
    else problems.push(`the input "${pair.name}" ${read.message}`)
  }
  const checked = checkInputs(
    graph.parameters.filter(({ name }) => given.has(name) || !named.has(name)),
    given,
  )
  if (checked.kind === 'error') problems.push(...checked.problems.map(withRemedy))
  return checked.kind === 'ok' && problems.length === 0 ? checked : { kind: 'error', problems }
}

function withRemedy(problem: string): string {
  const name = /^the input "(\w+)" \(.*\) is missing$/.exec(problem)?.[1]
  return name === undefined ? problem : `${problem}: add --input ${name}=VALUE or --input ${name}=@FILE`
}
