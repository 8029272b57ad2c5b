import type { namesMessages } from '../diagnostics/names-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const namesExplanations: ExplanationsOf<typeof namesMessages> = {
  unknownName: {
    title: 'a value that does not exist',
    why: 'The name stands for no value at this place: it is misspelt, was never bound, or is a member that needs its enum.',
    remedy: 'Write the name as it is bound. Words such as `null` or `True` are `none` and `true` here.',
  },
  unknownType: {
    title: 'a type that does not exist',
    why: 'The name stands for no type: it is misspelt, never declared, or a type of another language.',
    remedy: 'Declare it with `type` or `enum`, import it, or use `string`, `int`, `number`, `bool`.',
  },
  unknownCallee: {
    title: 'a callee that does not exist',
    why: 'Nothing that can be called has this name: no agent, tool, workflow or builtin.',
    remedy: 'Write the name as it is declared, or import it. Functions of other languages have other names here.',
  },
  notAType: {
    title: 'something else where a type is due',
    why: 'The name stands for an agent, tool or workflow, and a type is due here.',
    remedy: 'Write the type of the value: that which stands after the `->` of an agent, for its result.',
  },
  nameOutOfReach: {
    title: 'a name that has no value here',
    why: 'The name has a value elsewhere: only in some branches, or inside a loop where it is new in every round.',
    remedy: 'Bind the name before the branches or the loop, or in every branch.',
  },
  unknownField: {
    title: 'a field that does not exist',
    why: 'Records have exactly the fields of their type.',
    remedy: 'Write one of the fields that the type has, or add the field to the type.',
  },
  unknownMember: {
    title: 'a member that does not exist',
    why: 'An enum has the members that are declared, and no others.',
    remedy: 'Write one of its members, or add the member to the enum.',
  },
  notAValue: {
    title: 'something else where a value is due',
    why: 'The name stands for a declaration, and a value is due here. Agents are no values.',
    remedy: 'Call it, or pass it where an agent is asked for.',
  },
  unknownTool: {
    title: 'a tool or agent that does not exist, in `tools`',
    why: '`tools` names what a model may call: tools and agents of this file, declared or imported.',
    remedy: 'Declare or import the tool. `python` and `calculator` come from `"std/tools"`.',
  },
  notATool: {
    title: 'something else than a tool or agent, in `tools`',
    why: 'A model can call tools and agents. Workflows have no description that it could see.',
    remedy: 'Name a tool or an agent. Where a workflow should be used, let an agent do its work.',
  },
  unknownAgent: {
    title: 'an agent to copy that does not exist',
    why: '`agent B = A { … }` copies an agent of this file, and there is none of that name.',
    remedy: 'Write the name of an agent that is declared or imported.',
  },
  notAnAgent: {
    title: 'a copy of something that is no agent',
    why: 'Only an agent has settings that a copy could change.',
    remedy: 'Copy an agent, or declare an agent that has the tool.',
  },
  discardedName: {
    title: '`_` as a value',
    why: '`_` is where values are thrown away, so it never has one.',
    remedy: 'Give the value a name, and read that.',
  },
  builtinAsValue: {
    title: 'a builtin as a value',
    why: 'A builtin is called where it is used. It cannot be kept or passed on.',
    remedy: 'Call it, or write a workflow that calls it and pass that.',
  },
}
