import { errorMessage } from './message.ts'

interface Named {
  readonly name: string
}

/** MAS22xx: one name, two meanings. The first one wins. */
export const duplicatesMessages = {
  duplicateDeclaration: errorMessage<Named>('MAS2201', ({ name }) => `\`${name}\` is declared already.`, () =>
    'The first one is used. Give this one another name.',
  ),
  duplicateParameter: errorMessage<Named>('MAS2202', ({ name }) => `There is a parameter \`${name}\` already.`),
  duplicateField: errorMessage<Named>('MAS2203', ({ name }) => `There is a field \`${name}\` already.`),
  duplicateMember: errorMessage<Named>('MAS2204', ({ name }) => `There is a member \`${name}\` already.`),
  duplicateTypeParameter: errorMessage<Named>('MAS2205', ({ name }) => `There is a type parameter \`${name}\` already.`),
  duplicateSetting: errorMessage<Named>('MAS2206', ({ name }) => `\`${name}\` is set already.`, () =>
    'Each setting stands once.',
  ),
  hidesDeclaration: errorMessage<Named & { readonly thing: string }>(
    'MAS2207',
    ({ name, thing }) => `\`${name}\` is ${thing} of this file, so nothing else here can have that name.`,
    () => 'Choose another name.',
  ),
  hidesLocal: errorMessage<Named>('MAS2208', ({ name }) => `\`${name}\` has a value here already.`, () =>
    'Choose another name: a loop does not hide a name from outside.',
  ),
  builtinName: errorMessage<Named>('MAS2209', ({ name }) => `\`${name}\` is a builtin, so nothing else can be called that.`, () =>
    'Choose another name.',
  ),
  basicTypeName: errorMessage<Named>('MAS2210', ({ name }) => `\`${name}\` is a type of the language.`, () =>
    'Choose another name.',
  ),
  duplicateTool: errorMessage<Named>('MAS2211', ({ name }) => `\`${name}\` is named in \`tools\` already.`),
} as const
