import { maximumNesting, maximumNodes } from '../../lower/index.ts'
import { typePartLimit } from '../../types/index.ts'
import type { ProblemList } from '../problem-list.ts'
import { explainShape } from './explain-shape.ts'
import type { PartName } from './later.ts'
import { checkPart } from './part-validators.ts'

/** A part that is still to be checked, and how deep it stands. */
interface OpenPart {
  readonly name: PartName
  readonly data: unknown
  readonly place: string
  readonly levels: number
}

/** Lowering counts expressions and blocks, not the parts of texts; a script nests these at most 64 levels deep. */
const deepest = maximumNesting + 100

/** How deep a part may stand. */
const limits: Readonly<Partial<Record<PartName, number>>> = {
  Block: deepest,
  Pure: deepest,
  PureTextPart: deepest,
  Type: typePartLimit,
}

/**
 * Whether the value has the form that the published schema gives, and is small enough for what comes after. One problem for
 * each part at most: what is wrong with a part may be one mistake.
 */
export function checkShape(data: unknown, problems: ProblemList): void {
  const open: OpenPart[] = [{ name: 'Graph', data, place: '', levels: 0 }]
  let nodes = 0
  for (let part = open.pop(); part !== undefined && !problems.isFull; part = open.pop()) {
    const { name, place, levels } = part
    const limit = limits[name]
    if (limit !== undefined && levels > limit) {
      problems.add('size', place, `This stands more than ${limit} levels deep.`, 'Give an inner part a node of its own.')
      return
    }
    if (name === 'Node') nodes += 1
    const { error, inner } = checkPart(name, part.data)
    if (error !== null) explainShape(place, error, problems)
    // The last one in is the first one out: in reverse, problems come in the order of the file.
    for (const next of inner.toReversed()) {
      open.push({ ...next, place: `${place}${next.pointer}`, levels: levels + (next.name in limits ? 1 : 0) })
    }
  }
  if (nodes > maximumNodes) {
    problems.add(
      'size',
      '/body',
      `The graph has ${nodes} nodes; it may have ${maximumNodes}.`,
      'Use loops where the same calls are written out.',
    )
  }
}
