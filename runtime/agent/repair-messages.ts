import type { Message, ModelReply } from '../model/model-client.ts'

/** Sends a reply that does not fit back to the model, with what is wrong with it. */
export const repairMessages = (reply: ModelReply, problem: string): readonly Message[] => [
  { role: 'assistant', content: reply.content, toolCalls: [] },
  {
    role: 'user',
    content: [
      'Your reply does not fit the required format.',
      problem,
      'Reply again, with JSON in the required format and nothing else.',
    ].join('\n'),
  },
]
