import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AgentDefinition } from '../../../compiler/index.ts'
import { embeddedCheckpoints, misfit, readManifest } from '../../../trainer/embedded/index.ts'
import type { Manifest } from '../../../trainer/embedded/index.ts'
import { agentDefinition } from '../example-graph.ts'
import { ask, exampleRequest, replyOf } from '../policies/example-request.ts'
import { checkpointFolder, exampleManifest, exampleWeights } from './checkpoint-folder.ts'

const weights = await exampleWeights()

/** What opening `digits` says where manifest and weights are as given. */
async function opening(manifest: string, bytes: Uint8Array | null = weights): Promise<string> {
  using folder = checkpointFolder('digits', manifest, bytes)
  const opened = await embeddedCheckpoints(folder.path).openEmbedded('digits')
  return opened.kind === 'ok' ? 'ok' : opened.message.replace(folder.path, 'FOLDER')
}

const written = (changes: object = {}): string => JSON.stringify({ ...exampleManifest(), ...changes })

describe('an embedded checkpoint', () => {
  test('opens as a client that answers greedily, again and again the same', async () => {
    using folder = checkpointFolder('digits', written(), weights)
    const opened = await embeddedCheckpoints(folder.path).openEmbedded('digits')
    if (opened.kind === 'error') throw new Error(opened.message)
    expect(opened.client.description).toBe('embedded:digits')
    const replies = [1, 2].map(async (seed) => replyOf(await ask(opened.client, exampleRequest({ sampling: { seed } }))))
    const [first, second] = await Promise.all(replies)
    expect(first?.record.temperature).toBe(0)
    expect(second?.content).toBe(first?.content)
  })
  test('that is not there is answered with those that are', async () => {
    using folder = checkpointFolder('digits', written(), weights)
    mkdirSync(join(folder.path, 'empty'))
    const registry = embeddedCheckpoints(folder.path)
    const message = 'there is no embedded checkpoint "poems"; there is digits'
    expect(await registry.openEmbedded('poems')).toEqual({ kind: 'error', message })
    expect(registry.shipped).toBe(null)
    const nowhere = await embeddedCheckpoints(join(folder.path, 'nowhere')).openEmbedded('digits')
    expect(nowhere).toEqual({ kind: 'error', message: 'there is no embedded checkpoint "digits"; there is none' })
  })
  test.each(['../digits', 'digits/../digits', '', '.', '..'])('is never looked for elsewhere: %j', async (name) => {
    using folder = checkpointFolder('digits', written(), weights)
    expect(await embeddedCheckpoints(folder.path).openEmbedded(name)).toMatchObject({ kind: 'error' })
  })
  test('stands in for the default where it is the one that is shipped, and fits', () => {
    using folder = checkpointFolder('arithmetic', written({ name: 'arithmetic' }), weights)
    const { shipped } = embeddedCheckpoints(folder.path)
    expect(shipped?.name).toBe('arithmetic')
    expect(shipped?.misfit(agentDefinition({ name: 'answer' }))).toBe(null)
    expect(shipped?.misfit(agentDefinition())).toMatch(/^it was trained on the roles "answer" only/)
  })
  test('that is damaged says so', async () => {
    const flipped = Uint8Array.from(weights, (byte, position) => (position === weights.length - 1 ? byte ^ 1 : byte))
    const unusable = 'the weights of "digits" cannot be used: '
    expect(await opening(written(), null)).toBe(`the weights of "digits" are missing: ${join('FOLDER', 'digits', 'executor.checkpoint')}`)
    expect(await opening(written(), flipped)).toContain(unusable)
    expect(await opening(written(), weights.subarray(0, weights.length - 5))).toContain(unusable)
    expect(await opening(written(), new Uint8Array())).toContain(unusable)
    expect(await opening(written({ characters: '01' }))).toBe(`the weights of "digits" are not of its manifest's vocabulary`)
  })
  test('with a manifest that cannot be used says why', async () => {
    const unusable = 'the manifest of "digits" cannot be used: '
    expect(await opening('{')).toBe(`${unusable}it is not valid JSON`)
    expect(await opening('[]')).toBe(`${unusable}manifest must be object`)
    expect(await opening(written({ weights: '../../secret.checkpoint' }))).toContain(`${unusable}manifest/weights must match pattern`)
    expect(await opening(written({ vocabularyRoles: ['answer', 'answer'] }))).toContain(`${unusable}manifest/vocabularyRoles must NOT have duplicate items`)
    expect(await opening(written({ surprise: 1 }))).toContain(`${unusable}manifest must NOT have additional properties`)
    expect(await opening(written({ temperature: -1 }))).toContain(`${unusable}manifest/temperature`)
  })
})

describe('a manifest', () => {
  test('reads back as it was written', () => {
    expect(readManifest(written())).toEqual({ kind: 'manifest', manifest: exampleManifest() })
  })
  test.each(Object.keys(exampleManifest()) as (keyof Manifest)[])('needs its %s', (key) => {
    const read = readManifest(written({ [key]: undefined }))
    expect(read.kind === 'invalid' ? read.message : read.kind).toBe(`manifest must have required property '${key}'`)
  })
})

describe('an agent fits', () => {
  const manifest = exampleManifest()
  const role = (value: string) => ({ kind: 'constant', value }) as const

  test('where role, parameter types and result are those trained', () => {
    expect(misfit(manifest, agentDefinition({ name: 'answer' }))).toBe(null)
    expect(misfit(manifest, agentDefinition({ role: role('answer'), max_tokens: 4, temperature: 0.5 }))).toBe(null)
  })
  const misfits: readonly (readonly [Partial<AgentDefinition>, string])[] = [
    [{ name: 'Answer' }, 'it was trained on the roles "answer" only'],
    [{ name: 'answer', role: role('poet') }, 'it was trained on the roles "answer" only'],
    [{ name: 'answer', role: { kind: 'value', id: 'x' } }, 'it was trained on the roles "answer" only'],
    [{ name: 'answer', tools: [{ kind: 'tool', tool: 'add' }] }, 'it calls no tools'],
    [{ name: 'answer', prompt: role('think') }, 'it takes no prompt of its own, only the inputs'],
    [{ name: 'answer', top_p: 0.5 }, 'it takes no top_p'],
    [
      { name: 'answer', result: { kind: 'int' } },
      'it was trained as (string) -> string in the role "answer", not as (string) -> int',
    ],
    [{ name: 'answer', parameters: [] }, 'it was trained as (string) -> string in the role "answer", not as () -> string'],
  ]
  test.each(misfits)('not with %j', (changes, reason) => {
    expect(misfit(manifest, agentDefinition(changes))).toBe(reason)
  })
})
