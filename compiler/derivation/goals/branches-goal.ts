import { costKey, leastOf } from '../machine/cost.ts'
import type { Cost } from '../machine/cost.ts'
import { withDuty } from '../machine/duties.ts'
import type { Duty } from '../machine/duties.ts'
import type { ActingGoal, Goal } from '../machine/goal.ts'
import type { Scope } from '../machine/scope.ts'
import type { State } from '../machine/state.ts'

/** A choice between branches, between two of them. */
interface Branching {
  /** The blocks that are still to be written. */
  readonly blocks: readonly Goal[]
  /** The name that every block binds again; `null` where they return. */
  readonly target: { readonly level: number; readonly name: number } | null
  readonly scope: Scope
  /** What the program might still cost before the first branch. */
  readonly start: Cost
  /** What was unread before the first branch, and still is. */
  readonly unread: readonly Duty[]
  /** What the branches so far leave unread that they bound themselves. */
  readonly added: readonly Duty[]
  /** The least that any branch so far has left over; `null` before the first. */
  readonly least: Cost | null
}

/** After its condition: the branches one by one, each with all that was left before the first. */
export const branchesGoal = (blocks: readonly Goal[], target: Branching['target']): ActingGoal => ({
  kind: 'acts',
  key: `branches ${blocks.map((block) => block.key).join(' else ')} for ${target?.level ?? ''} ${target?.name ?? ''}`,
  act: (state) => {
    const { scope, left, unread } = state
    return nextBranch({ blocks, target, scope, start: left, unread, added: [], least: null }, state)
  },
})

function nextBranch(branching: Branching, state: State): { readonly state: State; readonly goals: readonly Goal[] } {
  const [block, ...blocks] = branching.blocks
  const { scope, start, unread, added, least, target } = branching
  const { statements } = state.left
  if (block === undefined) {
    const merged = added.reduce(withDuty, unread)
    return { state: { ...state, scope, unread: merged, left: { ...(least ?? start), statements } }, goals: [] }
  }
  const targets = target === null ? state.targets : [...state.targets, { ...target, outer: scope.names.length }]
  const next = { ...state, scope, unread, targets, left: { ...start, statements } }
  return { state: next, goals: [block, branchEndGoal({ ...branching, blocks })] }
}

const branchEndGoal = (branching: Branching): ActingGoal => ({
  kind: 'acts',
  key: branchingKey(branching),
  act: (state) => {
    const added = state.unread.filter((duty) => !branching.unread.includes(duty))
    if (branching.target === null && added.length > 0) return null
    return nextBranch(
      {
        ...branching,
        unread: branching.unread.filter((duty) => state.unread.includes(duty)),
        added: added.reduce(withDuty, branching.added),
        least: branching.least === null ? state.left : leastOf(branching.least, state.left),
      },
      state,
    )
  },
})

const branchingKey = ({ blocks, target, scope, start, unread, added, least }: Branching): string =>
  [
    'branch end',
    ...blocks.map((block) => block.key),
    target?.level,
    target?.name,
    scope.id,
    costKey(start),
    unread.join(' '),
    added.join(' '),
    least === null ? '' : costKey(least),
  ].join('|')
