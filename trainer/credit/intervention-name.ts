import type { Intervention } from './replay.ts'

/** Names an intervention: equal ones have equal names, others never. */
export function interventionName(intervention: Intervention): string {
  switch (intervention.kind) {
    case 'resample':
      return `resample ${intervention.call}`
    case 'continue':
      return `continue ${intervention.after}`
    case 'coalition':
      return `coalition ${[...intervention.nodes].sort().join(' ')}`
  }
}
