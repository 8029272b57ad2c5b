import type { ToolDefinition } from '../../compiler/index.ts'
import type { FailureCode } from '../values/failure.ts'
import { isRecord } from '../values/record.ts'
import { validateValue } from '../values/validate-value.ts'
import type { RoundEnd } from './tool-rounds.ts'

/** Reads how a round of a tool call ended from stored data; `null` where that is no end of a call of this tool. */
export function readRoundEnd(tool: ToolDefinition, stored: unknown): RoundEnd | null {
  if (!isRecord(stored)) return null
  switch (stored.kind) {
    case 'ok': {
      const validated = validateValue(tool.result, stored.value)
      return validated.kind === 'ok' ? validated : null
    }
    case 'failed': {
      const { code, message } = stored
      return isToolFailure(code) && typeof message === 'string' ? { kind: 'failed', code, message } : null
    }
    case 'suspended': {
      const { question, awaits, inDoubt } = stored
      const isQuestion = typeof question === 'string' && (awaits === 'result' || awaits === 'approval') && typeof inDoubt === 'boolean'
      return isQuestion ? { kind: 'suspended', inDoubt, question, awaits } : null
    }
    case 'aborted':
      return { kind: 'aborted' }
    default:
      return null
  }
}

const isToolFailure = (code: unknown): code is FailureCode => code === 'tool_failed' || code === 'invalid_tool_result'
