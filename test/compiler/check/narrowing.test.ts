import { asBody, checkRows } from './rows.ts'

checkRows(
  'narrowing',
  [
    ['then', 'if hint != none { _ = lower(hint) }'],
    ['else', 'if hint == none { task = "" } else { _ = lower(hint) }'],
    ['not in else', 'if hint != none { task = "" } else { _ = lower(«hint») }', 'MAS3003'],
    ['not afterwards', 'if hint != none { _ = hint } _ = lower(«hint»)', 'MAS3003'],
    ['none on the left', 'if none != hint { _ = lower(hint) }'],
    ['not', 'if not (hint == none) { _ = lower(hint) }'],
    ['and', 'if hint != none and perhaps != none { _ = [lower(hint), perhaps.answer] }'],
    ['not in the else of and', 'if hint != none and sure { task = "" } else { _ = lower(«hint») }', 'MAS3003'],
    ['or in else', 'if hint == none or perhaps == none { task = "" } else { _ = [lower(hint), perhaps.answer] }'],
    ['or in then', 'if hint != none or sure { _ = lower(«hint») }', 'MAS3003'],
    ['or of the same', 'if hint != none and sure or hint != none { _ = lower(hint) }'],
    ['not of and', 'if not (hint != none and sure) { task = "" } else { _ = lower(hint) }'],
    ['assert', 'assert hint != none _ = lower(hint)'],
    ['assert of and', 'assert hint != none and sure else "missing" _ = lower(hint)'],
    ['a field', 'if draft.note != none { _ = lower(draft.note) }'],
    ['another field', 'if draft.note != none { _ = lower(«drafts[0].note») }', 'MAS3003'],
    ['a field of an optional', 'if perhaps != none and perhaps.note != none { _ = lower(perhaps.note) }'],
    ['until the name is bound again', 'if hint != none { hint = draft.note _ = lower(«hint») }', 'MAS3003'],
    ['until its record is bound again', 'assert draft.note != none draft = drafts[0] _ = lower(«draft.note»)', 'MAS3003'],
    ['in both branches', 'if sure { assert hint != none } else { assert hint != none } _ = lower(hint)'],
    ['in one branch', 'if sure { assert hint != none } _ = lower(«hint»)', 'MAS3003'],
    ['a branch that binds again', 'assert hint != none if sure { hint = draft.note } _ = lower(«hint»)', 'MAS3003'],
    ['stop', 'repeat max 3 { note = Solve(task).note stop when note == none task = note }'],
    ['stop the other way round', 'repeat max 3 { note = Solve(task).note stop when note != none task = «note» }', 'MAS3001'],
    ['a loop that does not bind the name', 'assert hint != none repeat max 3 { task = hint }'],
    ['a loop that binds the name later', 'assert hint != none repeat max 3 { task = «hint» hint = draft.note }', 'MAS3001'],
    ['after a loop that binds the name', 'assert hint != none repeat max 3 { hint = none } _ = lower(«hint»)', 'MAS3003'],
    ['after a loop that does not', 'assert hint != none repeat max 3 { task = "" } _ = lower(hint)'],
    ['each', 'assert hint != none _ = each word in few { yield [word, lower(hint)] }'],
    ['an item', '_ = each word in [hint, draft.note] { assert word != none yield lower(word) }'],
    [
      'a match arm binds again',
      'assert hint != none match verdict { correct => { hint = none } else => { } } _ = lower(«hint»)',
      'MAS3003',
    ],
    ['an index is no path', 'notes = [hint] if notes[0] != none { _ = lower(«notes[0]») }', 'MAS3003'],
    ['the type of the name stays', 'if hint != none { hint = none }'],
  ],
  asBody,
)

checkRows('narrowing in texts', [
  [
    'an optional',
    'agent A(q: string?) -> string { prompt "{{#if q}}{{lower(q)}}{{/if}}" } workflow main() -> string { return A() }',
  ],
  [
    'else',
    `
      agent A(q: string?) -> string { prompt "{{#if q == none}}-{{else}}{{lower(q)}}{{/if}}" }
      workflow main() -> string { return A() }`,
  ],
  ['outside', 'export agent A(q: string?) -> string { prompt "{{#if q}}a{{/if}}{{lower(«q»)}}" }', 'MAS3003'],
  ['not in else', 'export agent A(q: string?) -> string { prompt "{{#if q}}a{{else}}{{lower(«q»)}}{{/if}}" }', 'MAS3003'],
  ['and', 'export agent A(q: string?, b: bool) -> string { prompt "{{#if b and q != none}}{{lower(q)}}{{/if}}" }'],
])
