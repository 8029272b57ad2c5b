import { hash } from 'node:crypto'
import { cached } from './cache/cached-client.ts'
import type { CachedCount } from './cache/cached-client.ts'
import type { ResponseCache } from './cache/response-cache.ts'
import type { ClientRegistry } from './client-registry.ts'
import { fallBack } from './fall-back.ts'
import type { ModelClient } from './model-client.ts'
import { readModelSpec } from './model-spec.ts'
import type { OpenAiSpec } from './model-spec.ts'
import { createOpenAiClient, isOpenAiService, OPENAI_BASE_URL } from './openai-client.ts'
import { priced } from './price.ts'
import type { Prices } from './price.ts'
import { readRecording } from './replay/recording.ts'
import { createReplayClient } from './replay/replay-client.ts'
import { serverKey } from './server-key.ts'
import { settingsOf } from './server-settings.ts'
import type { ServerSettings } from './server-settings.ts'

/** A model as a person bound it to a slot. */
export interface ModelChoice {
  readonly spec: string
  /** The environment variable with the key, where one is named. */
  readonly keyEnvironment: string | null
  /** A configuration that nobody named may have come with the script: no environment variable goes to a server it names. */
  readonly origin: 'command line' | 'named configuration' | 'found configuration'
  /** What is known of its server, and is otherwise than for any server of its kind. */
  readonly settings?: Partial<ServerSettings>
  readonly prices?: Prices
  /** Asked, one after the other, where the one before failed. */
  readonly fallbacks?: readonly ModelChoice[]
}

export interface OpenModelOptions {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly requestTimeoutSeconds: number
  readonly registry: ClientRegistry
  /** Keeps a server's limits, by its base URL: all clients of one server share them. */
  readonly limitOf?: (baseUrl: string) => (client: ModelClient) => ModelClient
  /** Replies that are known already; recordings and embedded policies need none. */
  readonly cache?: ResponseCache
  /** What replies from it count as; nothing where it is left out. */
  readonly cachedCount?: CachedCount
  /** Reads a recorded trace; its error is the reason why it cannot be read. */
  readonly readFile: (
    file: string,
  ) => { readonly kind: 'ok'; readonly text: string } | { readonly kind: 'error'; readonly message: string }
}

/** A model that is ready to be asked. */
export interface OpenedModel {
  readonly description: string
  /** The client for the run of one task, or of none. */
  clientFor(task: string | null): ModelClient
  /** What may stand in no trace. */
  readonly secrets: readonly string[]
  /** Where the model is a recording: the seed it was made with. */
  readonly recordedSeed: number | null
  /** Where it is a recording, or falls back on one: tells its contents from those of any other. */
  readonly recordingHash: string | null
}

export type OpenModel =
  { readonly kind: 'ok'; readonly model: OpenedModel } | { readonly kind: 'error'; readonly message: string }

/** Opens the model behind a slot, and those that stand in for it. What is wrong with the choice is told with its remedy. */
export async function openModel(choice: ModelChoice, options: OpenModelOptions): Promise<OpenModel> {
  const opened: OpenedModel[] = []
  for (const one of [choice, ...(choice.fallbacks ?? [])]) {
    const model = await openOne(one, options)
    if (model.kind === 'error') return one === choice ? model : { kind: 'error', message: `the fallback ${one.spec}: ${model.message}` }
    opened.push(model.model)
  }
  const [first, ...others] = opened
  if (first === undefined) throw new Error('a slot has at least one model')
  if (others.length === 0) return { kind: 'ok', model: first }
  return {
    kind: 'ok',
    model: {
      description: opened.map((model) => model.description).join(', else '),
      clientFor: (task) => fallBack(first.clientFor(task), others.map((model) => model.clientFor(task))),
      secrets: opened.flatMap((model) => model.secrets),
      recordedSeed: first.recordedSeed,
      recordingHash: opened.flatMap((model) => model.recordingHash ?? []).join(' ') || null,
    },
  }
}

async function openOne(choice: ModelChoice, options: OpenModelOptions): Promise<OpenModel> {
  const read = readModelSpec(choice.spec)
  if (read.kind === 'error') return read
  const { spec } = read
  switch (spec.kind) {
    case 'openai':
      return openServer(spec, choice, options)
    case 'embedded': {
      const opened = await options.registry.openEmbedded(spec.name)
      return opened.kind === 'error' ? opened : { kind: 'ok', model: sharedModel(opened.client) }
    }
    case 'replay':
      return openReplay(spec.file, options)
  }
}

function openServer(spec: OpenAiSpec, choice: ModelChoice, options: OpenModelOptions): OpenModel {
  const read = serverKey(spec, choice, options.environment)
  if (read.kind === 'error') return read
  const { key } = read
  const baseUrl = spec.baseUrl ?? OPENAI_BASE_URL
  const kind = choice.settings?.kind ?? (isOpenAiService(baseUrl) ? 'openai' : 'plain')
  const settings: ServerSettings = { ...settingsOf(kind), ...choice.settings }
  const limit = options.limitOf?.(baseUrl)
  const asked = createOpenAiClient({
    model: spec.model,
    baseUrl: spec.baseUrl,
    key,
    timeoutSeconds: options.requestTimeoutSeconds,
    settings,
    ...(limit === undefined ? {} : { limit }),
  })
  const counted = choice.prices === undefined ? asked : priced(asked, choice.prices)
  const client = options.cache === undefined ? counted : cached(counted, options.cache, settings, options.cachedCount)
  return { kind: 'ok', model: { ...sharedModel(client), secrets: key === null ? [] : [key] } }
}

function openReplay(file: string, options: OpenModelOptions): OpenModel {
  const text = options.readFile(file)
  if (text.kind === 'error') return text
  const read = readRecording(text.text)
  if (read.kind === 'error') return { kind: 'error', message: `${file} cannot be replayed: ${read.message}` }
  const { recording } = read
  return {
    kind: 'ok',
    model: {
      description: `replay:${file}`,
      clientFor: (task) => createReplayClient(recording, { file, task }),
      secrets: [],
      recordedSeed: recording.seed,
      recordingHash: hash('sha256', text.text, 'base64url'),
    },
  }
}

const sharedModel = (client: ModelClient): OpenedModel => ({
  description: client.description,
  clientFor: () => client,
  secrets: [],
  recordedSeed: null,
  recordingHash: null,
})
