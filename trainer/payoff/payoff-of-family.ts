import { countDesigns } from '../../compiler/derivation/index.ts'
import { familySettings, readTrainingConfiguration } from '../configuration/index.ts'
import type { TrainingConfiguration } from '../configuration/index.ts'
import type { Engine } from '../engine/index.ts'
import type { FamilyName, ResolvedFamily } from '../tasks/index.ts'
import { embeddedExecutor, familiesDomain, startEmbeddedExecutor } from '../team/index.ts'
import type { TaskDomain } from '../team/index.ts'
import type { SupervisedProgress } from '../training/supervised-progress.ts'
import { findPayoff } from './find-payoff.ts'
import type { Payoff, PayoffSettings } from './find-payoff.ts'
import { profiledExecutor } from './profiled-executor.ts'

/** Whom designs are measured with. */
export type PayoffExecutors =
  /** Executors that know all that can be known, and slip in this share of their replies. */
  | { readonly kind: 'profiled'; readonly slips: number }
  /** Small executors as they are after their supervised start from this seed. */
  | { readonly kind: 'embedded'; readonly engine: Engine; readonly seed: number }

/** What pays, and how many designs there are. */
export interface FamilyPayoff extends Payoff {
  readonly space: bigint
}

/** What pays on a family as `mas train` draws it where a configuration names nothing but the family. */
export async function payoffOfFamily(
  name: FamilyName,
  executors: PayoffExecutors,
  settings: PayoffSettings,
  tell: (progress: SupervisedProgress) => void = () => undefined,
): Promise<FamilyPayoff> {
  const configuration = configurationOf(name)
  const { family, domain } = familyAlone(name)
  const client =
    executors.kind === 'profiled' ? profiledExecutor(domain, executors.slips) : started(executors, configuration, domain, tell)
  return { ...(await findPayoff(family, domain, client, settings)), space: countDesigns(domain.designs) }
}

/** A family with its designs, as a configuration that names nothing else has them. */
export function familyAlone(name: FamilyName): { readonly family: ResolvedFamily; readonly domain: TaskDomain } {
  const { tasks, rollout } = configurationOf(name)
  const families = familySettings(tasks.families)
  const [family] = families
  if (family === undefined) throw new Error(`the configuration names ${name}`)
  return { family: family.settings, domain: familiesDomain(families, rollout.mostRequests) }
}

function configurationOf(name: FamilyName): TrainingConfiguration {
  const read = readTrainingConfiguration(JSON.stringify({ tasks: { families: { [name]: {} } } }))
  if (read.kind === 'error') throw new Error(read.problems.join('; '))
  return read.configuration
}

function started(
  { engine, seed }: Extract<PayoffExecutors, { readonly kind: 'embedded' }>,
  { executor, rollout, tasks }: TrainingConfiguration,
  domain: TaskDomain,
  tell: (progress: SupervisedProgress) => void,
) {
  const embedded = embeddedExecutor(engine, domain, { shape: executor.network, temperature: rollout.temperature }, seed)
  const { target, ...start } = executor.start
  for (const progress of startEmbeddedExecutor(embedded, domain, tasks.split, { ...start, seed, accuracy: target })) tell(progress)
  return embedded.client
}
