import type { CallContext, Spending } from '../agent/call-context.ts'
import type { Clock } from '../clock/clock.ts'
import type { Permits } from '../clock/permits.ts'
import { HeldPermit } from '../clock/held-permit.ts'
import { untilAborted } from '../clock/until-aborted.ts'
import type { RunEventContent } from '../events/run-event.ts'
import type { UsageMeter } from '../events/usage.ts'
import type { Intake } from '../journal/intake.ts'
import type { ModelClient, ModelOutcome, ModelRequest } from './model-client.ts'
import { keepRequest, readRequest } from './kept-request.ts'
import { completeWithRetries } from './retry.ts'
import { withdrawn } from './withdrawn.ts'
import type { RetryPolicy } from './retry.ts'

export interface RequestPath {
  /** By slot. */
  readonly models: ReadonlyMap<string, ModelClient>
  readonly retries: RetryPolicy
  readonly permits: Permits
  readonly clock: Clock
  readonly intake: Intake
  readonly usage: UsageMeter
  readonly emit: (event: RunEventContent) => void
}

/** The way every model request of a run takes: budgets, permits, retries, usage and events. */
export const requestVia =
  (path: RequestPath): CallContext['requestModel'] =>
  async (slot, request, budgets, signal) => {
    if (signal.aborted || !budgets.every((budget) => budget.permits())) return withdrawn
    const client = path.models.get(slot)
    if (client === undefined) return unbound(slot)
    path.emit({ kind: 'request_started', node: request.node, slot, request })
    const permit = new HeldPermit(path.permits)
    const oneTry = { complete: (asked: ModelRequest) => completeOnce(client, asked, permit, budgets, signal) }
    try {
      const { node, attempt, turn } = request
      const { outcome, attempts, requests } = await path.intake.take({
        place: { kind: 'request', node, attempt, turn },
        asked: request,
        signal,
        make: () => completeWithRetries(oneTry, request, path.retries, path.clock, signal),
        keep: keepRequest,
        read: readRequest,
      })
      path.usage.countRequest(slot, { attempts, requests })
      if (outcome.kind === 'reply') path.usage.countTokens(slot, outcome.reply.usage)
      const truncated = outcome.kind === 'reply' && outcome.reply.finish === 'length'
      path.emit({ kind: 'request_finished', node, slot, attempt, turn, outcome, attempts, requests, truncated })
      if (outcome.kind === 'reply') spend(budgets, outcome.reply.usage.completionTokens)
      if (wasWithdrawn(outcome) && !signal.aborted) budgets.every((budget) => budget.permits())
      return outcome
    } finally {
      permit.release()
    }
  }

/**
 * One try, made when there is a permit, and then only where the budgets still have something left. A reply holds the permit
 * until its tokens are counted, so that no other request takes its place before. A try that is given up on the way counts as a
 * request: the model was asked.
 */
async function completeOnce(
  client: ModelClient,
  request: ModelRequest,
  permit: HeldPermit,
  budgets: readonly Spending[],
  signal: AbortSignal,
): Promise<ModelOutcome> {
  if (signal.aborted || !(permit.take() || (await permit.acquire(signal)))) return withdrawn
  const isPermitted = budgets.every((budget) => budget.hasLeft())
  const outcome = isPermitted ? ((await untilAborted(client.complete(request, signal), signal)) ?? givenUp) : withdrawn
  if (outcome.kind !== 'reply') permit.release()
  return outcome
}

const givenUp: ModelOutcome = { ...withdrawn, reachedModel: true, tries: { attempts: 1, requests: 1 } }

const wasWithdrawn = (outcome: ModelOutcome): boolean => outcome.kind === 'failure' && outcome.code === withdrawn.code

function spend(budgets: readonly Spending[], completionTokens: number): void {
  for (const budget of budgets) budget.spend(completionTokens)
}

const unbound = (slot: string): ModelOutcome => ({
  kind: 'failure',
  code: 'rejected',
  message: `No model is bound to the slot ${slot}.`,
  transient: false,
  reachedModel: false,
  retryAfter: null,
})
