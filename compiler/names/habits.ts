/** Words of other languages, and what stands in their place here. */

type Row = readonly [words: readonly string[], instead: string]

const table = (rows: readonly Row[]): ReadonlyMap<string, string> =>
  new Map(rows.flatMap(([words, instead]) => words.map((word) => [word, instead] as const)))

const values = table([
  [['null', 'None', 'nil', 'undefined', 'NULL', 'Null', 'Nothing'], 'none'],
  [['True', 'TRUE'], 'true'],
  [['False', 'FALSE'], 'false'],
])

const plainTypes = table([
  [['str', 'String', 'text', 'Text', 'char', 'varchar'], 'string'],
  [['float', 'double', 'Float', 'Double', 'Number', 'decimal', 'real', 'f32', 'f64'], 'number'],
  [['integer', 'Int', 'Integer', 'long', 'i32', 'i64', 'uint'], 'int'],
  [['boolean', 'Bool', 'Boolean'], 'bool'],
])

const types = table([
  [['list', 'List', 'array', 'Array', 'vector', 'tuple', 'set'], 'a type followed by `[]`, such as `string[]`'],
  [
    ['dict', 'Dict', 'map', 'Map', 'object', 'Object', 'Record', 'struct', 'json', 'Json', 'JSON'],
    'a record with its fields, such as `{ answer: string }`',
  ],
  [
    ['any', 'Any', 'unknown', 'Optional', 'Union', 'void', 'None', 'null', 'undefined', 'unit'],
    'the type of the value, with `?` where it may be `none`',
  ],
])

const callees = table([
  [['length', 'size', 'Len'], '`len(list)`'],
  [['append', 'push', 'add', 'extend'], '`concat(list, [item])`'],
  [['map', 'apply', 'enumerate'], '`each item in list { yield … }`'],
  [['filter', 'find', 'select'], '`where(list, .field)`'],
  [['sorted', 'order'], '`sort(list)`'],
  [['slice', 'take', 'limit', 'truncate'], '`first(list, n)`'],
  [['head', 'get'], '`list[0]`'],
  [['average', 'avg'], '`mean(list)`'],
  [['majority', 'majority_vote', 'mode', 'most_common'], '`vote(list, .field)`'],
  [['argmax', 'max_by'], '`best(list, .field)`'],
  [['filter_none', 'compact', 'drop_none'], '`present(list)`'],
  [['str', 'String', 'string', 'to_string', 'toString', 'format', 'f'], '`text(value)`, or a text with `{{value}}`'],
  [['float', 'Number', 'parseFloat', 'to_number'], '`number(text)`'],
  [['parseInt', 'integer', 'Int'], '`int(text)`'],
  [['strip', 'Trim'], '`trim(text)`'],
  [['lowercase', 'toLowerCase', 'downcase'], '`lower(text)`'],
  [['includes', 'has', 'in', 'index_of', 'indexOf'], '`contains(text, part)`'],
  [['stringify', 'dumps', 'to_json', 'toJson', 'toJSON'], '`json(value)`'],
  [['splitlines', 'split_lines'], '`lines(text)`'],
  [['floor', 'ceil'], '`round(number)`, which gives the nearest whole number'],
  [['print', 'log', 'console', 'echo'], 'nothing: every call is in the trace by itself'],
  [['input', 'ask_human', 'readline'], 'a tool from `"host:NAME"`, which may wait for a person'],
  [['parallel', 'gather', 'concurrent', 'spawn'], '`each` or `sample`: independent calls run at the same time'],
])

/** Fields and methods of lists and texts elsewhere, and the builtin that does it here. */
const members = table([
  [['length', 'len', 'size', 'count'], '`len(…)`'],
  [['first', 'head'], '`…[0]`'],
  [['last', 'tail'], '`last(…)`'],
])

const write = (remedy: string | undefined): string | null => (remedy === undefined ? null : `Write ${remedy}.`)

/** The word of the language for a value of another one. */
export const valueWord = (name: string): string | null => values.get(name) ?? null

/** The type of the language that a type of another one is. */
export const typeWord = (name: string): string | null => plainTypes.get(name) ?? null

/** The builtin that does what a function of another language does with its one argument; `null` where more has to change. */
export const calleeWord = (name: string): string | null => /^`(\w+)\(\w+\)`$/.exec(callees.get(name) ?? '')?.[1] ?? null

/** The builtin that gives what a field of lists and texts gives elsewhere. */
export const memberWord = (name: string): string | null => /^`(\w+)\(…\)`$/.exec(members.get(name) ?? '')?.[1] ?? null

const quotedWord = (word: string | null): string | null => (word === null ? null : `Write \`${word}\`.`)

export const valueHabit = (name: string): string | null => quotedWord(valueWord(name))

export const typeHabit = (name: string): string | null => quotedWord(typeWord(name)) ?? write(types.get(name))

export const calleeHabit = (name: string): string | null => write(callees.get(name))

export const memberHabit = (name: string): string | null => write(members.get(name))
