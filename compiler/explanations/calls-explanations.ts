import type { callsMessages } from '../diagnostics/calls-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const callsExplanations: ExplanationsOf<typeof callsMessages> = {
  tooManyArguments: {
    title: 'too many arguments',
    why: 'The call gives more than the callee has parameters.',
    remedy: 'Remove what is too much, or add a parameter.',
  },
  missingArguments: {
    title: 'missing arguments',
    why: 'Every parameter needs an argument, except optional ones.',
    remedy: 'Give what is missing. A parameter that may be left out has a type with `?`.',
  },
  unknownArgument: {
    title: 'an argument\'s name that does not exist',
    why: 'The callee has no parameter of that name.',
    remedy: 'Write the name as it is declared.',
  },
  argumentTwice: {
    title: 'an argument given twice',
    why: 'The parameter has its value already, by its place or by its name.',
    remedy: 'Remove one, or name the parameter that was meant.',
  },
  positionalAfterNamed: {
    title: 'an argument without a name after one with a name',
    why: 'After an argument with a name, places no longer tell which parameter is meant.',
    remedy: 'Name this argument as well, or move it to the front.',
  },
  notCallable: {
    title: 'a call of something that cannot be called',
    why: 'Only agents, tools, workflows and builtins are called. Values have no methods.',
    remedy: 'Write a builtin with the value as its argument: `trim(text)`.',
  },
  selectorNotTaken: {
    title: 'a `.field` that is not taken',
    why: 'Only some builtins go by a field, and nothing else takes one.',
    remedy: 'Take the field out first: `each item in list { yield item.field }`.',
  },
  selectorNeeded: {
    title: 'a `.field` that is needed',
    why: 'The builtin compares numbers, texts or truth values, and these are records.',
    remedy: 'Name the field to go by: `best(reviews, .score)`.',
  },
  argumentName: {
    title: 'a named argument of a builtin',
    why: 'The arguments of builtins go by their places.',
    remedy: 'Leave the name out.',
  },
  agentExpected: {
    title: 'a value where an agent\'s name is due',
    why: 'The workflow calls the agent itself, so it needs the agent and not a result of it.',
    remedy: 'Give the name of an agent, without brackets.',
  },
  agentMismatch: {
    title: 'an agent whose signature does not fit',
    why: 'The workflow calls the agent with certain arguments and reads its result. Another signature would not fit.',
    remedy: 'Pass an agent with that signature, or change the agent\'s.',
  },
  workflowNotPassable: {
    title: 'a workflow that cannot stand in for an agent',
    why: 'A workflow that needs types, numbers or agents cannot be called like an agent, which takes values.',
    remedy: 'Write a workflow without such parameters that calls it, and pass that.',
  },
  cannotInfer: {
    title: 'a type parameter that the arguments do not settle',
    why: 'The type that a call gives depends on its arguments, and these fit many types.',
    remedy: 'Bind the value to a name with a type first.',
  },
  callInText: {
    title: 'a model, tool or workflow call inside a text',
    why: 'A text only inserts. A call inside it would have no name in the graph, and could not be traced or cached.',
    remedy: 'Bind the result to a name, and insert the name.',
  },
  regionInText: {
    title: '`sample`, `each` or `otherwise` inside a text',
    why: 'A text only inserts. What runs several times or may fail has its place outside.',
    remedy: 'Bind it to a name, and insert the name.',
  },
  selectorMismatch: {
    title: 'a `.field` of the wrong type',
    why: 'The builtin compares by the field, whose type does not fit.',
    remedy: 'Name a field of a fitting type.',
  },
}
