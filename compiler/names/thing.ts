import type { Declaration } from '../../grammar/index.ts'

/** What a declared name stands for, with its article. */
export function thingText(kind: Declaration['kind']): string {
  switch (kind) {
    case 'type':
      return 'a type'
    case 'enum':
      return 'an enum'
    case 'tool':
      return 'a tool'
    case 'agent':
      return 'an agent'
    case 'workflow':
      return 'a workflow'
  }
}
