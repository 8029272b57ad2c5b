import { expect, test } from 'vitest'
import { watchReplies } from '../../../cli/run/watch-replies.ts'
import type { ModelClient, ModelReply } from '../../../runtime/index.ts'
import { exampleRequest } from '../../runtime/model/example-request.ts'

async function watched(reply: Partial<ModelReply>, output: 'text' | 'json') {
  const client: ModelClient = {
    description: 'm',
    complete: () =>
      Promise.resolve({
        kind: 'reply',
        reply: { content: '', toolCalls: [], finish: 'stop', usage: { promptTokens: 0, completionTokens: 0 }, ...reply },
      }),
  }
  const seen = { truncated: new Set<string>() }
  const notes: string[] = []
  const watching = watchReplies(client, 'large', seen, (slot, note) => notes.push(`${slot}: ${note}`))
  const request = output === 'text' ? {} : { output: { kind: 'json' as const, schema: {}, wrapped: false } }
  await watching.complete(exampleRequest(request), new AbortController().signal)
  return { notes, truncated: [...seen.truncated] }
}

test('notes are told with their slot', async () => {
  expect((await watched({ notes: ['the seed was left out'] }, 'text')).notes).toEqual(['large: the seed was left out'])
})

test('a text that was cut off is kept; a structured result that was fails by itself', async () => {
  expect((await watched({ finish: 'length' }, 'text')).truncated).toEqual(['main/draft'])
  expect((await watched({ finish: 'length' }, 'json')).truncated).toEqual([])
  expect((await watched({}, 'text')).truncated).toEqual([])
})
