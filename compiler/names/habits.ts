/** Words of other languages, and what stands in their place here. */

const values: ReadonlyMap<string, string> = new Map([
  ...['null', 'None', 'nil', 'undefined', 'NULL', 'Null', 'Nothing'].map((word) => [word, 'none'] as const),
  ...['True', 'TRUE'].map((word) => [word, 'true'] as const),
  ...['False', 'FALSE'].map((word) => [word, 'false'] as const),
])

const types: ReadonlyMap<string, string> = new Map([
  ...['str', 'String', 'text', 'Text', 'char', 'varchar'].map((word) => [word, '`string`'] as const),
  ...['float', 'double', 'Float', 'Double', 'Number', 'decimal', 'real', 'f32', 'f64'].map((word) => [word, '`number`'] as const),
  ...['integer', 'Int', 'Integer', 'long', 'i32', 'i64', 'uint'].map((word) => [word, '`int`'] as const),
  ...['boolean', 'Bool', 'Boolean'].map((word) => [word, '`bool`'] as const),
  ...['list', 'List', 'array', 'Array', 'vector', 'tuple', 'set'].map(
    (word) => [word, 'a type followed by `[]`, such as `string[]`'] as const,
  ),
  ...['dict', 'Dict', 'map', 'Map', 'object', 'Object', 'Record', 'struct', 'json', 'Json', 'JSON'].map(
    (word) => [word, 'a record with its fields, such as `{ answer: string }`'] as const,
  ),
  ...['any', 'Any', 'unknown', 'Optional', 'Union', 'void', 'None', 'null', 'undefined', 'unit'].map(
    (word) => [word, 'the type of the value, with `?` where it may be `none`'] as const,
  ),
])

const callees: ReadonlyMap<string, string> = new Map([
  ...['length', 'size', 'Len'].map((word) => [word, '`len(list)`'] as const),
  ...['append', 'push', 'add', 'extend'].map((word) => [word, '`concat(list, [item])`'] as const),
  ...['map', 'apply', 'enumerate'].map((word) => [word, '`each item in list { yield … }`'] as const),
  ...['filter', 'find', 'select'].map((word) => [word, '`where(list, .field)`'] as const),
  ...['sorted', 'order'].map((word) => [word, '`sort(list)`'] as const),
  ...['slice', 'take', 'limit', 'truncate'].map((word) => [word, '`first(list, n)`'] as const),
  ...['head', 'get'].map((word) => [word, '`list[0]`'] as const),
  ...['average', 'avg'].map((word) => [word, '`mean(list)`'] as const),
  ...['majority', 'majority_vote', 'mode', 'most_common'].map((word) => [word, '`vote(list, .field)`'] as const),
  ...['argmax', 'max_by'].map((word) => [word, '`best(list, .field)`'] as const),
  ...['filter_none', 'compact', 'drop_none'].map((word) => [word, '`present(list)`'] as const),
  ...['str', 'String', 'string', 'to_string', 'toString', 'format', 'f'].map((word) => [word, '`text(value)`, or a text with `{{value}}`'] as const),
  ...['float', 'Number', 'parseFloat', 'to_number'].map((word) => [word, '`number(text)`'] as const),
  ...['parseInt', 'integer', 'Int'].map((word) => [word, '`int(text)`'] as const),
  ...['strip', 'Trim'].map((word) => [word, '`trim(text)`'] as const),
  ...['lowercase', 'toLowerCase', 'downcase'].map((word) => [word, '`lower(text)`'] as const),
  ...['includes', 'has', 'in', 'index_of', 'indexOf'].map((word) => [word, '`contains(text, part)`'] as const),
  ...['stringify', 'dumps', 'to_json', 'toJson', 'toJSON'].map((word) => [word, '`json(value)`'] as const),
  ...['splitlines', 'split_lines'].map((word) => [word, '`lines(text)`'] as const),
  ...['floor', 'ceil'].map((word) => [word, '`round(number)`'] as const),
  ...['print', 'log', 'console', 'echo'].map((word) => [word, 'nothing: every call is in the trace by itself'] as const),
  ...['input', 'ask_human', 'readline'].map((word) => [word, 'a tool from `"host:NAME"`, which may wait for a person'] as const),
  ...['parallel', 'gather', 'concurrent', 'spawn'].map((word) => [word, '`each` or `sample`: independent calls run at the same time'] as const),
])

/** Fields and methods of lists and texts elsewhere, and the builtin that does it here. */
const members: ReadonlyMap<string, string> = new Map([
  ...['length', 'len', 'size', 'count'].map((word) => [word, '`len(…)`'] as const),
  ...['first', 'head'].map((word) => [word, '`…[0]`'] as const),
  ...['last', 'tail'].map((word) => [word, '`last(…)`'] as const),
])

const write = (remedy: string | undefined): string | null => (remedy === undefined ? null : `Write ${remedy}.`)

export const valueHabit = (name: string): string | null => {
  const word = values.get(name)
  return word === undefined ? null : `Write \`${word}\`.`
}

export const typeHabit = (name: string): string | null => write(types.get(name))

export const calleeHabit = (name: string): string | null => write(callees.get(name))

export const memberHabit = (name: string): string | null => write(members.get(name))
