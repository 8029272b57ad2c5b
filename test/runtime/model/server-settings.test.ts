import { expect, test } from 'vitest'
import { grammarBody, serverKinds, settingsOf } from '../../../runtime/model/index.ts'

test('the fields that take a grammar are the servers’ own', () => {
  expect(Object.fromEntries(serverKinds.map((kind) => [kind, grammarBody(kind, 'root ::= "a"')]))).toEqual({
    openai: null,
    vllm: { structured_outputs: { grammar: 'root ::= "a"' } },
    sglang: { ebnf: 'root ::= "a"' },
    'llama.cpp': { grammar: 'root ::= "a"' },
    ollama: null,
    plain: null,
  })
})

test('OpenAI’s own service alone has another name for the token limit, and no think tags', () => {
  for (const kind of serverKinds) {
    const { tokenLimit, thinkTags } = settingsOf(kind)
    expect([tokenLimit, thinkTags]).toEqual(kind === 'openai' ? ['max_completion_tokens', false] : ['max_tokens', true])
  }
})
