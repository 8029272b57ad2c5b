import { describe, expect, test } from 'vitest'
import { createReplayClient, readRecording, traceLineText } from '../../../../runtime/model/index.ts'
import type { ModelOutcome, ModelRequest, TraceLine } from '../../../../runtime/model/index.ts'
import { exampleRequest } from '../example-request.ts'

const reply: ModelOutcome = {
  kind: 'reply',
  reply: {
    content: 'hello',
    toolCalls: [],
    finish: 'stop',
    usage: { promptTokens: 3, completionTokens: 2 },
    record: { tokens: [1, 2] },
  },
}
const replyInTrace = {
  kind: 'reply',
  reply: { content: 'hello', toolCalls: [], finish: 'stop', usage: { promptTokens: 3, completionTokens: 2 } },
}

const opening: TraceLine = { kind: 'trace', version: 1, file: 'a.mas', workflow: 'main', seed: 11, models: {} }

function started(request: ModelRequest, task: string | null = null): TraceLine {
  return { kind: 'request_started', task, sequence: 1, time: 0, node: request.node, slot: 'default', request }
}

function finished({ node, attempt, turn }: ModelRequest, outcome: ModelOutcome, task: string | null = null): TraceLine {
  return {
    kind: 'request_finished',
    task,
    sequence: 2,
    time: 0,
    node,
    slot: 'default',
    attempt,
    turn,
    outcome,
    attempts: 1,
    requests: 1,
    truncated: false,
  }
}

function recorded(lines: readonly TraceLine[]) {
  const read = readRecording(lines.map((line) => `${traceLineText(line)}\n`).join(''))
  if (read.kind === 'error') throw new Error(read.message)
  return read.recording
}

const ask = async (lines: readonly TraceLine[], request: ModelRequest, task: string | null = null) =>
  createReplayClient(recorded(lines), { file: 't.jsonl', task }).complete(request, new AbortController().signal)

const request = exampleRequest()

describe('a replay', () => {
  test('answers as recorded, without what a policy recorded for itself', async () => {
    expect(await ask([opening, started(request), finished(request, reply)], request)).toEqual(replyInTrace)
  })

  test('tells instances, attempts, turns and tasks apart', async () => {
    const other = exampleRequest({ node: 'main/repeat[2]/draft', attempt: 2, turn: 3 })
    const lines = [started(other, 'b'), finished(other, reply, 'b')]
    expect(await ask(lines, other, 'b')).toEqual(replyInTrace)
    for (const [changes, task] of [
      [{ attempt: 1 }, 'b'],
      [{ turn: 1 }, 'b'],
      [{ node: 'main/repeat[1]/draft' }, 'b'],
      [{}, 'a'],
      [{}, null],
    ] as const) {
      expect(await ask(lines, { ...other, ...changes }, task)).toMatchObject({
        kind: 'failure',
        code: 'rejected',
        transient: false,
        reachedModel: false,
      })
    }
  })

  test('gives a recorded failure once and for all', async () => {
    const failure: ModelOutcome = {
      kind: 'failure',
      code: 'rate_limited',
      message: 'slow',
      transient: true,
      reachedModel: false,
      retryAfter: 9,
    }
    expect(await ask([started(request), finished(request, failure)], request)).toEqual({
      ...failure,
      transient: false,
      retryAfter: null,
    })
  })

  test('says where a recording ends', async () => {
    const cancelled: ModelOutcome = {
      kind: 'failure',
      code: 'cancelled',
      message: '',
      transient: false,
      reachedModel: true,
      retryAfter: null,
    }
    for (const lines of [[started(request)], [started(request), finished(request, cancelled)]]) {
      expect(await ask(lines, request)).toMatchObject({
        message: 't.jsonl ends before the answer to the request of main/draft (attempt 1, turn 1)',
      })
    }
  })

  test('obeys its signal', async () => {
    const client = createReplayClient(recorded([started(request), finished(request, reply)]), { file: 't.jsonl', task: null })
    expect(await client.complete(request, AbortSignal.abort())).toMatchObject({ kind: 'failure', code: 'cancelled' })
  })

  test.each([
    [{ sampling: { ...request.sampling, seed: 8 } }, 'sampling.seed was 7, and is 8'],
    [{ sampling: { ...request.sampling, temperature: 0 } }, 'sampling.temperature was null, and is 0'],
    [{ messages: request.messages.slice(0, 1) }, 'messages[1] was {"role":"user","content":"Write a line."}, and is absent'],
    [
      {
        messages: [
          { role: 'system' as const, content: 'You write.' },
          { role: 'user' as const, content: 'Write a list.' },
        ],
      },
      'messages[1].content was "Write a line.", and is "Write a list."',
    ],
    [{ output: { kind: 'json' as const, schema: {}, wrapped: false } }, 'output.kind was "text", and is "json"'],
  ])('names the first difference: %j', async (changes, difference) => {
    expect(await ask([started(request), finished(request, reply)], exampleRequest(changes))).toMatchObject({
      message: `the request of main/draft (attempt 1, turn 1) differs from the one in t.jsonl: ${difference}`,
    })
  })
})

describe('a trace', () => {
  const text = [opening, started(request), finished(request, reply)].map((line) => `${traceLineText(line)}\n`).join('')

  test('tells the seed', () => {
    expect(readRecording(text)).toMatchObject({ recording: { seed: 11 } })
  })

  test('may be cut off in its last line, and nowhere else', () => {
    expect(readRecording(`${text}{"kind":"node_`).kind).toBe('ok')
    expect(readRecording(`{"kind":"node_\n${text}`)).toEqual({ kind: 'error', message: 'line 1 is not valid JSON' })
  })

  test.each([
    ['', 'it holds no request to a model: is it a file that "mas run --trace" wrote?'],
    ['{"kind":"trace","version":2}', 'its version is 2, and this mas reads version 1'],
    ['7', 'line 1 is no event'],
    ['{"kind":"request_started","request":{}}', 'line 1 is not as this mas writes it'],
    [
      '{"kind":"request_finished","node":"a","attempt":1,"turn":1,"outcome":{"kind":"reply","reply":{}}}',
      'line 1 is not as this mas writes it',
    ],
  ])('that is none is refused: %s', (written, message) => {
    expect(readRecording(written)).toEqual({ kind: 'error', message })
  })
})
