import { warningsMessages } from '../../diagnostics/warnings-messages.ts'
import type { Body } from '../body.ts'
import type { Local } from '../flow/environment.ts'

/** A name that is bound, and that nothing reads. */
export function warnUnusedResults(body: Body): void {
  const read = new Set<Local>()
  const add = (local: Local): void => {
    read.add(local)
    local.parts.forEach(add)
  }
  body.read.forEach(add)
  for (const [local, range] of body.introduced) {
    if (!read.has(local)) body.report(warningsMessages.unusedResult, { name: local.name }, range)
  }
}
