import schema from '../../graph/graph-schema.json' with { type: 'json' }

/** The parts of a graph that are checked one by one. They hold each other: checked as a whole, a deep graph would overflow the stack. */
export const partNames = [
  'Graph',
  'GraphParameter',
  'AgentDefinition',
  'ToolDefinition',
  'BudgetScope',
  'Type',
  'Block',
  'Node',
  'Pure',
  'PureTextPart',
] as const

export type PartName = (typeof partNames)[number]

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** The published definitions, with `later: NAME` in place of a reference to a part. */
export const shallowDefinitions: { readonly [name: string]: Json } = Object.fromEntries(
  Object.entries(schema.definitions as unknown as { readonly [name: string]: Json }).map(([name, definition]) => [
    name,
    shallow(definition),
  ]),
)

function shallow(part: Json): Json {
  if (Array.isArray(part)) return part.map(shallow)
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  const fields = part as { readonly [name: string]: Json }
  const named = partReferred(fields)
  if (named !== null) return { later: named }
  const optional = optionalPart(fields.anyOf)
  if (optional !== null) return { if: { not: { type: 'null' } }, then: { later: optional } }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shallow(value)]))
}

/** The part in `anyOf: [part, null]`: which of the two it has to be is clear from what is there. */
function optionalPart(anyOf: Json | undefined): PartName | null {
  if (!Array.isArray(anyOf)) return null
  const [part, none] = anyOf as readonly { readonly [name: string]: Json }[]
  return part !== undefined && none?.type === 'null' && anyOf.length === 2 ? partReferred(part) : null
}

function partReferred({ $ref }: { readonly [name: string]: Json }): PartName | null {
  return partNames.find((name) => $ref === `#/definitions/${name}`) ?? null
}
