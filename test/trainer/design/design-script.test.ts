import { describe, expect, test } from 'vitest'
import type { ModelClient, ModelOutcome, ModelRequest } from '../../../runtime/index.ts'
import { designScript, languageCard, readSignature } from '../../../trainer/design/index.ts'
import type { Designed, DesignOptions } from '../../../trainer/design/index.ts'

const good = 'agent A(task: string) -> string workflow main(task: string) -> string { return A(task) }'
const bad = 'workflow main(task: string) -> string { return x }'

type Answer = string | Partial<Extract<ModelOutcome, { kind: 'reply' }>['reply']> | Extract<ModelOutcome, { kind: 'failure' }>

/** A model that gives one answer after the other. */
function answering(answers: readonly Answer[], takesGrammar = false): ModelClient & { readonly asked: ModelRequest[] } {
  const asked: ModelRequest[] = []
  return {
    description: 'scripted',
    takesGrammar,
    asked,
    complete(request) {
      asked.push(request)
      const answer = answers[asked.length - 1] ?? ''
      if (typeof answer === 'object' && 'kind' in answer) return Promise.resolve(answer)
      const usage = { promptTokens: 1, completionTokens: 1 }
      const reply = { content: '', toolCalls: [], finish: 'stop' as const, usage, ...(typeof answer === 'string' ? { content: answer } : answer) }
      return Promise.resolve({ kind: 'reply', reply })
    },
  }
}

function design(model: ModelClient, changes: Partial<DesignOptions> = {}): Promise<Designed> {
  const signature = readSignature('(task: string) -> string')
  if (signature.kind === 'error') throw new Error(signature.message)
  return designScript({
    task: 'Answer questions about maps.',
    examples: [],
    requirements: { signature: signature.signature, budget: { calls: 4 }, tools: new Set() },
    model,
    candidate: 1,
    repairs: 2,
    maximumTokens: 500,
    seed: 3,
    signal: new AbortController().signal,
    retries: { attempts: 1, firstDelay: 0, factor: 1, longestDelay: 0 },
    ...changes,
  })
}

describe('the prompt', () => {
  test('tells the language, the task, the signature, the budget and examples', async () => {
    const model = answering([good])
    await design(model, { examples: [{ input: { task: 'a' }, expected: 'b' }] })
    const [system, user] = model.asked[0]?.messages ?? []
    expect(system?.content).toContain(languageCard)
    expect(system?.content).toContain('workflow_declaration = ')
    expect(system?.content).toContain('There are no tools.')
    expect(user?.content).toBe(
      'Write a script for this task:\nAnswer questions about maps.\n\n' +
        'It must hold `workflow main(task: string) -> string`.\n\n' +
        "One run may cost at most 4 calls, by the compiler's bounds.\n\n" +
        'Examples of what comes in and should come out:\n{"input":{"task":"a"},"expected":"b"}',
    )
    expect(model.asked[0]).toMatchObject({ output: { kind: 'text' }, sampling: { maximumTokens: 500 } })
  })

  test('has the grammar beside it where the model is held to one', async () => {
    const model = answering([good], true)
    await design(model)
    expect(model.asked[0]?.output).toMatchObject({ kind: 'grammar', gbnf: expect.stringContaining('root ::=') as string })
    expect(model.asked[0]?.messages[0]?.content).not.toContain('workflow_declaration = ')
  })
})

test('findings go back until the script can be used', async () => {
  const model = answering([bad, `\`\`\`\n${good}\n\`\`\``])
  const designed = await design(model)
  expect(designed).toMatchObject({ kind: 'designed', design: { graph: { bounds: { calls: 1 } } } })
  expect(designed.attempts.map(({ judgement }) => judgement?.kind)).toEqual(['problems', 'fits'])
  expect(model.asked[1]?.messages.slice(2)).toEqual([
    { role: 'assistant', content: bad, toolCalls: [] },
    { role: 'user', content: expect.stringMatching(/^The script cannot be used:\n\nLine 1, column 48: MAS2001: /) as string },
  ])
  expect(model.asked[1]?.sampling.seed).not.toBe(model.asked[0]?.sampling.seed)
})

test('after so many repairs it is given up, with the last reason', async () => {
  const model = answering([bad, bad, bad, good])
  const designed = await design(model)
  expect(designed).toMatchObject({ kind: 'failed', reason: expect.stringContaining('MAS2001') as string })
  expect(model.asked).toHaveLength(3)
})

test('no repairs is one attempt', async () => {
  const model = answering([bad, good])
  expect((await design(model, { repairs: 0 })).kind).toBe('failed')
  expect(model.asked).toHaveLength(1)
})

test('a script that was cut off is told so', async () => {
  const model = answering([{ content: 'workflow main(', finish: 'length' }, good])
  await design(model)
  expect(model.asked[1]?.messages.at(-1)?.content).toContain('It was cut off at 500 tokens: write a shorter script.')
})

test('a refusal and a failing model end it', async () => {
  const refusing = answering([{ content: 'I will not.', finish: 'refusal' }, good])
  expect(await design(refusing)).toMatchObject({ kind: 'failed', reason: 'The model refused.' })
  expect(refusing.asked).toHaveLength(1)
  const failure = { kind: 'failure', code: 'rejected', message: 'no', transient: false, reachedModel: false, retryAfter: null } as const
  expect(await design(answering([failure]))).toMatchObject({ kind: 'failed', reason: 'rejected: no', attempts: [{ judgement: null }] })
})

test('candidates have seeds of their own', async () => {
  const [one, two] = [answering([good]), answering([good])]
  await design(one)
  await design(two, { candidate: 2 })
  expect(one.asked[0]?.sampling.seed).not.toBe(two.asked[0]?.sampling.seed)
})
