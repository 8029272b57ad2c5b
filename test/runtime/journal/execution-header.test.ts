import { describe, expect, test } from 'vitest'
import { executionHeader, headerDifference } from '../../../runtime/journal/execution-header.ts'
import type { HeaderParts } from '../../../runtime/journal/execution-header.ts'
import { defaultRetryPolicy } from '../../../runtime/model/retry.ts'
import { compileSource } from '../../compiler/compile/compile-source.ts'

const script = `
tool look(key: string) -> string from "host:look" pure
agent Writer(topic: string) -> string { prompt "Write about {{topic}}." }
workflow main(topic: string) -> string { return Writer(look(topic)) }`

function graphOf(source: string) {
  const [workflow] = compileSource(source).workflows
  if (workflow?.compiled.kind !== 'graph') throw new Error('the script of this test does not compile')
  return workflow.compiled.graph
}

const parts = {
  graph: graphOf(script),
  inputs: { topic: 'rain' },
  seed: 7,
  models: new Map([['default', { description: 'openai:a' }]]),
  tools: new Map([['host:look', { description: 'program:["look"]' }]]),
  retries: defaultRetryPolicy,
} satisfies HeaderParts

/** As a journal gives it back. */
const kept = JSON.parse(JSON.stringify(executionHeader(parts))) as ReturnType<typeof executionHeader>

describe('headerDifference', () => {
  test.each<[string, Partial<HeaderParts>]>([
    ['nothing', {}],
    ['the layout', { graph: graphOf(script.replaceAll('\n', '\n\n// a remark\n')) }],
    ['a model that nothing uses', { models: new Map([...parts.models, ['large', { description: 'openai:b' }]]) }],
    ['an input that is left out', { inputs: { topic: 'rain', mood: undefined } }],
  ])('%s makes no other run', (_, changed) => {
    expect(headerDifference(kept, executionHeader({ ...parts, ...changed }))).toBe(null)
  })

  test.each<[string, Partial<HeaderParts>, string | RegExp]>([
    ['prompt', { graph: graphOf(script.replace('about', 'of')) }, /^script\.agents\..*was "Write about ", and is "Write of "$/],
    [
      'workflow',
      { graph: graphOf(script.replace('look(topic)', 'topic')) },
      /^script\.body\.nodes\[0\]\.kind was "tool", and is "agent"$/,
    ],
    ['input', { inputs: { topic: 'snow' } }, 'inputs.topic was "rain", and is "snow"'],
    [
      'model',
      { models: new Map([['default', { description: 'openai:b' }]]) },
      'models.default was "openai:a", and is "openai:b"',
    ],
    ['tool', { tools: new Map() }, 'tools.host:look was "program:["look"]", and is ""'.replaceAll('["look"]', '[\\"look\\"]')],
    ['seed', { seed: 8 }, 'seed was 7, and is 8'],
    ['retries', { retries: { ...defaultRetryPolicy, attempts: 1 } }, 'retries.attempts was 4, and is 1'],
  ])('a changed %s is named', (_, changed, difference) => {
    const found = headerDifference(kept, executionHeader({ ...parts, ...changed }))
    if (typeof difference === 'string') expect(found).toBe(difference)
    else expect(found).toMatch(difference)
  })
})
