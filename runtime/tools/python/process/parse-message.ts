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
  const { kind, message, standardError: wrote } = said as { readonly [field: string]: unknown }
  const standardError = typeof wrote === 'string' ? wrote : ''
  switch (kind) {
    case 'ready':
      return { kind }
    case 'returned':
      return { kind, standardError }
    case 'raised':
      return typeof message === 'string' ? { kind, message, standardError } : null
    case 'broken':
      return typeof message === 'string' ? { kind, message } : null
    default:
      return null
  }
}
