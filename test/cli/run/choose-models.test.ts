import { expect, test } from 'vitest'
import { chooseModels } from '../../../cli/run/choose-models.ts'
import { endpointLimiters } from '../../../cli/run/endpoint-limiters.ts'
import { compileProgram, createMemoryReader } from '../../../compiler/index.ts'
import type { Graph } from '../../../compiler/index.ts'
import { emptyConfiguration } from '../../../runtime/configuration/index.ts'
import type { ModelBinding } from '../../../runtime/configuration/index.ts'
import { emptyClientRegistry } from '../../../runtime/model/index.ts'
import type { ClientRegistry } from '../../../runtime/model/index.ts'

function graphOf(source: string): Graph {
  const [workflow] = compileProgram('a.mas', createMemoryReader(new Map([['a.mas', source]]))).workflows
  if (workflow?.compiled.kind !== 'graph') throw new Error('the script of this test does not compile')
  return workflow.compiled.graph
}

const plain = graphOf('agent A() -> string workflow main() -> string { return A() }')
const both = graphOf('agent A() -> string agent B() -> int workflow main() -> string { a = A() b = B() return "{{a}}{{b}}" }')

/** A shipped policy that answers strings only. */
const registry: ClientRegistry = {
  openEmbedded: (name) =>
    Promise.resolve({
      kind: 'ok',
      client: { description: `embedded:${name}`, complete: () => Promise.reject(new Error('not asked')) },
    }),
  shipped: { name: 'small', misfit: (agent) => (agent.result.kind === 'string' ? null : 'it answers strings only') },
}

const choose = (
  graph: Graph,
  flags: readonly string[] = [],
  models: Readonly<Record<string, ModelBinding>> = {},
  from: ClientRegistry = registry,
) =>
  chooseModels(graph, {
    flags,
    found: { configuration: { ...emptyConfiguration, models }, file: null, folder: '/config', isNamed: false },
    registry: from,
    environment: {},
    limiters: endpointLimiters(),
    otherSlots: [],
  })

const described = async (...parameters: Parameters<typeof choose>) => {
  const chosen = await choose(...parameters)
  return chosen.kind === 'ok'
    ? Object.fromEntries([...chosen.models].map(([slot, model]) => [slot, model.description]))
    : chosen.problems
}

test('the shipped policy stands in where every agent fits it', async () => {
  expect(await described(plain)).toEqual({ default: 'embedded:small' })
})

test('where one does not, the message says which, and what to add', async () => {
  expect(await described(both)).toEqual([
    'nothing is bound to the model slot "default" of A, B: add --model default=openai:MODEL@http://localhost:11434/v1 ' +
      '(the policy "small" that comes with mas does not fit B: it answers strings only)',
  ])
})

test('without a shipped policy, the message is about the flag alone', async () => {
  expect(await described(plain, [], {}, emptyClientRegistry)).toEqual([
    'nothing is bound to the model slot "default" of A: add --model default=openai:MODEL@http://localhost:11434/v1',
  ])
})

test('a flag wins over the configuration, and that over the shipped policy', async () => {
  const configured = { default: { spec: 'openai:c@http://c/v1', keyEnvironment: null } }
  expect(await described(plain, [], configured)).toEqual({ default: 'openai:c@http://c/v1' })
  expect(await described(plain, ['default=openai:f@http://f/v1'], configured)).toEqual({ default: 'openai:f@http://f/v1' })
})

test('a configuration may bind slots that this script does not use', async () => {
  expect(await described(plain, [], { large: { spec: 'nonsense', keyEnvironment: null } })).toEqual({ default: 'embedded:small' })
})

test('a trace that a configuration names stands beside it', async () => {
  expect(await described(plain, [], { default: { spec: 'replay:t.jsonl', keyEnvironment: null } })).toEqual([
    'model "default": /config/t.jsonl does not exist',
  ])
})

test('a slot may have models that stand in', async () => {
  const fallbacks = [{ spec: 'openai:b@http://b/v1', keyEnvironment: null }]
  const configured = { default: { spec: 'openai:a@http://a/v1', keyEnvironment: null, fallbacks } }
  expect(await described(plain, [], configured)).toEqual({ default: 'openai:a@http://a/v1, else openai:b@http://b/v1' })
})

test('one that cannot be opened is told as what it is', async () => {
  const fallbacks = [{ spec: 'nonsense', keyEnvironment: null }]
  const configured = { default: { spec: 'openai:a@http://a/v1', keyEnvironment: null, fallbacks } }
  expect(await described(plain, [], configured)).toEqual([
    'model "default": the fallback nonsense: "nonsense" is no model; write openai:MODEL@BASE_URL, embedded:NAME or replay:FILE',
  ])
})

test('a configuration that was only found names no cache', async () => {
  const found = { configuration: { ...emptyConfiguration, cache: 'replies' }, file: '/c/mas.config.json', folder: '/c', isNamed: false }
  const sources = { flags: [], found, registry, environment: {}, limiters: endpointLimiters(), otherSlots: [] }
  expect(await chooseModels(plain, sources)).toEqual({
    kind: 'error',
    problems: ['/c/mas.config.json: "cache" is not used from a configuration that was only found: pass --config FILE, or --cache FOLDER'],
  })
  expect(await chooseModels(plain, { ...sources, cache: '/elsewhere' })).toMatchObject({ kind: 'ok' })
})
