import { describe, expect, test } from 'vitest'
import { runWorkflow } from '../../../runtime/interpreter/run-workflow.ts'
import type { RunEvent } from '../../../runtime/events/run-event.ts'
import { agent, block, bool, builtin, constant, equal, field, graph, list, record, string, text, value } from '../graph-builder.ts'
import { failure, given, mockModel } from '../mock-model.ts'

/** Two agents, an `each`, a `repeat` with a `stop`, and an `otherwise`. */
const research = graph({
  parameters: { task: string },
  agents: [
    agent('Planner', { result: list(string, 3) }),
    agent('Worker'),
    agent('Critic', { result: record({ done: bool, note: string }) }),
  ],
  body: block(
    [
      { kind: 'agent', name: 'main/steps', agent: 'Planner', arguments: [value('task')], result: 'steps' },
      {
        kind: 'each',
        name: 'main/notes',
        list: value('steps'),
        maximum: 3,
        item: 'step',
        index: null,
        ordered: false,
        result: 'notes',
        body: block(
          [
            {
              kind: 'otherwise',
              name: 'main/notes/otherwise',
              attempt: block([{ kind: 'agent', name: 'main/notes/otherwise/Worker', agent: 'Worker', arguments: [value('step')], result: 'note' }], value('note')),
              fallback: block([], constant('nothing')),
              result: 'kept',
            },
          ],
          value('kept'),
        ),
      },
      { kind: 'compute', name: 'main/draft', expression: builtin('join', [value('notes'), constant(', ')]), result: 'draft' },
      {
        kind: 'repeat',
        name: 'main/repeat',
        maximum: 4,
        carried: [{ value: 'draft.2', initial: value('draft') }],
        results: ['draft.3'],
        body: block(
          [
            { kind: 'agent', name: 'main/repeat/review', agent: 'Critic', arguments: [value('draft.2')], result: 'review' },
            {
              kind: 'stop',
              name: 'main/repeat/stop',
              condition: equal(field(value('review'), 'done'), constant(true)),
              carried: [value('draft.2')],
            },
          ],
          text(value('draft.2'), '!', field(value('review'), 'note')),
        ),
      },
    ],
    value('draft.3'),
  ),
})

const answers = mockModel((request) => {
  switch (request.agent.name) {
    case 'Planner':
      return JSON.stringify({ value: ['a', 'b', 'c'] })
    case 'Worker':
      return given(request) === 'b' ? failure() : `did ${given(request)}`
    default:
      return JSON.stringify({ done: given(request).endsWith('!x!x'), note: 'x' })
  }
})

describe('runWorkflow', () => {
  test('runs a workflow from its inputs to its result', async () => {
    const run = runWorkflow({ graph: research, inputs: { task: 'try' }, models: new Map([['default', answers]]), seed: 1 })
    const { outcome, usage } = await run.result
    expect(outcome).toEqual({ kind: 'ok', value: 'did a, nothing, did c!x!x' })
    expect(usage).toMatchObject({ requests: 6, attempts: 7, tool_calls: 0, prompt_tokens: 60, completion_tokens: 30 })
    const events: RunEvent[] = []
    for await (const event of run.events) events.push(event)
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, i) => i + 1))
    expect(events.flatMap((event) => (event.kind === 'request_started' ? [event.node] : []))).toEqual([
      'main/steps',
      'main/notes[1]/otherwise/Worker',
      'main/notes[2]/otherwise/Worker',
      'main/notes[3]/otherwise/Worker',
      'main/repeat[1]/review',
      'main/repeat[2]/review',
      'main/repeat[3]/review',
    ])
    expect(events.at(0)?.kind).toBe('run_started')
    expect(events.at(-1)).toMatchObject({ kind: 'run_finished', outcome })
  })
})
