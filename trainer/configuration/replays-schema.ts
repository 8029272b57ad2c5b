import { defaultReplaySettings as defaults } from '../credit/index.ts'
import { section, whole } from './property-schemas.ts'

export const replaysSchema = section('How much the estimators counterfactual, shapley and vine replay. The others ignore it.', {
  alternatives: whole('counterfactual: replies drawn for each call beside its own.', defaults.alternatives, 1, 100),
  permutations: whole(
    'shapley: random orders of the nodes of an execution that has more than six; up to six, all are gone through.',
    defaults.permutations,
    1,
    1000,
  ),
  continuations: whole('vine: replays from each cut, whose mean reward is its value.', defaults.continuations, 1, 100),
  mostCuts: whole(
    'vine: cuts of an execution at most, the first before its first call; calls after the last one share a difference.',
    defaults.mostCuts,
    1,
    1000,
  ),
  defaultReplies: {
    type: 'object',
    default: defaults.defaultReplies,
    description:
      'shapley: what an absent agent gives, by its name, such as {"Judge": true}. For others the empty value of the result type: no ' +
      'text, 0, false, an empty list, none, the first member of an enum, a record of those.',
  },
})
