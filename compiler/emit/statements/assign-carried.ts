import type { Pure } from '../../graph/index.ts'
import type { Place } from './place.ts'
import { awaitReads, readsOf } from './promised.ts'
import { movedText, outputText } from './value-text.ts'

/** The variables of the loop take their next values, all at once; no step that reads the present ones is still to begin. */
export function assignCarried(values: readonly Pure[], place: Place): void {
  const { scope, lines, carried, steps, round } = place
  const changes = values.flatMap((value, position) => {
    const name = carried[position]?.name ?? null
    const variable = value.kind === 'value' ? scope.variables.get(value.id) : undefined
    const isKept = variable?.kind === 'plain' && variable.name === name
    return name === null || isKept ? [] : [{ name, value }]
  })
  const [only, ...others] = changes
  if (only === undefined) return
  awaitReads(readsOf(changes.map(({ value }) => value)), place)
  if (round.hasBegun) lines.add(`await ${steps}.earlier()`)
  if (others.length === 0) {
    lines.add(`${only.name} = ${movedText(only.value, place) ?? outputText(only.value, place)}`)
    return
  }
  const names = changes.map(({ name }) => name).join(', ')
  lines.add(`;[${names}] = [${changes.map(({ value }) => outputText(value, place)).join(', ')}]`)
}
