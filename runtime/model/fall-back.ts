import type { ModelClient, ModelOutcome } from './model-client.ts'
import { afterTries, addTries, triesOf } from './tries.ts'

/**
 * Clients behind one slot, in the order in which they are asked: the next one where the one before failed, whatever the
 * reason, a cancelled request excepted. A refusal is an answer. Where all fail, the outcome is the last failure that may
 * pass, else that of the first client.
 */
export function fallBack(first: ModelClient, others: readonly ModelClient[]): ModelClient {
  if (others.length === 0) return first
  const clients = [first, ...others]
  return {
    description: clients.map((client) => client.description).join(', else '),
    takesGrammar: clients.every((client) => client.takesGrammar === true),
    async complete(request, signal, onText): Promise<ModelOutcome> {
      let tries = { attempts: 0, requests: 0 }
      const failures: Extract<ModelOutcome, { kind: 'failure' }>[] = []
      const notes: string[] = []
      for (const client of clients) {
        const outcome = await client.complete(request, signal, onText)
        if (outcome.kind === 'reply') {
          const reply = { ...outcome.reply, notes: [...notes, ...(outcome.reply.notes ?? [])] }
          return afterTries(tries, notes.length === 0 ? outcome : { ...outcome, reply })
        }
        tries = addTries(tries, triesOf(outcome))
        failures.push(outcome)
        if (outcome.code === 'cancelled') break
        notes.push(`${client.description} failed (${outcome.message})`)
      }
      const told = failures.find(({ code }) => code === 'cancelled') ?? failures.findLast(({ transient }) => transient)
      const failure = told ?? failures[0]
      if (failure === undefined) throw new Error('a slot has at least one client')
      return { ...failure, message: failure.code === 'cancelled' ? failure.message : notes.join('; '), tries }
    },
  }
}
