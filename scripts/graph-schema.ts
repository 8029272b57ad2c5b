import { fileURLToPath } from 'node:url'
import { createGenerator } from 'ts-json-schema-generator'
import type { Schema } from 'ts-json-schema-generator'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Types that stand in no compiled graph: none has values that a model could be asked for. */
const typesWithoutValues = new Set(['none', 'never', 'unknown', 'agent', 'parameter'])

/** Sizes of generic workflows; in a graph every one is a number. */
const symbolicSizes = new Set(['symbol', 'sum', 'product', 'minimum'])

/** The JSON Schema of a graph, made from its types: the text of `compiler/graph/graph-schema.json`. */
export function graphSchemaText(): string {
  const { definitions = {}, ...schema } = createGenerator({
    path: `${root}compiler/graph/graph.ts`,
    tsconfig: `${root}tsconfig.json`,
    type: 'Graph',
    skipTypeCheck: true,
    discriminatorType: 'open-api',
  }).createSchema('Graph')
  const { Type, Size, Value, Graph, ...others } = definitions
  delete others.AgentType
  delete others.ParameterType
  const described = {
    $schema: schema.$schema,
    $id: 'urn:maslang:graph:1',
    title: 'A compiled MAS workflow',
    $ref: schema.$ref,
    definitions: {
      Graph: withSchemaField(objectOf(Graph)),
      Type: { ...withoutKinds(objectOf(Type), typesWithoutValues), description: 'A type. Enums are equal by their `id`.' },
      Size: { ...withoutKinds(objectOf(Size), symbolicSizes), description: 'At most so many elements.' },
      // Whatever is JSON is a value.
      Value: { description: objectOf(Value).description },
      ...others,
    },
  }
  return `${JSON.stringify(described, null, 2)}\n`
}

/** A graph may name this schema, for editors. */
const withSchemaField = (schema: Schema): Schema => ({
  ...schema,
  properties: { $schema: { type: 'string', description: 'Where this schema lies, for editors.' }, ...schema.properties },
})

/** A union without the members of these kinds. */
const withoutKinds = (schema: Schema, kinds: ReadonlySet<string>): Schema => ({
  ...schema,
  oneOf: (schema.oneOf ?? []).filter((member) => !kindsOf(objectOf(member)).some((kind) => kinds.has(kind))),
})

/** The values that the `kind` of a union's member may have; of a reference, its name says it: `AgentType`. */
function kindsOf({ $ref, properties }: Schema): readonly string[] {
  if ($ref !== undefined) return [$ref.replace(/^.*\/|Type$/g, '').toLowerCase()]
  const kind = objectOf(properties?.kind)
  return [kind.const, ...(kind.enum ?? [])].filter((value) => typeof value === 'string')
}

function objectOf(schema: Schema | boolean | undefined): Schema {
  if (typeof schema === 'object') return schema
  throw new Error('the types of a graph have changed: this script no longer knows them')
}
