import type { typesMessages } from '../diagnostics/types-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const typesExplanations: ExplanationsOf<typeof typesMessages> = {
  bindingMismatch: {
    title: 'a value that does not fit its name',
    why: 'A name keeps the type of its annotation or of its first value, and every later value has to fit it.',
    remedy: 'Write a value of that type, or a wider type where the name is first bound.',
  },
  returnMismatch: {
    title: 'a value that does not fit the workflow\'s result',
    why: 'Callers rely on the type that a workflow promises after `->`.',
    remedy: 'Return a value of that type, such as a field of the record, or change the promise.',
  },
  argumentMismatch: {
    title: 'an argument that does not fit',
    why: 'An argument has to fit the type of its parameter.',
    remedy: 'Convert the value, or choose the one that was meant. The hint says how, where there is a short way.',
  },
  notACondition: {
    title: 'a condition that is no `bool`',
    why: 'A condition decides between yes and no. Texts, lists and optionals are neither.',
    remedy: 'Compare: `x != none`, `len(xs) > 0`, `text == ""`.',
  },
  noCommonType: {
    title: 'two types that join to none',
    why: 'The value is one of the two, by what happens, so both need a type that fits either.',
    remedy: 'Give both sides one type. `none` fits with any and makes the result optional.',
  },
  annotationNeeded: {
    title: 'a first value that says too little about its type',
    why: '`[]` and `none` fit many types, and the first value decides what the name may hold.',
    remedy: 'Write the type: `notes: string[] = []`.',
  },
  annotationDiffers: {
    title: 'a second annotation that differs',
    why: 'A name has one type for all of its values.',
    remedy: 'Leave the second type out, or use another name.',
  },
  recursiveType: {
    title: 'a type that contains itself',
    why: 'Types are finite, so that results can be requested with a JSON schema and bounded.',
    remedy: 'Name the inner levels as types of their own, or keep a list beside the record.',
  },
  notPositive: {
    title: 'a number that must be at least 1',
    why: 'Counts, bounds and sizes are whole numbers of at least 1, so that the program\'s cost is known.',
    remedy: 'Write a whole number of at least 1.',
  },
  notStatic: {
    title: 'a number that must be known before the run',
    why: 'Counts and bounds are known before the run, so that the program\'s cost is.',
    remedy: 'Write a number, or make the parameter `static`.',
  },
  typeTooLarge: {
    title: 'a type with too many parts',
    why: 'A type that holds another one several times multiplies its parts, and schemas grow with it.',
    remedy: 'Leave levels out, or use lists.',
  },
  agentTypeHere: {
    title: 'an agent type outside of a workflow\'s parameters',
    why: 'Agents are no values: they cannot be kept in records or lists, or given back.',
    remedy: 'Take the agent as a parameter of the workflow.',
  },
}
