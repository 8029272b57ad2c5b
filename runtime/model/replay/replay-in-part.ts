import type { Value } from '../../../compiler/index.ts'
import { firstDifference } from '../../values/first-difference.ts'
import { wrappingField } from '../../values/wrapped-type.ts'
import type { ModelClient, ModelOutcome, ModelRequest } from '../model-client.ts'
import { withdrawn } from '../withdrawn.ts'
import { AnswerRounds } from './answer-rounds.ts'
import { exchangePlace } from './run-exchanges.ts'
import type { RunExchanges } from './run-exchanges.ts'

/** How a request of a replay is answered. */
export type ReplayAnswer =
  /** As in the recorded run where the request is the same, else by the model. */
  | { readonly kind: 'recorded' }
  /** By the model. */
  | { readonly kind: 'afresh' }
  /** With this result, and without the model. */
  | { readonly kind: 'given'; readonly value: Value }

export interface PartialReplaySettings {
  /** Of the recorded run; the replay has its seed, so that unchanged requests are the same. */
  readonly exchanges: RunExchanges
  /** The model. */
  readonly client: ModelClient
  readonly answer: (request: ModelRequest) => ReplayAnswer
  /** The sampling seed of a request that the model is asked: with the recorded one it might only repeat itself. */
  readonly seedOf: (request: ModelRequest) => number
}

export interface PartialReplay {
  readonly client: ModelClient
  /** The places of the requests that the model was asked. */
  readonly asked: ReadonlySet<string>
}

/**
 * A client for one run that repeats a recorded one in part: what depends on a change has other requests, and only those reach
 * the model. Recorded answers and new ones come in rounds, so that calls which run at the same time get as far as they did with a
 * model that answers all waiting requests together. A request that the recorded run gave up waits until there is nothing else to
 * wait for: in a run that goes on as recorded it is given up again, and never sent.
 */
export function replayInPart({ exchanges, client, answer, seedOf }: PartialReplaySettings): PartialReplay {
  const asked = new Set<string>()
  const rounds = new AnswerRounds<ModelOutcome>()

  const complete: ModelClient['complete'] = async (request, signal, onText) => {
    if (signal.aborted) return withdrawn
    const ask = (): Promise<ModelOutcome> => {
      asked.add(exchangePlace(request))
      return client.complete({ ...request, sampling: { ...request.sampling, seed: seedOf(request) } }, signal, onText)
    }
    const answered = answer(request)
    if (answered.kind === 'given') return rounds.inRound(Promise.resolve(givenReply(request, answered.value)))
    const known = answered.kind === 'recorded' ? exchanges.get(exchangePlace(request)) : undefined
    if (known === undefined || firstDifference(known.request, request) !== null) return rounds.inRound(ask())
    if (known.outcome !== null) return rounds.inRound(Promise.resolve(final(known.outcome)))
    await rounds.quiet()
    return signal.aborted ? withdrawn : rounds.inRound(ask())
  }
  return { client: { ...client, description: `${client.description}, replayed in part`, complete }, asked }
}

/** A recorded failure has been retried already. */
const final = (outcome: ModelOutcome): ModelOutcome =>
  outcome.kind === 'reply' ? outcome : { ...outcome, transient: false, retryAfter: null }

function givenReply({ output }: ModelRequest, value: Value): ModelOutcome {
  const sent = output.kind === 'json' && output.wrapped ? { [wrappingField]: value } : value
  const content = output.kind !== 'json' && typeof sent === 'string' ? sent : JSON.stringify(sent)
  return {
    kind: 'reply',
    reply: { content, toolCalls: [], finish: 'stop', usage: { promptTokens: 0, completionTokens: 0 } },
    tries: { attempts: 0, requests: 0 },
  }
}
