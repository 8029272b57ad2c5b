import { pureOperands } from '../../../compiler/graph/index.ts'
import type { Pure, PureTextPart, ValueId } from '../../../compiler/graph/index.ts'
import { demandOfPart, part, shape, whole } from './demand.ts'
import type { Demand } from './demand.ts'

/** Told for each value that matters, how much of it does. */
export type Read = (id: ValueId, demand: Demand) => void

/**
 * What matters of the values that an expression reads, where this much matters of its result. Elements and fields are told
 * apart where the expression says which they are; where it computes with a value, all of it matters.
 */
export function demandOf(pure: Pure, demand: Demand, read: Read): void {
  switch (pure.kind) {
    case 'constant':
      return
    case 'value':
      read(pure.id, demand)
      return
    case 'field':
      demandOf(pure.of, part(pure.name, demand), read)
      return
    case 'index':
      demandOf(pure.index, whole, read)
      demandOf(pure.of, pure.index.kind === 'constant' ? part(Number(pure.index.value), demand) : whole, read)
      return
    case 'list':
      pure.items.forEach((item, position) => {
        const needed = demandOfPart(demand, position)
        if (needed !== undefined) demandOf(item, needed, read)
      })
      return
    case 'record':
      demandOfRecord(pure, demand, read)
      return
    case 'builtin':
      demandOfBuiltin(pure, demand, read)
      return
    case 'text':
      demandOfText(pure.parts, read)
      return
    case 'not':
    case 'negate':
    case 'binary':
    case 'and':
    case 'or':
    case 'default':
      demandOperands(pure, read)
  }
}

function demandOperands(pure: Pure, read: Read): void {
  for (const operand of pureOperands(pure)) demandOf(operand, whole, read)
}

function demandOfText(parts: readonly PureTextPart[], read: Read): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'chunk':
        break
      case 'insert':
        demandOf(part.value, whole, read)
        break
      case 'if':
        demandOf(part.condition, whole, read)
        demandOfText(part.then, read)
        demandOfText(part.else, read)
        break
      case 'each':
        demandOf(part.list, whole, read)
        demandOfText(part.body, (id, demand) => {
          if (id !== part.item) read(id, demand)
        })
    }
  }
}

function demandOfRecord(pure: Extract<Pure, { kind: 'record' }>, demand: Demand, read: Read): void {
  const own = new Set(pure.fields.map((field) => field.name))
  for (const { name, value } of pure.fields) {
    const needed = demandOfPart(demand, name)
    if (needed !== undefined) demandOf(value, needed, read)
  }
  if (pure.spread === null) return
  if (demand.whole) demandOf(pure.spread, whole, read)
  for (const [name, needed] of demand.parts) if (!own.has(String(name))) demandOf(pure.spread, part(name, needed), read)
}

function demandOfBuiltin(pure: Extract<Pure, { kind: 'builtin' }>, demand: Demand, read: Read): void {
  const [list, count] = pure.arguments
  if (pure.name === 'len' && list !== undefined) {
    demandOf(list, shape, read)
    return
  }
  if (pure.name === 'first' && list !== undefined && count?.kind === 'constant') {
    const parts = new Map<string | number, Demand>()
    for (let position = 0; position < Number(count.value); position += 1) {
      const needed = demandOfPart(demand, position)
      if (needed !== undefined) parts.set(position, needed)
    }
    demandOf(list, { whole: false, parts }, read)
    return
  }
  demandOperands(pure, read)
}
