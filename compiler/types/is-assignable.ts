import { sizeFits } from './size-fits.ts'
import type { AgentType, RecordType, Type } from './type.ts'

/** Whether every value of `from` may stand where `to` is asked for. */
export function isAssignable(from: Type, to: Type): boolean {
  if (from === to || from.kind === 'unknown' || to.kind === 'unknown' || from.kind === 'never') return true
  if (to.kind === 'optional') {
    if (from.kind === 'none') return true
    return isAssignable(from.kind === 'optional' ? from.inner : from, to.inner)
  }
  switch (from.kind) {
    case 'int':
      return to.kind === 'int' || to.kind === 'number'
    case 'string':
    case 'number':
    case 'bool':
    case 'none':
      return to.kind === from.kind
    case 'optional':
      return false
    case 'list':
      return (
        to.kind === 'list' &&
        isAssignable(from.element, to.element) &&
        (from.element.kind === 'never' || sizeFits(from.size, to.size))
      )
    case 'record':
      return to.kind === 'record' && recordFits(from, to)
    case 'enum':
      return to.kind === 'enum' && to.id === from.id
    case 'parameter':
      return to.kind === 'parameter' && to.name === from.name
    case 'agent':
      return to.kind === 'agent' && agentFits(from, to)
  }
}

function recordFits(from: RecordType, to: RecordType): boolean {
  if (from.fields.length !== to.fields.length) return false
  return to.fields.every((wanted) => {
    const given = from.fields.find((field) => field.name === wanted.name)
    return given !== undefined && isAssignable(given.type, wanted.type)
  })
}

/** Parameters the other way round; trailing optional parameters may be dropped. */
function agentFits(from: AgentType, to: AgentType): boolean {
  const given = from.parameters.slice(0, to.parameters.length)
  const dropped = from.parameters.slice(to.parameters.length)
  return (
    given.length === to.parameters.length &&
    dropped.every((type) => type.kind === 'optional' || type.kind === 'unknown') &&
    to.parameters.every((type, position) => isAssignable(type, given[position] ?? type)) &&
    isAssignable(from.result, to.result)
  )
}
