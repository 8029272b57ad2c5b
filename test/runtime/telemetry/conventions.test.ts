import { expect, test } from 'vitest'
import { telemetry } from '../../../runtime/telemetry/index.ts'

test('names change with the version only: dashboards are built on them', () => {
  expect(telemetry).toMatchInlineSnapshot(`
    {
      "attribute": {
        "agentDescription": "gen_ai.agent.description",
        "agentName": "gen_ai.agent.name",
        "answer": "mas.answer",
        "attempt": "mas.attempt",
        "awaits": "mas.awaits",
        "cost": "mas.cost",
        "errorType": "error.type",
        "file": "mas.file",
        "finishReasons": "gen_ai.response.finish_reasons",
        "inputMessages": "gen_ai.input.messages",
        "inputTokens": "gen_ai.usage.input_tokens",
        "node": "mas.node",
        "nodeKind": "mas.node.kind",
        "operation": "gen_ai.operation.name",
        "outputMessages": "gen_ai.output.messages",
        "outputTokens": "gen_ai.usage.output_tokens",
        "outputType": "gen_ai.output.type",
        "provider": "gen_ai.provider.name",
        "question": "mas.question",
        "reasoning": "mas.reasoning",
        "requestMaximumTokens": "gen_ai.request.max_tokens",
        "requestModel": "gen_ai.request.model",
        "requestSeed": "gen_ai.request.seed",
        "requestTemperature": "gen_ai.request.temperature",
        "requestTopP": "gen_ai.request.top_p",
        "seed": "mas.seed",
        "serverAddress": "server.address",
        "serverPort": "server.port",
        "slot": "mas.slot",
        "suspended": "mas.suspended",
        "systemInstructions": "gen_ai.system_instructions",
        "task": "mas.task",
        "toolArguments": "gen_ai.tool.call.arguments",
        "toolName": "gen_ai.tool.name",
        "toolResult": "gen_ai.tool.call.result",
        "toolType": "gen_ai.tool.type",
        "tries": "mas.tries",
        "turn": "mas.turn",
        "workflowName": "gen_ai.workflow.name",
      },
      "operation": {
        "agent": "invoke_agent",
        "model": "chat",
        "tool": "execute_tool",
        "workflow": "invoke_workflow",
      },
      "scope": "maslang",
      "version": 1,
    }
  `)
})
