import type { Graph, Pure, ValueId } from '../../graph/index.ts'
import { Identifiers } from '../identifiers.ts'
import type { Lines } from '../lines.ts'
import type { Scope } from '../scope.ts'
import type { TypeTexts } from '../type-texts.ts'

/** What the code of a workflow is written with. */
export interface ModuleNames {
  readonly graph: Graph
  readonly typeTexts: TypeTexts
  /** The constants of the module that hold agents and tools, by id in the graph. */
  readonly agents: ReadonlyMap<string, string>
  readonly tools: ReadonlyMap<string, string>
}

/** What holds everywhere in the code of a workflow. */
export interface Writing {
  readonly module: ModuleNames
  /** How often each value is read that comes to anything. */
  readonly read: ReadonlyMap<ValueId, number>
  /** The instances of all nodes. */
  readonly instances: ReadonlySet<string>
  /** The values that nodes wait for. */
  readonly waited: ReadonlySet<ValueId>
  /** The promises that each waits for. */
  readonly sources: Map<string, readonly string[]>
}

/** Where in a function code stands. */
export interface Place {
  readonly writing: Writing
  readonly scope: Scope
  readonly lines: Lines
  /** The variable that holds the block's steps. */
  readonly steps: string
  /** The budgets that the steps are on account of. */
  readonly budgets: readonly number[]
  /** Promises begun here that nothing has waited for. */
  readonly open: Set<string>
  /** Whether the block is a branch, which ends when all that was begun in it has ended. */
  readonly isBranch: boolean
  /** Whether any step of the round was begun without waiting for it. */
  readonly round: { hasBegun: boolean }
  /** What the innermost loop carries, in order. */
  readonly carried: readonly CarriedVariable[]
  /** Whether anything behind the node that is being written, in its block, reads the value. */
  readonly isReadLater: (id: ValueId) => boolean
}

/** What a loop carries from round to round. */
export interface CarriedVariable {
  readonly value: ValueId
  /** The variable; `null` where nothing reads it. */
  readonly name: string | null
  /** What a round hands on to the next one. */
  readonly next: Pure
}

/** The scope of code inside: what it adds is not seen outside, where names may come again. */
export const innerScope = (scope: Scope): Scope => ({
  ...scope,
  names: new Identifiers(scope.names),
  variables: new Map(scope.variables),
})

/** A place in a function of its own, or in a round of a loop, whose steps are in `steps`. */
export const ownPlace = (writing: Writing, scope: Scope, lines: Lines, steps: string, budgets: readonly number[]): Place => ({
  writing,
  scope,
  lines,
  steps,
  budgets,
  open: new Set(),
  isBranch: false,
  round: { hasBegun: false },
  carried: [],
  isReadLater: () => true,
})
