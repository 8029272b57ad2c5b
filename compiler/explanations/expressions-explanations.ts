import type { expressionsMessages } from '../diagnostics/expressions-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const expressionsExplanations: ExplanationsOf<typeof expressionsMessages> = {
  notANumber: {
    title: 'an operator that takes numbers',
    why: 'The operator calculates or compares numbers.',
    remedy: 'Convert a text with `number(text) ?? 0`. Lists are counted with `len(list)`.',
  },
  plusOnTexts: {
    title: '`+` on texts',
    why: '`+` adds numbers, and nothing else. Texts insert values.',
    remedy: 'Write one text: `"{{a}}{{b}}"`.',
  },
  notAnInteger: {
    title: 'an operator that takes whole numbers',
    why: 'A remainder is for whole numbers.',
    remedy: 'Write `round(number)`, or use whole numbers.',
  },
  incomparable: {
    title: 'a comparison of types that have nothing in common',
    why: 'Values of types without anything in common are never equal, so the comparison would say nothing.',
    remedy: 'Compare with a value of the same type, such as `Verdict.correct`.',
  },
  neverNone: {
    title: '`none` compared with what is never `none`',
    why: 'The type says that the value is always there, so the question has one answer.',
    remedy: 'Leave the comparison out, or make the type optional.',
  },
  notABool: {
    title: 'an operator that takes `bool`',
    why: '`not`, `and` and `or` work on truth values.',
    remedy: 'Compare first: `x != none`, `len(xs) > 0`.',
  },
  noFields: {
    title: 'a field of something that has none',
    why: 'Only records have fields. An optional record may be missing.',
    remedy: 'Use a builtin, such as `len(list)`, or check for `none` first.',
  },
  notIndexable: {
    title: 'an index into something that is no list',
    why: 'Only lists have items.',
    remedy: 'Write the field that was meant, or take a text apart with `lines` or `split`.',
  },
  indexNotInteger: {
    title: 'an index that is no `int`',
    why: 'Items are counted from 0, in whole numbers.',
    remedy: 'Write `round(…)`, or a whole number.',
  },
  spreadNotRecord: {
    title: 'a spread of something that is no record',
    why: 'A spread copies the fields of a record.',
    remedy: 'Spread one record, such as an item of the list.',
  },
  textCondition: {
    title: '`{{#if …}}` of something else than a `bool` or optional',
    why: '`{{#if …}}` asks a yes-or-no question, or whether an optional is there.',
    remedy: 'Compare: `{{#if len(notes) > 0}}`.',
  },
}
