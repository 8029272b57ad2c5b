import type { ChildMessage } from '../child/protocol.ts'

/** One line of what the process says, or `null` for anything that is no message: hostile code may have written it. */
export function parseMessage(line: string): ChildMessage | null {
  let said: unknown
  try {
    said = JSON.parse(line)
  } catch {
    return null
  }
  if (typeof said !== 'object' || said === null) return null
  const { kind, message } = said as { readonly kind?: unknown; readonly message?: unknown }
  if (kind === 'ready' || kind === 'returned') return { kind }
  if ((kind === 'raised' || kind === 'broken') && typeof message === 'string') return { kind, message }
  return null
}
