import { familySettings, readTrainingConfiguration } from '../configuration/index.ts'
import type { TrainingConfiguration } from '../configuration/index.ts'
import type { Engine } from '../engine/index.ts'
import type { FamilyName } from '../tasks/index.ts'
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

/** What pays on a family as `mas train` draws it where a configuration names nothing but the family. */
export async function payoffOfFamily(
  name: FamilyName,
  executors: PayoffExecutors,
  settings: PayoffSettings,
  tell: (progress: SupervisedProgress) => void = () => undefined,
): Promise<Payoff> {
  const configuration = configurationOf(name)
  const families = familySettings(configuration.tasks.families)
  const [family] = families
  if (family === undefined) throw new Error(`the configuration names ${name}`)
  const domain = familiesDomain(families, configuration.rollout.mostRequests)
  const client =
    executors.kind === 'profiled' ? profiledExecutor(domain, executors.slips) : started(executors, configuration, domain, tell)
  return findPayoff(family.settings, domain, client, settings)
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
