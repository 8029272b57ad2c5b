import type { Attributes } from '@opentelemetry/api'
import type { Message, ModelReply, ModelRequest } from '../model/model-client.ts'
import { readModelSpec } from '../model/model-spec.ts'
import { OPENAI_BASE_URL } from '../model/openai-client.ts'
import { telemetry } from './conventions.ts'

const { attribute, operation } = telemetry

/** What a request says of itself; its messages only where contents are captured. */
export function requestAttributes(
  request: ModelRequest,
  model: { readonly slot: string; readonly description: string },
  captureContent: boolean,
): Attributes {
  const { sampling, output, messages } = request
  return {
    [attribute.operation]: operation.model,
    ...modelAttributes(model.description),
    ...(sampling.temperature === null ? {} : { [attribute.requestTemperature]: sampling.temperature }),
    ...(sampling.topP === null ? {} : { [attribute.requestTopP]: sampling.topP }),
    [attribute.requestMaximumTokens]: sampling.maximumTokens,
    [attribute.requestSeed]: sampling.seed,
    [attribute.outputType]: output.kind === 'json' ? 'json' : 'text',
    [attribute.node]: request.node,
    [attribute.slot]: model.slot,
    [attribute.attempt]: request.attempt,
    [attribute.turn]: request.turn,
    ...(captureContent ? messageAttributes(messages) : {}),
  }
}

/** What a reply tells; its text only where contents are captured. */
export function replyAttributes(reply: ModelReply, captureContent: boolean): Attributes {
  const { usage, finish } = reply
  return {
    [attribute.finishReasons]: [finish],
    [attribute.inputTokens]: usage.promptTokens,
    [attribute.outputTokens]: usage.completionTokens,
    ...(usage.cost === undefined ? {} : { [attribute.cost]: usage.cost }),
    ...(captureContent
      ? {
          [attribute.outputMessages]: JSON.stringify([{ ...wireMessage(assistant(reply)), finish_reason: finish }]),
          ...(reply.reasoning === undefined ? {} : { [attribute.reasoning]: reply.reasoning }),
        }
      : {}),
  }
}

/** The model's name for a span: what is asked for, or how the client describes itself. */
export function modelNameOf(description: string): string {
  const read = readModelSpec(description)
  return read.kind === 'ok' && read.spec.kind === 'openai' ? read.spec.model : description
}

function modelAttributes(description: string): Attributes {
  const read = readModelSpec(description)
  if (read.kind === 'error' || read.spec.kind !== 'openai') {
    return { [attribute.provider]: '_OTHER', [attribute.requestModel]: description }
  }
  const { hostname, port, protocol } = new URL(read.spec.baseUrl ?? OPENAI_BASE_URL)
  return {
    // What speaks OpenAI's protocol counts as it where nothing else is known; the address tells more.
    [attribute.provider]: 'openai',
    [attribute.requestModel]: read.spec.model,
    [attribute.serverAddress]: hostname,
    [attribute.serverPort]: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  }
}

function messageAttributes(messages: readonly Message[]): Attributes {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => ({ type: 'text', content }))
  const others = messages.filter(({ role }) => role !== 'system')
  return {
    ...(system.length === 0 ? {} : { [attribute.systemInstructions]: JSON.stringify(system) }),
    [attribute.inputMessages]: JSON.stringify(others.map(wireMessage)),
  }
}

const assistant = ({ content, toolCalls }: ModelReply): Message => ({ role: 'assistant', content, toolCalls })

/** A message in the conventions' shape: a role and typed parts. */
function wireMessage(message: Message): { readonly role: string; readonly parts: readonly object[] } {
  switch (message.role) {
    case 'tool':
      return { role: 'tool', parts: [{ type: 'tool_call_response', id: message.toolCallId, response: message.content }] }
    case 'assistant': {
      const calls = message.toolCalls.map(({ id, name, arguments: written }) => ({ type: 'tool_call', id, name, arguments: written }))
      return { role: 'assistant', parts: [...(message.content === '' ? [] : [{ type: 'text', content: message.content }]), ...calls] }
    }
    case 'system':
    case 'user':
      return { role: message.role, parts: [{ type: 'text', content: message.content }] }
  }
}
