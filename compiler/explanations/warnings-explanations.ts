import type { warningsMessages } from '../diagnostics/warnings-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const warningsExplanations: ExplanationsOf<typeof warningsMessages> = {
  unusedResult: {
    title: 'a name that is bound and never used',
    why: 'The value costs what makes it and changes nothing. Most often it should have been passed on.',
    remedy: 'Read it, or write `_ = …` where only the call itself matters.',
  },
  agentNeverCalled: {
    title: 'an agent that is never called',
    why: 'An agent that nothing calls is most often one that was forgotten.',
    remedy: 'Call it, export it, or remove it.',
  },
  stopNeverChanges: {
    title: 'a `stop when` that is the same in every round',
    why: 'A condition that reads nothing that the loop changes stops at once or never.',
    remedy: 'Bind what it reads inside the loop, or remove it.',
  },
  parameterNotInPrompt: {
    title: 'a parameter that the prompt leaves out',
    why: 'A prompt that leaves out a parameter hides it from the model.',
    remedy: 'Insert it with `{{name}}`, or remove the parameter. Without a `prompt`, all parameters are laid out.',
  },
  singleBraces: {
    title: '`{name}` or `${name}` in a text where `name` has a value',
    why: 'A single pair of braces is text, as in JSON. A name in it is most likely meant to be inserted.',
    remedy: 'Write `{{name}}`. Where the braces are meant, rename the value or write the text otherwise.',
  },
  latexEscape: {
    title: 'an escape that is likely meant for LaTeX: `"\\times"`',
    why: 'The escape inserts a tab or a line break, where a LaTeX command was most likely meant.',
    remedy: 'Double the backslash, or write the text in `"""…"""`.',
  },
  sampleAtZero: {
    title: '`sample` of an agent at temperature 0',
    why: 'At temperature 0 a model gives the same answer every time, and each sample costs a request.',
    remedy: 'Raise the temperature, or call the agent once.',
  },
  unusedImport: {
    title: 'an import that is never used',
    why: 'An import that nothing uses makes readers look for its use.',
    remedy: 'Remove it.',
  },
  unusedType: {
    title: 'a type that is never used',
    why: 'A type that nothing names is most often left over.',
    remedy: 'Use it, export it, or remove it.',
  },
}
