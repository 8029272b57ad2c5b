import { derivableBuiltins } from '../../compiler/derivation/index.ts'
import { section } from './property-schemas.ts'

export const designsSchema = section('What a designer may write, where models answer for the agents. Other runs have the designs of their tasks.', {
  from: {
    type: ['string', 'null'],
    default: null,
    description:
      'A file beside this one with agents and a workflow main (.mas): designs have the signature of main and call the agents. ' +
      'null: generic ones (Solver, Critic, Reviser), for tasks of texts.',
  },
  builtins: {
    type: 'array',
    uniqueItems: true,
    items: { enum: derivableBuiltins },
    default: ['vote'],
    description: 'The builtins that designs may call.',
  },
})
