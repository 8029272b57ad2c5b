import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Manifest } from '../../../trainer/embedded/index.ts'
import { writeCheckpoint } from '../../../trainer/engine/index.ts'
import { executorVocabulary } from '../../../trainer/policies/executor-vocabulary.ts'
import { loadedEngine } from '../engine/loaded-engine.ts'

export function exampleManifest(changes: Partial<Manifest> = {}): Manifest {
  return {
    version: 1,
    name: 'digits',
    policy: 'executor',
    roles: [{ role: 'answer', parameters: [{ name: 'expression', type: 'string' }], result: 'string' }],
    vocabularyRoles: ['answer'],
    characters: '0123456789+-*()',
    temperature: 0,
    weights: 'executor.checkpoint',
    origin: { command: 'npm run train:checkpoint', seed: 1, measured: 'nothing' },
    ...changes,
  }
}

/** The bytes of an untrained checkpoint that fits the example manifest. */
export async function exampleWeights(): Promise<Uint8Array> {
  const { vocabularyRoles, characters } = exampleManifest()
  const vocabulary = executorVocabulary(vocabularyRoles, characters).table.symbols.length
  const shape = { vocabulary, width: 8, layers: 1, heads: 2, positions: 20, feedForwardMultiple: 2 }
  return writeCheckpoint((await loadedEngine()).createNetwork(shape, 1).snapshot(), { optimizer: false })
}

/** A folder with one checkpoint of the name, as it is given. */
export function checkpointFolder(name: string, manifest: string, weights: Uint8Array | null): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'mas-checkpoints-'))
  mkdirSync(join(path, name))
  writeFileSync(join(path, name, 'manifest.json'), manifest)
  if (weights !== null) writeFileSync(join(path, name, 'executor.checkpoint'), weights)
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
