import type { declarationsMessages } from '../diagnostics/declarations-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const declarationsExplanations: ExplanationsOf<typeof declarationsMessages> = {
  settingRange: {
    title: 'a setting or budget limit out of its range',
    why: 'Each setting has a range that servers accept and that means something.',
    remedy: 'Write a value in that range.',
  },
  turnsWithoutTools: {
    title: '`max_turns` without tools',
    why: 'Turns beyond the first are for calling tools. An agent without tools has one.',
    remedy: 'Remove `max_turns`, or give the agent `tools`.',
  },
  copyCycle: {
    title: 'an agent that is a copy of itself',
    why: 'A copy starts from the agent that it names. In a circle none has a signature.',
    remedy: 'Declare one of them with parameters and a result.',
  },
  toolSource: {
    title: 'a tool\'s source that does not exist',
    why: 'A script reaches only the sources that the language knows, so that whoever runs it knows what it can do.',
    remedy: 'Write `"std:NAME"`, `"host:NAME"` or `"mcp:SERVER#NAME"`.',
  },
  agentParameter: {
    title: 'an agent or `static` parameter of something else than a workflow',
    why: 'Agents and tools take what a model or a program can be sent: values.',
    remedy: 'Take values, or write a workflow.',
  },
  slotName: {
    title: 'a text that cannot name a model slot',
    why: 'Scripts carry no vendor names. A slot is bound to a model by whoever runs the script.',
    remedy: 'Write a short name of letters, digits, `_`, `-` and `.`.',
  },
  staticNotInteger: {
    title: 'a `static` parameter that is no `int`',
    why: 'Static parameters count rounds, samples and items.',
    remedy: 'Write `static name: int`, or leave `static` out.',
  },
  typeParameterUnused: {
    title: 'a type parameter that no parameter mentions',
    why: 'A call settles a type parameter by its arguments. One that no parameter mentions is never settled.',
    remedy: 'Use it in the type of a parameter, or write a type in its place.',
  },
  mainParameters: {
    title: '`main` with type, `static` or agent parameters',
    why: '`main` is started from outside, with values alone.',
    remedy: 'Give the workflow another name, and call it from `main`.',
  },
}
