import { demonstrationSettings } from '../demonstration/settings.ts'
import { schedulePresets } from '../schedule/index.ts'
import { choice, section, whole } from './property-schemas.ts'

const until = {
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'mostSteps'],
  description: 'Ends the phase by what its own steps measure: the mean reward of their executions, score less cost.',
  properties: {
    kind: { enum: ['plateau', 'target'], description: 'plateau: the reward no longer grows. target: it reaches a value.' },
    value: { type: 'number', description: 'target: the mean reward to reach.' },
    patience: { type: 'integer', minimum: 1, description: 'plateau: steps without a new best.' },
    delta: { type: 'number', minimum: 0, default: 0, description: 'plateau: a new best is better by more than this.' },
    mostSteps: { type: 'integer', minimum: 1, description: 'Steps after which the phase ends at the latest.' },
  },
}

const phase = {
  type: 'object',
  additionalProperties: false,
  required: ['train'],
  properties: {
    train: { enum: ['designer', 'executor', 'both'], description: 'What takes steps; the other is frozen.' },
    steps: { type: 'integer', minimum: 1, description: 'Length of the phase. Either this or until.' },
    until,
  },
}

export const scheduleSchema = section('Which policy is trained at which step.', {
  preset: choice(
    'stages: executor and designer in turns. both: at once. frozen_executor, frozen_designer: the other one alone.',
    schedulePresets,
    'stages',
  ),
  stageSteps: whole('stages: steps of one stage. The paper finds 30 best and 1 collapsing.', demonstrationSettings.stageSteps),
  phases: {
    type: 'array',
    minItems: 1,
    items: phase,
    description: 'Phases in order, in place of preset and stageSteps.',
  },
  repeat: { type: 'boolean', default: false, description: 'phases: start again after the last; else training ends there.' },
})
