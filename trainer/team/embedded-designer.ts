import { derivationOf } from '../../compiler/derivation/index.ts'
import type { HalfProgram } from '../../compiler/derivation/index.ts'
import type { Engine, NetworkShape, NetworkState, PolicyNetwork } from '../engine/index.ts'
import { choicesOf, derivedDesignSpace } from '../policies/derived-design-space.ts'
import type { DesignSpace } from '../policies/design-space.ts'
import { DesignerPolicy, designerVocabulary } from '../policies/designer-policy.ts'
import type { DesignerVocabulary } from '../policies/designer-policy.ts'
import type { TaskSplit } from '../tasks/index.ts'
import { startDesigner } from '../training/start-designer.ts'
import type { DesignerStartSettings } from '../training/start-designer.ts'
import type { SupervisedProgress } from '../training/supervised-progress.ts'
import type { TaskDomain } from './task-domain.ts'

/** A small designer of a domain. */
export interface EmbeddedDesigner {
  readonly network: PolicyNetwork
  readonly policy: DesignerPolicy<HalfProgram>
  readonly space: DesignSpace<HalfProgram>
}

/** An untrained designer from a seed, or one that goes on from a state. */
export function embeddedDesigner(
  engine: Engine,
  domain: TaskDomain,
  shape: Omit<NetworkShape, 'vocabulary' | 'restart'>,
  from: number | NetworkState,
): EmbeddedDesigner {
  const space = derivedDesignSpace(domain.designs)
  const vocabulary = designerVocabulary(domain.characters, space.labels)
  const network =
    typeof from === 'number'
      ? engine.createNetwork({ ...shape, vocabulary: vocabulary.table.symbols.length }, from)
      : engine.openNetwork(from)
  return designerOver(network, vocabulary, space)
}

/** A designer that a network plays. */
export const designerOver = (
  network: PolicyNetwork,
  vocabulary: DesignerVocabulary,
  space: DesignSpace<HalfProgram>,
): EmbeddedDesigner => ({ network, policy: new DesignerPolicy({ name: 'designer', network, vocabulary, space }), space })

export type DesignerStart = Pick<DesignerStartSettings, 'seed' | 'batch' | 'learningRate' | 'warmUpSteps' | 'loss' | 'mostSteps'>

/** The supervised start of a designer, or the rest of it after a step that was taken before. */
export function startEmbeddedDesigner(
  { network, policy, space }: EmbeddedDesigner,
  { mix, designs, startDesigns, reads }: TaskDomain,
  split: TaskSplit,
  start: DesignerStart,
  last: SupervisedProgress | null = null,
): Generator<SupervisedProgress, void> {
  const imitated = startDesigns.map((text) => {
    const choices = derivationOf(designs, text)
    if (choices === null) throw new Error(`a start design is outside the space: ${text}`)
    return choicesOf(space, choices.map((choice) => choice.label))
  })
  const tasks = { mix, split, side: 'training' } as const
  return startDesigner(network, policy, { ...start, tasks, designs: imitated, ...(reads === undefined ? {} : { reads }) }, last)
}
