import type { Range } from '../../../grammar/index.ts'
import type { Type } from '../../types/index.ts'
import { LocalTable } from './local-table.ts'

/** A name with a value inside a workflow or agent. */
export interface Local {
  /** `agent` for an agent parameter, which can be called and passed on; `static` for a number known beforehand. */
  readonly kind: 'value' | 'static' | 'agent'
  readonly name: string
  /** What the name may hold, whatever is known about its value at some point. */
  readonly type: Type
  readonly range: Range
  /** How many `each` bodies stood around the place where it was first bound. */
  readonly eachDepth: number
  /** The locals of the branches that it was merged from. */
  readonly parts: readonly Local[]
}

/** What is known at one point of a body. Never changed: statements give a new one. */
export interface Environment {
  readonly locals: LocalTable
  /** Types of paths such as `x` and `x.field` that a condition has told apart from `none`. */
  readonly narrowed: ReadonlyMap<string, Type>
  /** Names that had a value earlier, and why they have none here. */
  readonly outOfReach: ReadonlyMap<string, OutOfReach>
  readonly eachDepth: number
  /** Whether this is inside a text, where only builtins may be called. */
  readonly inText: boolean
}

export interface OutOfReach {
  readonly reason: string
  readonly hint: string
}

export const emptyEnvironment: Environment = {
  locals: LocalTable.empty,
  narrowed: new Map(),
  outOfReach: new Map(),
  eachDepth: 0,
  inText: false,
}

export function withLocal(environment: Environment, local: Local): Environment {
  const known = withoutKnowledge(environment, new Set([local.name]))
  const locals = environment.locals.with(local)
  if (!environment.outOfReach.has(local.name)) return { ...known, locals }
  const outOfReach = new Map(environment.outOfReach)
  outOfReach.delete(local.name)
  return { ...known, locals, outOfReach }
}

/** The names of the locals of this kind. */
export const localsOf = (kind: Local['kind'], environment: Environment): readonly string[] =>
  [...environment.locals.values()].filter((local) => local.kind === kind).map((local) => local.name)

/** Forgets what conditions have told about the names: they are bound again. */
export function withoutKnowledge(environment: Environment, names: ReadonlySet<string>): Environment {
  if (environment.narrowed.size === 0 || names.size === 0) return environment
  const root = (path: string): string => path.split('.', 1)[0] ?? path
  const narrowed = new Map([...environment.narrowed].filter(([path]) => !names.has(root(path))))
  return { ...environment, narrowed }
}

/** Names of `inner` that `outer` lacks become names out of reach. */
export function losing(outer: Environment, inner: Environment, why: (name: string) => OutOfReach): Environment {
  const outOfReach = new Map([...outer.outOfReach, ...inner.outOfReach])
  for (const name of inner.locals.names()) outOfReach.set(name, why(name))
  for (const name of outer.locals.names()) outOfReach.delete(name)
  return { ...outer, outOfReach }
}
