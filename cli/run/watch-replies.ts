import type { ModelClient, RunEvent } from '../../runtime/index.ts'

/** What the replies of one run say beside their contents. */
export interface RepliesSeen {
  /** Node instances whose text was cut off at `max_tokens`. */
  readonly truncated: Set<string>
}

/** Wraps the client behind a slot: its notes are told, each time, and texts that were cut off are kept. */
export const watchReplies = (
  client: ModelClient,
  slot: string,
  seen: RepliesSeen,
  onNote: (slot: string, note: string) => void,
): ModelClient => ({
  ...client,
  async complete(request, signal, onText) {
    const outcome = await client.complete(request, signal, onText)
    if (outcome.kind === 'failure') return outcome
    const { reply } = outcome
    for (const note of reply.notes ?? []) onNote(slot, note)
    if (reply.finish === 'length' && request.output.kind === 'text') seen.truncated.add(request.node)
    return outcome
  },
})

/** Keeps the texts that were cut off among the replies that a journal gave again: no client hears of those. */
export function watchReplayed(seen: RepliesSeen): (event: RunEvent) => void {
  const asked = new Set<string>()
  return (event) => {
    if (event.replayed !== true) return
    if (event.kind === 'request_started' && event.request.output.kind === 'text') asked.add(event.node)
    if (event.kind === 'request_finished' && event.truncated && asked.has(event.node)) seen.truncated.add(event.node)
  }
}
