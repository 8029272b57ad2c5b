import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ClientRegistry, ModelClient } from '../../runtime/index.ts'
import { loadEngine, readCheckpoint } from '../engine/index.ts'
import { executorPolicy } from '../policies/executor-policy.ts'
import { executorVocabulary } from '../policies/executor-vocabulary.ts'
import { readManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { misfit } from './misfit.ts'

/** The checkpoint that stands in for `default` where every agent in use fits it. */
const shippedName = 'arithmetic'

const shippedFolder = fileURLToPath(new URL('../checkpoints/', import.meta.url))

/** The checkpoints of a folder, each in a folder of its own name with `manifest.json`; by default those of the package. */
export function embeddedCheckpoints(folder: string = shippedFolder): ClientRegistry {
  const shipped = manifestOf(shippedName, folder)
  return {
    openEmbedded: (name) => openCheckpoint(name, folder),
    shipped: typeof shipped === 'string' ? null : { name: shippedName, misfit: (agent) => misfit(shipped, agent) },
  }
}

export type OpenedCheckpoint =
  | { readonly kind: 'ok'; readonly client: ModelClient; readonly manifest: Manifest }
  | { readonly kind: 'error'; readonly message: string }

/** Loads a checkpoint of a folder by its name; by default one of the package. */
export async function openCheckpoint(name: string, folder: string = shippedFolder): Promise<OpenedCheckpoint> {
  const manifest = manifestOf(name, folder)
  return typeof manifest === 'string' ? { kind: 'error', message: manifest } : open(join(folder, name), manifest)
}

/** The manifest, or why there is none. Names are those that the folder lists: none leads out of it. */
function manifestOf(name: string, folder: string): Manifest | string {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((entry) => existsSync(join(folder, entry, 'manifest.json'))).sort()
    : []
  if (!names.includes(name)) return `there is no embedded checkpoint "${name}"; there is ${names.join(', ') || 'none'}`
  const read = readManifest(readFileSync(join(folder, name, 'manifest.json'), 'utf8'))
  return read.kind === 'manifest' ? read.manifest : `the manifest of "${name}" cannot be used: ${read.message}`
}

async function open(folder: string, manifest: Manifest): Promise<OpenedCheckpoint> {
  const file = join(folder, manifest.weights)
  if (!existsSync(file)) return { kind: 'error', message: `the weights of "${manifest.name}" are missing: ${file}` }
  const checkpoint = readCheckpoint(readFileSync(file))
  if (checkpoint.kind === 'invalid') return { kind: 'error', message: `the weights of "${manifest.name}" cannot be used: ${checkpoint.message}` }
  const vocabulary = executorVocabulary(manifest.vocabularyRoles, manifest.characters)
  if (vocabulary.table.symbols.length !== checkpoint.state.shape.vocabulary) {
    return { kind: 'error', message: `the weights of "${manifest.name}" are not of its manifest's vocabulary` }
  }
  // Sampling a few short replies needs no tensor backend that takes long to choose.
  const loaded = await loadEngine('cpu')
  if (loaded.kind === 'unavailable') return { kind: 'error', message: loaded.reason }
  const network = loaded.engine.openNetwork(checkpoint.state)
  const client = executorPolicy({ name: manifest.policy, network, vocabulary, temperature: manifest.temperature, perceive: (text) => text })
  return { kind: 'ok', client: { ...client, description: `embedded:${manifest.name}` }, manifest }
}
