import { runModule } from '../../../runtime/emitted/run-module.ts'
import type { ModuleWorkflow } from '../../../runtime/emitted/run-module.ts'
import type { Steps } from '../../../runtime/emitted/steps.ts'
import { agent, tool } from '../../../runtime/emitted/definition.ts'
import { types } from '../../../runtime/emitted/types.ts'
import type { RunSettings, WorkflowRun } from '../../../runtime/interpreter/run-options.ts'
import { startPaced } from '../interpreter/start-run.ts'

interface Input {
  readonly input: string
}

const asked = { parameters: { input: types.string }, result: types.string }

/** An agent, a pure tool and one with an effect, each from a text to a text. */
export const A = agent<Input, string>({ name: 'A', ...asked })
export const look = tool<Input, string>({ name: 'look', ...asked, from: 'host:look', pure: true })
export const write = tool<Input, string>({ name: 'write', ...asked, from: 'host:write', pure: false })

/** Runs the code of a workflow `main` whose calls wait until the test lets them go on. */
export function startModule(
  code: (at: Steps) => Promise<unknown>,
  workflow: Partial<ModuleWorkflow> = {},
  settings: Partial<RunSettings> = {},
) {
  const about: ModuleWorkflow = { workflow: 'main', file: 'test.mas', parameters: {}, calls: [A, look, write], ...workflow }
  return startPaced({ slots: ['default'], tools: ['host:look', 'host:write'] }, (usual): WorkflowRun => {
    let events: WorkflowRun['events'] | null = null
    const onEvents = (given: WorkflowRun['events']): void => {
      events = given
    }
    const result = runModule(about, {}, { ...usual, ...settings, onEvents }, code)
    if (events === null) throw new Error('a run tells its events at once')
    // Whatever the code returns is a value here.
    return { events, result: result as WorkflowRun['result'] }
  })
}
