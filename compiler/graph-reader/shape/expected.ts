import schema from '../../graph/graph-schema.json' with { type: 'json' }

const typeWords = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['integer', 'a whole number'],
  ['boolean', '`true` or `false`'],
  ['array', 'a list, in `[ ]`,'],
  ['object', 'an object, in `{ }`,'],
  ['null', '`null`'],
])

/** The types of a schema's `type`, as they read before "was expected". */
export function expectedType(type: unknown): string {
  const names: readonly unknown[] = Array.isArray(type) ? type : String(type).split(',')
  return names.map((name) => typeWords.get(String(name)) ?? String(name)).join(' or ')
}

const { Word, NodeName, InstanceName, AgentDefinition } = schema.definitions

/** What each pattern of the schema stands for. */
export const patternMeanings: ReadonlyMap<string, string> = new Map([
  [Word.pattern, 'a name of letters, digits and `_`, no digit first,'],
  [NodeName.pattern, "a node's name, such as `main/repeat/review`,"],
  [InstanceName.pattern, 'an instance name, such as `main/repeat[*]/review`,'],
  [AgentDefinition.properties.model.pattern, 'a slot of letters, digits, `_`, `-` and `.`'],
])
