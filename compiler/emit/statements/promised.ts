import { pureReads } from '../../graph/index.ts'
import type { Pure, ValueId } from '../../graph/index.ts'
import type { Scope, Variable } from '../scope.ts'
import type { Place } from './place.ts'

/** A value that a promise will give. */
export type Promised = Extract<Variable, { kind: 'promised' }>

/** The values that the expressions read. */
export function readsOf(pures: readonly Pure[]): ReadonlySet<ValueId> {
  const reads = new Set<ValueId>()
  for (const pure of pures) pureReads(pure, reads)
  return reads
}

/** The values among these that are promised still. */
export function promisedIn(reads: ReadonlySet<ValueId>, scope: Scope): readonly Promised[] {
  return [...reads].flatMap((id) => {
    const variable = scope.variables.get(id)
    return variable?.kind === 'promised' ? [variable] : []
  })
}

/** The names of promises, each once. */
export const promiseNames = (promised: readonly Promised[]): readonly string[] => [...new Set(promised.map(({ name }) => name))]

/** Makes the values that are read ones that are there: waits for those that are promised. */
export function awaitReads(reads: ReadonlySet<ValueId>, place: Place): void {
  for (const promise of promiseNames(promisedIn(reads, place.scope))) {
    const taken = takePromised(promise, place, (id) => place.writing.read.has(id))
    place.lines.add(`${taken === null ? '' : `const ${taken} = `}await ${promise}`)
    close(promise, place)
  }
}

/**
 * Gives a variable to every value that the promise gives and `isRead` names; answers with the pattern that binds them to what
 * the promise comes to, or with `null` where nothing reads that.
 */
export function takePromised(
  promise: string,
  { scope, writing }: Pick<Place, 'scope' | 'writing'>,
  isRead: (id: ValueId) => boolean,
): string | null {
  const given = [...scope.variables].flatMap(([id, variable]) =>
    variable.kind === 'promised' && variable.name === promise ? [{ id, variable }] : [],
  )
  for (const { id } of given) if (!writing.read.has(id)) scope.variables.delete(id)
  const names = new Map<number, string>()
  for (const { id, variable } of given) {
    if (!scope.variables.has(id) || !isRead(id)) continue
    const name = scope.names.take(variable.wanted)
    scope.variables.set(id, { kind: 'plain', name, isConstant: true })
    if (variable.index === null) return name
    names.set(variable.index, name)
  }
  if (names.size === 0) return null
  const length = Math.max(...names.keys()) + 1
  return `[${Array.from({ length }, (_, index) => names.get(index) ?? '').join(', ')}]`
}

/** The promise was waited for, and with it all that it waits for. */
function close(promise: string, { open, writing }: Place): void {
  const pending = [promise]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (open.delete(next) || next === promise) pending.push(...(writing.sources.get(next) ?? []))
  }
}
