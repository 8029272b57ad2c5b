import { errorMessage, givenHint } from './message.ts'
import type { WithHint } from './message.ts'

interface Named extends WithHint {
  readonly name: string
}

interface NamedThing extends Named {
  /** What the name stands for, with its article: `an agent`. */
  readonly thing: string
}

/** MAS20xx: names that stand for nothing, or for the wrong kind of thing. */
export const namesMessages = {
  unknownName: errorMessage<Named>('MAS2001', ({ name }) => `There is no value \`${name}\` here.`, givenHint),
  unknownType: errorMessage<Named>('MAS2002', ({ name }) => `There is no type \`${name}\`.`, givenHint),
  unknownCallee: errorMessage<Named>('MAS2003', ({ name }) => `There is nothing to call with the name \`${name}\`.`, givenHint),
  notAType: errorMessage<NamedThing>('MAS2004', ({ name, thing }) => `\`${name}\` is ${thing}, not a type.`, givenHint),
  nameOutOfReach: errorMessage<Named & { readonly reason: string }>(
    'MAS2005',
    ({ name, reason }) => `\`${name}\` has no value here: ${reason}.`,
    givenHint,
  ),
  unknownField: errorMessage<Named & { readonly type: string }>(
    'MAS2006',
    ({ name, type }) => `There is no field \`${name}\` in \`${type}\`.`,
    givenHint,
  ),
  unknownMember: errorMessage<Named & { readonly type: string }>(
    'MAS2007',
    ({ name, type }) => `\`${name}\` is no member of \`${type}\`.`,
    givenHint,
  ),
  notAValue: errorMessage<NamedThing>('MAS2008', ({ name, thing }) => `\`${name}\` is ${thing}, not a value.`, givenHint),
  unknownTool: errorMessage<Named>('MAS2009', ({ name }) => `There is no tool or agent \`${name}\`.`, givenHint),
  notATool: errorMessage<NamedThing>(
    'MAS2010',
    ({ name, thing }) => `\`${name}\` is ${thing}; \`tools\` names tools and agents.`,
    givenHint,
  ),
  unknownAgent: errorMessage<Named>('MAS2011', ({ name }) => `There is no agent \`${name}\` to copy.`, givenHint),
  notAnAgent: errorMessage<NamedThing>(
    'MAS2012',
    ({ name, thing }) => `\`${name}\` is ${thing}; only an agent can be copied.`,
    givenHint,
  ),
  discardedName: errorMessage('MAS2013', () => '`_` discards what it is bound to, so it has no value.', () =>
    'Give the value a name.',
  ),
  builtinAsValue: errorMessage<Named>('MAS2014', ({ name }) => `\`${name}\` is a builtin, not a value.`, givenHint),
} as const
