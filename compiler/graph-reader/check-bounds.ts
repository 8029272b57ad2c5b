import { boundsOf } from '../bounds/bounds-of.ts'
import type { Bounds, Graph } from '../graph/index.ts'
import { pointerTo } from './pointer.ts'
import type { ProblemList } from './problem-list.ts'

const measures = ['calls', 'tool_calls', 'tokens', 'depth'] as const satisfies readonly (keyof Bounds)[]

/** The bounds that a graph states are its own. */
export function checkBounds(graph: Graph, problems: ProblemList): void {
  const bounds = boundsOf(graph)
  for (const measure of measures) {
    const place = pointerTo('/bounds', measure)
    const [stated, actual] = [graph.bounds[measure], bounds[measure]]
    if (!Number.isSafeInteger(actual)) {
      problems.add(
        'bounds',
        place,
        'The bound is too large to be counted.',
        'Lower the `maximum` of a loop, a `count`, or `max_turns` of an agent.',
      )
    } else if (stated !== actual) {
      problems.add('bounds', place, `The bound is ${actual}, not ${stated}.`, `Write \`"${measure}": ${actual}\`.`)
    }
  }
}
