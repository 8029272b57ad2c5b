import type { Engine, NetworkShape } from '../engine/index.ts'
import { derivedDesignSpace } from '../policies/derived-design-space.ts'
import { sharedVocabulary } from '../policies/shared-vocabulary.ts'
import { designerOver } from './embedded-designer.ts'
import type { EmbeddedDesigner } from './embedded-designer.ts'
import { executorOver } from './embedded-executor.ts'
import type { EmbeddedExecutor } from './embedded-executor.ts'
import { rolesOf } from './task-domain.ts'
import type { TaskDomain } from './task-domain.ts'

/** Designer and executors as one network: one set of weights, an optimizer for each. */
export interface EmbeddedPair {
  readonly designer: EmbeddedDesigner
  readonly executor: EmbeddedExecutor
}

/** Untrained, from a seed. */
export function embeddedPair(
  engine: Engine,
  domain: TaskDomain,
  { shape, temperature }: { readonly shape: Omit<NetworkShape, 'vocabulary' | 'restart'>; readonly temperature: number },
  seed: number,
): EmbeddedPair {
  const space = derivedDesignSpace(domain.designs)
  const vocabulary = sharedVocabulary(rolesOf(domain), domain.characters, space.labels)
  const { table, reply } = vocabulary.executor
  const network = engine.createNetwork({ ...shape, vocabulary: table.symbols.length, restart: reply }, seed)
  return {
    designer: designerOver(network, vocabulary.designer, space),
    executor: executorOver(network.sibling(), vocabulary.executor, domain, temperature),
  }
}
