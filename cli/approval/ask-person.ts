import type { Answer, AnswerCall, AwaitedCall } from '../../runtime/index.ts'
import { redactValue } from '../../runtime/model/index.ts'
import { awaitedJson } from '../json/awaited-json.ts'
import { visible } from '../terminal/visible.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { readAnswerText } from './read-answer-text.ts'
import { awaitedText } from './show-awaited.ts'

export interface AskOptions {
  /** Whether the run is kept, so that a call may be answered later. */
  readonly isKept: boolean
  /** Keys: not shown. */
  readonly secrets: readonly string[]
}

/** Asks the person at the terminal, one call after another; `null` where nobody sits there. */
export function askPerson(
  { ask, err }: Pick<Terminal, 'ask' | 'err'>,
  { isKept, secrets }: AskOptions,
): ((task: string | null) => AnswerCall) | null {
  if (ask === null) return null
  let before: Promise<unknown> = Promise.resolve()
  const askOnce = async (call: AwaitedCall, task: string | null, signal: AbortSignal): Promise<Answer | null> => {
    if (signal.aborted) return null
    err.write(awaitedText(awaitedJson(redactValue(call, secrets) as AwaitedCall), task, err.width))
    for (;;) {
      const line = await ask(promptFor(call, isKept), signal)
      if (line === null || line.trim() === '') return isKept || signal.aborted ? null : { kind: 'declined', reason: '' }
      const read = readLine(call, line)
      if (read.kind !== 'error') return read
      err.write(`${visible(read.message)}\n`)
    }
  }
  return (task) => (call, signal) => {
    const answered = before.then(() => askOnce(call, task, signal))
    before = answered
    return answered
  }
}

const promptFor = ({ awaits }: AwaitedCall, isKept: boolean): string => {
  const empty = isKept ? 'nothing to answer later' : awaits === 'approval' ? 'nothing for no' : 'nothing for no answer'
  return awaits === 'approval' ? `yes, or no and why, or ${empty}: ` : `the result, or ${empty}: `
}

function readLine(call: AwaitedCall, line: string): Answer | { readonly kind: 'error'; readonly message: string } {
  if (call.awaits === 'result') return readAnswerText(call.result, line)
  if (/^\s*(y|yes)\s*$/i.test(line)) return { kind: 'approved' }
  const reason = /^\s*(?:no|n)(?:$|[\s,:.]+)(.*)$/i.exec(line)?.[1]
  if (reason === undefined) return { kind: 'error', message: 'Please answer with yes or no.' }
  return { kind: 'declined', reason: reason.trim() }
}
