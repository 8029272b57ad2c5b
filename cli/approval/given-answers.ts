import type { Answer, AwaitedCall } from '../../runtime/index.ts'
import { splitPair } from '../run/split-pair.ts'
import { textOfFlag } from '../run/text-of-flag.ts'
import { readAnswerText } from './read-answer-text.ts'

/** The options of `mas resume` that answer calls. */
export interface AnswerOptions {
  /** The task whose calls are answered. */
  readonly task?: string
  /** `NODE` */
  readonly approve?: readonly string[]
  /** `NODE` or `NODE=REASON` */
  readonly refuse?: readonly string[]
  /** `NODE=VALUE` or `NODE=@FILE` */
  readonly answer?: readonly string[]
}

export type GivenAnswers =
  { readonly kind: 'ok'; readonly answers: ReadonlyMap<string, Answer> } | { readonly kind: 'error'; readonly message: string }

/** The nodes that options answer. */
export const answeredNodes = ({ approve = [], refuse = [], answer = [] }: AnswerOptions): readonly string[] => [
  ...approve,
  ...[...refuse, ...answer].map((flag) => splitPair(flag)?.name ?? flag),
]

/** Reads what options answer to calls that wait, a result by the type that its tool declares. */
export function givenAnswers(options: AnswerOptions, awaited: readonly AwaitedCall[]): GivenAnswers {
  const nodes = answeredNodes(options)
  const twice = nodes.find((node, position) => nodes.indexOf(node) !== position)
  if (twice !== undefined) return { kind: 'error', message: `${twice} is answered twice` }
  const strange = nodes.find((node) => !awaited.some((call) => call.node === node))
  if (strange !== undefined) return { kind: 'error', message: notAwaited(strange, awaited) }
  const { approve = [], refuse = [], answer = [] } = options
  const answers = new Map<string, Answer>(approve.map((node) => [node, { kind: 'approved' }]))
  for (const flag of refuse) {
    const pair = splitPair(flag)
    answers.set(pair?.name ?? flag, { kind: 'declined', reason: pair?.value ?? '' })
  }
  for (const flag of answer) {
    const pair = splitPair(flag)
    if (pair === null) return { kind: 'error', message: `--answer ${JSON.stringify(flag)} is not NODE=VALUE` }
    const call = awaited.find(({ node }) => node === pair.name)
    // That approval is awaited is said where the answers are kept.
    const read = call === undefined ? null : readGiven(call, pair.value)
    if (read?.kind === 'error') return { kind: 'error', message: `the answer to ${pair.name}: ${read.message}` }
    if (read !== null) answers.set(pair.name, read)
  }
  return { kind: 'ok', answers }
}

function readGiven(call: AwaitedCall, value: string): ReturnType<typeof readAnswerText> {
  const text = textOfFlag(value)
  if (text.kind === 'error') return text
  return call.awaits === 'approval' ? { kind: 'value', value: text.text } : readAnswerText(call.result, text.text)
}

function notAwaited(node: string, awaited: readonly AwaitedCall[]): string {
  const others = awaited.length === 0 ? '' : `; these wait: ${awaited.map((call) => call.node).join(', ')}`
  return `no call waits for an answer at ${node}${others}`
}
