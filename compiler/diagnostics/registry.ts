import { boundsMessages } from './bounds-messages.ts'
import { callsMessages } from './calls-messages.ts'
import { declarationsMessages } from './declarations-messages.ts'
import { duplicatesMessages } from './duplicates-messages.ts'
import { boundsExamples } from './examples/bounds-examples.ts'
import { callsExamples } from './examples/calls-examples.ts'
import { declarationsExamples } from './examples/declarations-examples.ts'
import { duplicatesExamples } from './examples/duplicates-examples.ts'
import type { Example, ExamplesOf } from './examples/example.ts'
import { expressionsExamples } from './examples/expressions-examples.ts'
import { graphExamples } from './examples/graph-examples.ts'
import { importsExamples } from './examples/imports-examples.ts'
import { namesExamples } from './examples/names-examples.ts'
import { statementsExamples } from './examples/statements-examples.ts'
import { syntaxExamples } from './examples/syntax-examples.ts'
import { typesExamples } from './examples/types-examples.ts'
import { warningsExamples } from './examples/warnings-examples.ts'
import { expressionsMessages } from './expressions-messages.ts'
import { graphMessages } from './graph-messages.ts'
import { importsMessages } from './imports-messages.ts'
import type { Severity } from './diagnostic.ts'
import { namesMessages } from './names-messages.ts'
import { statementsMessages } from './statements-messages.ts'
import { syntaxMessages } from './syntax-messages.ts'
import { typesMessages } from './types-messages.ts'
import { warningsMessages } from './warnings-messages.ts'

/** What is known about a code besides its wording. */
export interface RegisteredCode {
  readonly code: string
  readonly severity: Severity
  /** The message's name in its table, such as `unknownName`. */
  readonly name: string
  /** `null` where no text alone can show it. */
  readonly example: Example | null
}

interface Entry {
  readonly code: string
  readonly severity: Severity
}

function registered<Group extends Readonly<Record<string, Entry>>>(
  group: Group,
  examples: Partial<ExamplesOf<Group>>,
): readonly RegisteredCode[] {
  return Object.entries(group).map(([name, { code, severity }]) => ({ code, severity, name, example: examples[name] ?? null }))
}

/** Every code of the checker, in the order of its tables. */
export const checkerCodes: readonly RegisteredCode[] = [
  ...registered(namesMessages, namesExamples),
  ...registered(importsMessages, importsExamples),
  ...registered(duplicatesMessages, duplicatesExamples),
  ...registered(typesMessages, typesExamples),
  ...registered(callsMessages, callsExamples),
  ...registered(expressionsMessages, expressionsExamples),
  ...registered(statementsMessages, statementsExamples),
  ...registered(declarationsMessages, declarationsExamples),
  ...registered(warningsMessages, warningsExamples),
]

/** Every code that the compiler can report: of the parser, the checker, the bounds and the reader of graphs. */
export const allCodes: readonly RegisteredCode[] = [
  ...registered(syntaxMessages, syntaxExamples),
  ...checkerCodes,
  ...registered(boundsMessages, boundsExamples),
  ...registered(graphMessages, graphExamples),
].sort((left, right) => (left.code < right.code ? -1 : 1))
