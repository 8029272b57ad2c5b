import { warningMessage } from './message.ts'

interface Named {
  readonly name: string
}

/** MAS50xx: legal, and probably not what was meant. */
export const warningsMessages = {
  unusedResult: warningMessage<Named>(
    'MAS5001',
    ({ name }) => `\`${name}\` is never used.`,
    () => 'Use it, or write `_ = …` where only the call itself matters.',
  ),
  agentNeverCalled: warningMessage<Named>(
    'MAS5002',
    ({ name }) => `The agent \`${name}\` is never called.`,
    () => 'Call it, export it, or remove it.',
  ),
  stopNeverChanges: warningMessage<{ readonly names: readonly string[] }>(
    'MAS5003',
    ({ names }) =>
      names.length === 0
        ? 'This condition is the same in every round of the loop.'
        : `The loop never changes ${names.map((name) => `\`${name}\``).join(' or ')}, so this is the same in every round.`,
    () => 'Bind the name that it reads inside the loop, or remove the `stop`.',
  ),
  parameterNotInPrompt: warningMessage<Named & { readonly parameter: string }>(
    'MAS5004',
    ({ name, parameter }) => `The prompt of \`${name}\` leaves out \`${parameter}\`, so the model never sees it.`,
    ({ parameter }) => `Write \`{{${parameter}}}\` where it belongs.`,
  ),
  singleBraces: warningMessage<Named & { readonly written: string }>(
    'MAS5005',
    ({ written }) => `\`${written}\` stays in the text as it is.`,
    ({ name }) => `Write \`{{${name}}}\` to insert the value.`,
  ),
  latexEscape: warningMessage<{ readonly command: string; readonly inserted: string }>(
    'MAS5006',
    ({ command, inserted }) => `\`\\${command}\` begins with an escape: it inserts ${inserted}.`,
    ({ command }) => `Write \`\\\\${command}\`, or use \`"""\`, where a backslash is itself.`,
  ),
  sampleAtZero: warningMessage<Named>(
    'MAS5007',
    ({ name }) => `\`${name}\` has temperature 0, so its samples are all alike.`,
    () => 'Give it a temperature above 0, or call it once.',
  ),
  unusedImport: warningMessage<Named>('MAS5008', ({ name }) => `The import \`${name}\` is never used.`, () => 'Remove it.'),
  unusedType: warningMessage<Named>('MAS5009', ({ name }) => `The type \`${name}\` is never used.`, () =>
    'Use it, export it, or remove it.',
  ),
} as const
