import type { Scalar } from '../tensorboard/index.ts'
import { designShapes } from '../training/index.ts'
import type { MetricsLine } from './training-event.ts'

/** The numbers of a line as TensorBoard shows them, and the step that they belong to. */
export interface LineScalars {
  readonly step: number
  readonly scalars: readonly Scalar[]
}

export function metricsScalars(line: MetricsLine): LineScalars {
  switch (line.kind) {
    case 'start': {
      const { role, step, loss, accuracy } = line
      return { step, scalars: present({ [`start/${role} loss`]: loss, [`start/${role} accuracy`]: accuracy }) }
    }
    case 'step':
      return {
        step: line.step + 1,
        scalars: present({
          'reward/executor': line.executorReward,
          'reward/designer': line.designerReward,
          'reward/score': line.score,
          ...Object.fromEntries(designShapes.map((shape) => [`shapes/${shape}`, line.shapes[shape]])),
          'validity/compiled': line.compiledShare,
          'validity/completed': line.completedShare,
          'length/design tokens': line.designTokens,
          'length/reply tokens': line.replyTokens,
          'cost/requests per execution': line.requestsPerExecution,
          'cost/requests': line.requests,
          'cost/price': line.price ?? null,
          'cost/replay requests': line.replayRequests,
          'schedule/phase': line.phase,
          'loss/executor': line.executorLoss,
          'loss/designer': line.designerLoss,
          'loss/designer entropy': line.designerEntropy,
        }),
      }
    case 'evaluation': {
      const [lower, upper] = line.interval
      return {
        step: line.step,
        scalars: present({
          'evaluation/success': line.success,
          'evaluation/success, lower end': lower,
          'evaluation/success, upper end': upper,
          'evaluation/requests per task': line.requestsPerTask,
          ...Object.fromEntries(line.byFamily.map(({ family, success }) => [`evaluation of families/${family}`, success])),
        }),
      }
    }
    case 'frontier':
      return {
        step: line.step,
        scalars: present({ [`frontier/${line.name}, score`]: line.score, [`frontier/${line.name}, requests`]: line.requests }),
      }
  }
}

const present = (values: Readonly<Record<string, number | null>>): readonly Scalar[] =>
  Object.entries(values).flatMap(([tag, value]) => (value === null ? [] : [{ tag, value }]))
