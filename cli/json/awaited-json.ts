import { typeText } from '../../compiler/index.ts'
import type { AwaitedCall, Awaits } from '../../runtime/index.ts'

/** A call that waits for a person, in what commands print as JSON. */
export interface AwaitedJson {
  readonly node: string
  readonly tool: string
  readonly arguments: AwaitedCall['arguments']
  readonly question: string
  readonly awaits: Awaits
  /** The type of the call's result, as a script writes it. */
  readonly type: string
}

export const awaitedJson = ({ node, tool, arguments: given, question, awaits, result }: AwaitedCall): AwaitedJson => ({
  node,
  tool,
  arguments: given,
  question,
  awaits,
  type: typeText(result),
})
