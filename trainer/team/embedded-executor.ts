import type { ModelClient } from '../../runtime/index.ts'
import type { Engine, NetworkShape, NetworkState, PolicyNetwork } from '../engine/index.ts'
import { executorPolicy } from '../policies/executor-policy.ts'
import { executorVocabulary } from '../policies/executor-vocabulary.ts'
import type { ExecutorVocabulary } from '../policies/executor-vocabulary.ts'
import type { TaskSplit } from '../tasks/index.ts'
import { perceiveAs } from '../training/perceive-task.ts'
import { startExecutor } from '../training/start-executor.ts'
import type { ExecutorStartSettings } from '../training/start-executor.ts'
import type { SupervisedProgress } from '../training/supervised-progress.ts'
import { rolesOf } from './task-domain.ts'
import type { TaskDomain } from './task-domain.ts'

/** Small executors of a domain: one network that plays every role. */
export interface EmbeddedExecutor {
  readonly network: PolicyNetwork
  readonly vocabulary: ExecutorVocabulary
  readonly client: ModelClient
}

/** Untrained executors from a seed, or those that go on from a state. `temperature` holds where an agent says nothing. */
export function embeddedExecutor(
  engine: Engine,
  domain: TaskDomain,
  { shape, temperature }: { readonly shape: Omit<NetworkShape, 'vocabulary' | 'restart'>; readonly temperature: number },
  from: number | NetworkState,
): EmbeddedExecutor {
  const vocabulary = executorVocabulary(rolesOf(domain), domain.characters)
  const network =
    typeof from === 'number'
      ? engine.createNetwork({ ...shape, vocabulary: vocabulary.table.symbols.length, restart: vocabulary.reply }, from)
      : engine.openNetwork(from)
  return executorOver(network, vocabulary, domain, temperature)
}

/** Executors that a network plays. */
export function executorOver(
  network: PolicyNetwork,
  vocabulary: ExecutorVocabulary,
  domain: TaskDomain,
  temperature: number,
): EmbeddedExecutor {
  const perceive = perceiveAs(domain.mix.map(({ family }) => family))
  return { network, vocabulary, client: executorPolicy({ name: 'executor', network, vocabulary, temperature, perceive }) }
}

export type ExecutorStart = Pick<
  ExecutorStartSettings,
  'seed' | 'batch' | 'learningRate' | 'warmUpSteps' | 'accuracy' | 'mostSteps' | 'slips'
> &
  Partial<Pick<ExecutorStartSettings, 'interval'>>

/** Steps between two measurements of the share of right replies. */
const measuredEvery = 25

/** The supervised start of executors, or the rest of it after a step that was taken before. */
export const startEmbeddedExecutor = (
  { network, vocabulary }: EmbeddedExecutor,
  { mix, startMix = mix, accepts }: TaskDomain,
  split: TaskSplit,
  start: ExecutorStart,
  last: SupervisedProgress | null = null,
): Generator<SupervisedProgress, void> =>
  startExecutor(network, vocabulary, { interval: measuredEvery, ...start, mix: startMix, split, accepts }, last)
