const count = { type: 'integer', minimum: 0 } as const
const position = { type: 'integer', minimum: 1 } as const
const tokens = { type: 'array', items: count } as const
const numbers = { type: 'array', items: { type: 'number' } } as const
const nothing = { type: 'null' } as const

/** The JSON Schema of one line of a run's records. */
export const callRecordSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A call in the records of a training run',
  type: 'object',
  additionalProperties: false,
  required: [
    'run',
    'step',
    'task',
    'design',
    'execution',
    'node',
    'attempt',
    'turn',
    'agent',
    'policy',
    'version',
    'promptTokens',
    'tokens',
    'logProbabilities',
    'masks',
    'advantages',
    'sampling',
    'truncated',
    'provenance',
  ],
  properties: {
    run: { type: 'string' },
    step: { ...count, description: 'The training step, from 0.' },
    task: { type: 'string', description: 'The id of the task.' },
    design: { ...position, description: 'From 1 within the task.' },
    execution: { anyOf: [position, nothing], description: 'From 1 within the design; null for the call of the designer.' },
    node: { type: 'string', description: 'The node instance, such as main/repeat[2]/review.' },
    attempt: { ...position, description: 'The first attempt, and each repair.' },
    turn: { ...position, description: 'Within the attempt.' },
    agent: { type: 'string' },
    policy: { type: 'string' },
    version: { ...count, description: 'Of the weights that it was sampled with.' },
    promptTokens: tokens,
    tokens,
    logProbabilities: { ...numbers, description: 'Natural logarithms under masks and sampling parameters, one per token.' },
    masks: { anyOf: [{ type: 'array', items: { anyOf: [tokens, nothing] } }, nothing], description: 'Legal tokens per token.' },
    advantages: { anyOf: [numbers, nothing], description: 'One per token; null before credit is assigned.' },
    sampling: {
      type: 'object',
      additionalProperties: false,
      required: ['temperature', 'topP', 'maximumTokens', 'seed'],
      properties: {
        temperature: { type: 'number', minimum: 0 },
        topP: { anyOf: [{ type: 'number' }, nothing] },
        maximumTokens: count,
        seed: count,
      },
    },
    truncated: { type: 'boolean', description: 'Cut off at a limit of length.' },
    provenance: { enum: ['exact', 'retokenized', 'none'], description: 'Whether the token ids are those that the model drew.' },
  },
} as const
