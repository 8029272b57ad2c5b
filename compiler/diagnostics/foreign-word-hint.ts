const remedies: ReadonlyMap<string, string> = new Map([
  ['break', 'A loop is left with `stop when condition`.'],
  ['continue', 'Put the rest of the round in an `if`.'],
  ['try', 'What stands in for a failure follows `otherwise`: `Expert(task) otherwise Novice(task)`.'],
  ['catch', 'What stands in for a failure follows `otherwise`.'],
  ['throw', 'A run fails with `assert condition else "message"`.'],
  ['raise', 'A run fails with `assert condition else "message"`.'],
  ['switch', 'Write `match value { member => { … } else => { … } }`.'],
  ['case', 'Write `match value { member => { … } else => { … } }`.'],
  ['function', 'Write `workflow name(input: string) -> string { … }`.'],
  ['func', 'Write `workflow name(input: string) -> string { … }`.'],
  ['fn', 'Write `workflow name(input: string) -> string { … }`.'],
  ['def', 'Write `workflow name(input: string) -> string { … }`.'],
  ['class', 'Write `type Name = { field: string }`.'],
  ['struct', 'Write `type Name = { field: string }`.'],
  ['interface', 'Write `type Name = { field: string }`.'],
  ['parallel', 'Calls that do not need each other run at the same time by themselves.'],
  ['print', 'A script writes nothing; what it has to say is what `main` returns.'],
  ['pass', 'A block may be empty: `{ }`.'],
  ['loop', 'Write `repeat max n { … }`.'],
  ['then', 'A block follows the condition: `if condition { … }`.'],
  ['do', 'Write `repeat max n { … }`.'],
])

/** What to write instead of a word that other languages have here. */
export function foreignWordHint(found: string, expected: string): string | null {
  if (found === '`for`' && expected.includes('`]`')) return 'A list is made from another with `each x in xs { yield … }`.'
  if (found === '`<`' && expected === 'a declaration') return 'A list of `T` is written `T[]`.'
  if (found === '`?`') {
    return expected === '`:`' ? 'An optional type is written `name: type?`.' : 'A value that may be missing is used inside `if x != none { … }`.'
  }
  return remedies.get(found.slice(1, -1)) ?? null
}
