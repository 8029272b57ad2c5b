import { asValue, checkRows } from './rows.ts'

checkRows(
  'lists and records',
  [
    ['items of one type', '[1, 2.5, count]'],
    ['optional items', 'present([task, none, hint])'],
    ['items of two types', '[1, «task»]', 'MAS3005'],
    ['lists in lists', 'flatten([[], ["a"], words])'],
    ['a record of its fields', 'Judge(task, { answer: "", note: none, score: 1 })'],
    ['a record with a field missing', 'Judge(task, «{ answer: "", score: 1 }»)', 'MAS3003'],
    ['a record with a field too many', 'Judge(task, «{ answer: "", score: 1, note: none, more: 2 }»)', 'MAS3003'],
    ['a record with a field of another type', 'Judge(task, «{ answer: 1, score: 1, note: none }»)', 'MAS3003'],
    ['a spread record', 'Judge(task, { ...draft, answer: "" })'],
    ['a spread record with a field more', 'Judge(task, «{ ...draft, more: "" }»)', 'MAS3003'],
    ['spread of a list', '{ ...«words», a: 1 }', 'MAS3210'],
    ['spread of an optional', '{ ...«perhaps», score: 1 }', 'MAS3210'],
    ['a field twice', '{ a: 1, «a»: 2 }', 'MAS2203'],
  ],
  asValue,
)

checkRows(
  'members and indices',
  [
    ['a field', 'lower(draft.answer)'],
    ['a field that is not there', 'draft.«answr»', 'MAS2006'],
    ['a field of a field that is not there', 'draft.«nothing».more', 'MAS2006'],
    ['a field of a text', 'task.«length»', 'MAS3207'],
    ['a field of a list', 'drafts.«answer»', 'MAS3207'],
    ['a field of an optional', 'perhaps.«answer»', 'MAS3207'],
    ['an enum member', 'verdict == Verdict.correct'],
    ['an enum member that is not there', 'verdict == Verdict.«right»', 'MAS2007'],
    ['an enum alone', '[«Verdict»]', 'MAS2008'],
    ['a member of an enum value', 'verdict.«correct»', 'MAS3207'],
    ['an item', 'lower(words[0])'],
    ['an item of an item', 'lower(drafts[0].answer)'],
    ['an item of a text', '«task»[0]', 'MAS3208'],
    ['a field as an index', '«draft»["answer"]', 'MAS3208'],
    ['an index that is a number', 'words[«1.5»]', 'MAS3209'],
    ['an index that is a text', 'words[«task»]', 'MAS3209'],
  ],
  asValue,
)

const doubled = Array.from({ length: 9 }, (_, level) => `x${level + 1} = { a: x${level}, b: x${level} }`).join(' ')

checkRows('values that double', [
  [
    'are stopped at the limit of parts',
    `workflow main() -> int { x0 = { a: 1, b: 2 } ${doubled.replace('{ a: x7, b: x7 }', '«{ a: x7, b: x7 }»')} _ = x9 return 1 }`,
    'MAS3012',
  ],
])

checkRows(
  'names',
  [
    ['a builtin as a value', '[«len»]', 'MAS2014'],
    ['an agent as a value', '[«Write»]', 'MAS2008'],
    ['a workflow as a value', '[«solo»]', 'MAS2008'],
    ['a tool as a value', '[«search»]', 'MAS2008'],
    ['a type as a value', '[«Draft»]', 'MAS2008'],
    ['an unknown name once', '[«tsk», lower(draft.answer)]', 'MAS2001'],
    ['an unknown name causes nothing else', 'lower(«zzz».a.b[0] + 1) == task', 'MAS2001'],
  ],
  asValue,
)
