import { loadEngine } from '../engine/index.ts'
import type { BackendChoice, Engine, NetworkState, PolicyNetwork } from '../engine/index.ts'
import type { HalfProgram } from '../../compiler/derivation/index.ts'
import type { ModelClient } from '../../runtime/index.ts'
import { derivedDesignSpace } from '../policies/derived-design-space.ts'
import { DesignerPolicy, designerVocabulary } from '../policies/designer-policy.ts'
import { executorPolicy } from '../policies/executor-policy.ts'
import { executorVocabulary } from '../policies/executor-vocabulary.ts'
import type { ExecutorVocabulary } from '../policies/executor-vocabulary.ts'
import { DesignCompiler } from '../training/compile-design.ts'
import { perceiveAs } from '../training/perceive-task.ts'
import { designSpecification } from './design-specification.ts'
import { families, taskCharacters } from './settings.ts'
import type { DemonstrationSettings } from './settings.ts'

/** A designer and executors with their weights. */
export interface Team {
  readonly designerNetwork: PolicyNetwork
  readonly designer: DesignerPolicy<HalfProgram>
  readonly executorNetwork: PolicyNetwork
  readonly executor: ModelClient
  readonly compiler: DesignCompiler
}

export interface TeamStates {
  readonly designer: NetworkState
  readonly executor: NetworkState
}

export const roles: readonly string[] = ['answer', 'reduce']

export const vocabularyOfExecutors = (): ExecutorVocabulary => executorVocabulary(roles, taskCharacters)

/** An untrained team, or one that continues from given states. */
export function createTeam(engine: Engine, settings: DemonstrationSettings, from: { readonly seed: number } | TeamStates): Team {
  const space = derivedDesignSpace(designSpecification)
  const words = designerVocabulary(taskCharacters, space.labels)
  const letters = vocabularyOfExecutors()
  const network = (name: 'designer' | 'executor', vocabulary: number, shape: DemonstrationSettings['executorShape']): PolicyNetwork =>
    'seed' in from ? engine.createNetwork({ ...shape, vocabulary }, from.seed) : engine.openNetwork(from[name])
  const designerNetwork = network('designer', words.table.symbols.length, settings.designerShape)
  const executorNetwork = network('executor', letters.table.symbols.length, settings.executorShape)
  return {
    designerNetwork,
    designer: new DesignerPolicy({ name: 'designer', network: designerNetwork, vocabulary: words, space }),
    executorNetwork,
    executor: executorPolicy({
      name: 'executor',
      network: executorNetwork,
      vocabulary: letters,
      temperature: settings.temperature,
      perceive: perceiveAs(families),
    }),
    compiler: new DesignCompiler(),
  }
}

/** Loads the numeric engine; throws where the backend asked for cannot be used, which the command line has checked before. */
export async function openEngine(choice: BackendChoice): Promise<Engine> {
  const loaded = await loadEngine(choice)
  if (loaded.kind === 'unavailable') throw new Error(`the ${loaded.backend} backend cannot be used: ${loaded.reason}`)
  return loaded.engine
}
