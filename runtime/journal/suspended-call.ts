import { answerProblem } from '../suspension/answer-problem.ts'
import type { Answer } from '../suspension/answer.ts'
import type { AwaitedCall } from '../suspension/awaited-call.ts'
import { isRecord } from '../values/record.ts'
import type { JournalEntry } from './journal-entry.ts'
import { UnreadableRow } from './journal-problem.ts'
import type { JournalProblem } from './journal-problem.ts'
import { numberIn, textIn } from './rows.ts'
import type { Row } from './rows.ts'

/** A call that a journal holds as suspended, and where its answer goes. */
export interface SuspendedCall {
  readonly call: AwaitedCall
  readonly entry: Pick<JournalEntry, 'place' | 'asked'>
}

/** Why answers cannot be kept: the journal, or an answer. */
export type AnswerProblem =
  | JournalProblem
  /** `not_awaited`: no call waits there. `unfit`: the answer is not what the call waits for. */
  | { readonly kind: 'not_awaited' | 'unfit'; readonly message: string }

/** Reads the row of a suspended call, with how it ended decoded. */
export function suspendedCall(row: Row, ended: unknown): SuspendedCall {
  const node = textIn(row, 'node')
  const problem = (): Error => new UnreadableRow(`it holds no question of ${node}`)
  if (!isRecord(ended)) throw problem()
  const { question, awaits, tool, arguments: given, result } = ended
  if (typeof question !== 'string' || typeof tool !== 'string' || (awaits !== 'result' && awaits !== 'approval')) throw problem()
  if (!isRecord(given) || !isRecord(result) || typeof result.kind !== 'string') throw problem()
  // Both were written by this program, as the graph of the run's header was.
  const written = { arguments: given as AwaitedCall['arguments'], result: result as unknown as AwaitedCall['result'] }
  return {
    call: { node, tool, question, awaits, ...written },
    entry: { place: { kind: 'answer', node, round: numberIn(row, 'attempt') }, asked: textIn(row, 'asked') },
  }
}

export type AnsweredCalls =
  | { readonly kind: 'ok'; readonly calls: readonly (SuspendedCall & { readonly answer: Answer })[] }
  | { readonly kind: 'error'; readonly problem: AnswerProblem }

/** Brings answers to the calls that they are for. */
export function answeredCalls(suspended: readonly SuspendedCall[], answers: ReadonlyMap<string, Answer>): AnsweredCalls {
  const calls: (SuspendedCall & { readonly answer: Answer })[] = []
  for (const [node, answer] of answers) {
    const found = suspended.find(({ call }) => call.node === node)
    if (found === undefined) return error('not_awaited', `no call waits for an answer at ${node}`)
    const problem = answerProblem(found.call, answer)
    if (problem !== null) return error('unfit', `${node}: ${problem}`)
    calls.push({ ...found, answer })
  }
  return { kind: 'ok', calls }
}

const error = (kind: 'not_awaited' | 'unfit', message: string): AnsweredCalls => ({ kind: 'error', problem: { kind, message } })
