import type { ToolImplementation, ToolOutcome } from '../tool-implementation.ts'
import type { Boundary } from './boundary/index.ts'
import { createPythonRunner } from './python-runner.ts'
import { DEFAULT_PYTHON_SETTINGS } from './python-settings.ts'
import type { PythonSettings } from './python-settings.ts'

/**
 * `std:python`: runs Python code in a locked-down process of its own, one for each call, and gives what it printed. An exception,
 * a time-out, a crash, too much output are failures with a message for the model. As many run at the same time as there
 * are processors; the rest wait. Nothing is started before the first call.
 */
export function createPythonTool(
  settings: PythonSettings = DEFAULT_PYTHON_SETTINGS,
  findBoundary?: () => Promise<Boundary>,
): ToolImplementation {
  const run = createPythonRunner(settings, findBoundary)
  return {
    async call({ code }, { seed, signal }): Promise<ToolOutcome> {
      const outcome = await run({ code: String(code), seed }, signal)
      return outcome.kind === 'unavailable' ? { kind: 'failed', message: outcome.message } : outcome
    },
  }
}
