import { noCost } from '../machine/cost.ts'
import type { AskingGoal, Option } from '../machine/goal.ts'
import type { Expression } from '../../../grammar/index.ts'
import { callNode, nowhere } from '../nodes.ts'
import { expressionPiece, readCall } from '../pieces.ts'

/** One way to call a builtin. */
export interface BuiltinCall {
  readonly builtin: string
  /** What tells it from other ways to call the same builtin, after its name; empty where there is one. */
  readonly variant?: string
  readonly goals: readonly AskingGoal[]
  /** A number after the other arguments. */
  readonly number?: number
  readonly selector?: string
  /** What a value of it is called. */
  readonly stem: string
}

export const builtinLabel = (builtin: string, variant = ''): string =>
  `expression/${builtin}${variant === '' ? '' : ` ${variant}`}`

export function builtinOption({ builtin, variant, goals, number, selector, stem }: BuiltinCall): Option {
  const last: readonly Expression[] =
    number === undefined ? [] : [{ kind: 'number', value: number, integer: true, range: nowhere }]
  return {
    label: builtinLabel(builtin, variant),
    cost: noCost,
    reads: 0,
    goals,
    stem,
    part: {
      kind: 'expression',
      write: (writer) => callNode(builtin, [...goals.map(() => writer.expression()), ...last], selector),
      read: (expression) => {
        const call = readCall(expression, builtin)
        if (call?.values.length !== goals.length + last.length || call.selector !== (selector ?? null)) return null
        const given = call.values.at(-1)
        if (number !== undefined && (given?.kind !== 'number' || given.value !== number)) return null
        return call.values.slice(0, goals.length).map(expressionPiece)
      },
    },
  }
}
