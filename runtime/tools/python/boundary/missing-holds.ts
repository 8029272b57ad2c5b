import { everyHold } from './boundary.ts'
import type { Boundary, Hold } from './boundary.ts'

/** What the operating system does not hold, in words; `null` where it holds everything. */
export function missingHolds({ holds }: Boundary): string | null {
  const missing = everyHold.filter((hold) => !holds.includes(hold))
  return missing.length === 0 ? null : missing.map(inWords).join('; ')
}

function inWords(hold: Hold): string {
  switch (hold) {
    case 'network':
      return 'a network of its own'
    case 'processes':
      return 'processes of its own'
    case 'user':
      return 'a user of its own'
    case 'limits':
      return 'limits on files and processes'
    case 'lifetime':
      return 'an end where mas is killed'
  }
}
