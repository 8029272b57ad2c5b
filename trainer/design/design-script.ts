import { exportGrammar } from '../../grammar/index.ts'
import { completeWithRetries, defaultRetryPolicy, stableHash, systemClock } from '../../runtime/index.ts'
import type { Message, ModelClient, ModelOutcome, ModelRequest, RetryPolicy } from '../../runtime/index.ts'
import { designMessages, repairRequest } from './design-prompt.ts'
import type { DesignTask } from './design-prompt.ts'
import { judgeScript } from './judge-script.ts'
import type { Judgement, Requirements } from './judge-script.ts'
import { scriptInReply } from './script-in-reply.ts'

export interface DesignOptions extends DesignTask {
  readonly requirements: Requirements
  readonly model: ModelClient
  /** Which design of several this is, from 1: each has seeds of its own. */
  readonly candidate: number
  /** How often a script that cannot be used is sent back. */
  readonly repairs: number
  readonly maximumTokens: number
  readonly seed: number
  readonly signal: AbortSignal
  readonly retries?: RetryPolicy
  /** Hears of each attempt when it is over. */
  readonly onAttempt?: (attempt: DesignAttempt) => void
}

/** One request for a script, and what came of it. */
export interface DesignAttempt {
  readonly candidate: number
  /** Counts from 1: the first, and each repair. */
  readonly attempt: number
  readonly request: ModelRequest
  /** After the retries of transient failures. */
  readonly outcome: ModelOutcome
  /** `null` where the model gave no reply. */
  readonly judgement: Judgement | null
}

export type Designed =
  | { readonly kind: 'designed'; readonly design: Extract<Judgement, { kind: 'fits' }>; readonly attempts: readonly DesignAttempt[] }
  /** No attempt can be used. `reason` is that of the last one. */
  | { readonly kind: 'failed'; readonly reason: string; readonly attempts: readonly DesignAttempt[] }

/**
 * Has a model write a script, and sends it back with what is wrong until it can be used or the repairs are over. A client
 * that takes a grammar gets the language's: then it cannot write what does not parse, unless it is cut off.
 */
export async function designScript(options: DesignOptions): Promise<Designed> {
  const { requirements, model, signal, repairs } = options
  const isConstrained = model.takesGrammar === true
  const attempts: DesignAttempt[] = []
  const messages: Message[] = [...designMessages(options, requirements, { withGrammar: !isConstrained })]
  for (let attempt = 1; ; attempt += 1) {
    const request = requestFor(options, attempt, [...messages], isConstrained)
    const { outcome } = await completeWithRetries(model, request, options.retries ?? defaultRetryPolicy, systemClock, signal)
    const judgement = outcome.kind === 'reply' ? judgeScript(scriptInReply(outcome.reply.content), requirements) : null
    const made: DesignAttempt = { candidate: options.candidate, attempt, request, outcome, judgement }
    attempts.push(made)
    options.onAttempt?.(made)
    if (outcome.kind === 'failure') return { kind: 'failed', reason: `${outcome.code}: ${outcome.message}`, attempts }
    if (judgement?.kind === 'fits') return { kind: 'designed', design: judgement, attempts }
    const { reply } = outcome
    const cutOff = reply.finish === 'length' ? [`It was cut off at ${options.maximumTokens} tokens: write a shorter script.`] : []
    const problems = reply.finish === 'refusal' ? ['The model refused.'] : [...cutOff, ...(judgement?.problems ?? [])]
    if (attempt > repairs || reply.finish === 'refusal') return { kind: 'failed', reason: problems.join('\n'), attempts }
    messages.push(...repairRequest(reply.content, problems))
  }
}

function requestFor(options: DesignOptions, attempt: number, messages: readonly Message[], isConstrained: boolean): ModelRequest {
  return {
    node: `design[${options.candidate}]`,
    agent: { name: 'Designer', policy: 'designer', role: null, inputs: [], result: { kind: 'string' } },
    messages,
    output: isConstrained ? { kind: 'grammar', gbnf: exportGrammar('gbnf') } : { kind: 'text' },
    tools: [],
    sampling: {
      temperature: null,
      topP: null,
      maximumTokens: options.maximumTokens,
      seed: stableHash('design', options.seed, options.candidate, attempt),
    },
    attempt,
    turn: 1,
  }
}
