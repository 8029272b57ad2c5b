import type { HalfProgram } from '../../compiler/derivation/index.ts'
import type { ModelClient } from '../../runtime/index.ts'
import { loadEngine } from '../engine/index.ts'
import type { BackendChoice, Engine, NetworkState, PolicyNetwork } from '../engine/index.ts'
import type { DesignerPolicy } from '../policies/designer-policy.ts'
import { executorVocabulary } from '../policies/executor-vocabulary.ts'
import type { ExecutorVocabulary } from '../policies/executor-vocabulary.ts'
import { arithmeticDomain, embeddedDesigner, embeddedExecutor, rolesOf } from '../team/index.ts'
import type { EmbeddedDesigner, EmbeddedExecutor, TaskDomain } from '../team/index.ts'
import { DesignCompiler } from '../training/compile-design.ts'
import { mostRequests, startMix, taskMix } from './settings.ts'
import type { DemonstrationSettings } from './settings.ts'

/** A designer and executors with their weights. */
export interface Team {
  readonly designerRole: EmbeddedDesigner
  readonly designerNetwork: PolicyNetwork
  readonly designer: DesignerPolicy<HalfProgram>
  readonly executorRole: EmbeddedExecutor
  readonly executorNetwork: PolicyNetwork
  readonly executor: ModelClient
  readonly compiler: DesignCompiler
}

export interface TeamStates {
  readonly designer: NetworkState
  readonly executor: NetworkState
}

export const domain: TaskDomain = { ...arithmeticDomain(taskMix, mostRequests), startMix }

export const vocabularyOfExecutors = (): ExecutorVocabulary => executorVocabulary(rolesOf(domain), domain.characters)

/** An untrained team, or one that continues from given states. */
export function createTeam(engine: Engine, settings: DemonstrationSettings, from: { readonly seed: number } | TeamStates): Team {
  const { designerShape, executorShape, temperature } = settings
  const designerRole = embeddedDesigner(engine, domain, designerShape, 'seed' in from ? from.seed : from.designer)
  const shaped = { shape: executorShape, temperature }
  const executorRole = embeddedExecutor(engine, domain, shaped, 'seed' in from ? from.seed : from.executor)
  return {
    designerRole,
    designerNetwork: designerRole.network,
    designer: designerRole.policy,
    executorRole,
    executorNetwork: executorRole.network,
    executor: executorRole.client,
    compiler: new DesignCompiler(),
  }
}

/** Loads the numeric engine; throws where the backend asked for cannot be used, which the command line has checked before. */
export async function openEngine(choice: BackendChoice): Promise<Engine> {
  const loaded = await loadEngine(choice)
  if (loaded.kind === 'unavailable') throw new Error(`the ${loaded.backend} backend cannot be used: ${loaded.reason}`)
  return loaded.engine
}
