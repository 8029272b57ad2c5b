import { nodeReads } from '../../graph/index.ts'
import type { Node } from '../../graph/index.ts'
import { innerScope } from './place.ts'
import type { Place } from './place.ts'
import { promiseNames, promisedIn, takePromised } from './promised.ts'
import { startedText } from './started-text.ts'
import { hasEffect } from './wait-if-impure.ts'

/** The expression that begins a node when the values that it reads are there; one with an effect, when its turn has come. */
export function begunText(node: Node, place: Place): string {
  const reads = nodeReads(node)
  const promises = promiseNames(promisedIn(reads, place.scope))
  // A tool keeps the order by itself.
  const isOrdered = node.kind !== 'tool' && hasEffect(node, place)
  if (promises.length === 0 && !isOrdered) return startedText(node, place)
  const inner: Place = { ...place, steps: 'at', scope: innerScope(place.scope) }
  const taken = promises.map((promise) => ({ promise, parameter: takePromised(promise, inner, (id) => reads.has(id)) }))
  // Parameters that nothing reads would have to stand before those that something reads.
  const ordered = [...taken.filter(({ parameter }) => parameter !== null), ...taken.filter(({ parameter }) => parameter === null)]
  const method = isOrdered ? 'inOrder' : 'after'
  const begin = `(${['at', ...ordered.flatMap(({ parameter }) => parameter ?? [])].join(', ')}) => ${startedText(node, inner)}`
  return `${place.steps}.${method}([${ordered.map(({ promise }) => promise).join(', ')}], ${begin})`
}
