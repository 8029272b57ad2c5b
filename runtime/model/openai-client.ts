import type { OpenAI } from 'openai'
import { adaptationFor } from './adaptation.ts'
import type { Adaptation } from './adaptation.ts'
import { BodyTooLarge, openExchange } from './http-exchange.ts'
import type { ExchangeProgress } from './http-exchange.ts'
import type { ModelClient, ModelOutcome, ModelRequest, Tries } from './model-client.ts'
import { failureOf, failureOfErrorBody, failureOfStatus } from './openai-failure.ts'
import type { Failure } from './openai-failure.ts'
import { readChatCompletion } from './openai-reply.ts'
import { chatCompletionRequest } from './openai-request.ts'
import type { ChatCompletionRequest } from './openai-request.ts'
import { assembleStream } from './openai-stream.ts'
import type { StreamedAnswer } from './openai-stream.ts'
import { redact } from './redact.ts'
import { grammarBody, settingsOf } from './server-settings.ts'
import type { ServerSettings } from './server-settings.ts'
import { addTries, afterTries, triesOf } from './tries.ts'

export interface OpenAiClientOptions {
  readonly model: string
  /** Such as `http://localhost:11434/v1`; `null` for OpenAI's own service. */
  readonly baseUrl: string | null
  /** `null` where the server needs none. Never shown: failures have it replaced by `[key]`. */
  readonly key: string | null
  /** For one try, its whole answer included. */
  readonly timeoutSeconds: number
  /** The largest answer accepted, in bytes (default 16 MiB). */
  readonly bodyLimit?: number
  /** How the server is asked; by default as OpenAI's own service, or as any other server with its protocol. */
  readonly settings?: ServerSettings
  /** Keeps the server's limits: what goes to it is sent through the client that this gives, try by try. */
  readonly limit?: (oneTry: ModelClient) => ModelClient
}

export const OPENAI_BASE_URL = 'https://api.openai.com/v1'

/** Whether a base URL is that of OpenAI's own service. */
export const isOpenAiService = (baseUrl: string): boolean => new URL(baseUrl).origin === new URL(OPENAI_BASE_URL).origin

const DEFAULT_BODY_LIMIT = 16 * 1024 * 1024

/**
 * A client for any server that speaks the chat completions protocol. It makes one try, and another only where the server
 * refuses a setting: that is left out, then and in later requests, and the reply says so in its notes. Every way to fail is
 * a value (see {@link failureOfStatus} for statuses). Without an answer:
 *
 * | what happened | code | transient | reached the model |
 * |---|---|---|---|
 * | the time is over | `timeout` | yes | once the request was sent in full |
 * | no connection, or it was cut | `connection` | yes | once the request was sent in full |
 * | the caller's signal | `cancelled` | no | once the request was sent in full |
 * | unreadable answer | `bad_reply` | yes (no: a web page, or too large) | yes (no: a web page) |
 */
export function createOpenAiClient(options: OpenAiClientOptions): ModelClient {
  const { model, key, timeoutSeconds } = options
  const baseURL = options.baseUrl ?? OPENAI_BASE_URL
  const isOpenAi = isOpenAiService(baseURL)
  const settings = options.settings ?? settingsOf(isOpenAi ? 'openai' : 'plain')
  const shown = (failure: Failure): Failure => ({ ...failure, message: redact(failure.message, key === null ? [] : [key]) })
  const learned = new Set<Adaptation>()

  const askOnce = async (
    { body, notes }: ChatCompletionRequest,
    node: string,
    signal: AbortSignal,
    onText: (text: string) => void,
  ): Promise<Answer> => {
    const { OpenAI: Client } = await import('openai')
    // The package leaves its listener on the signal it gets; a run's signal would collect one per request.
    const ownSignal = AbortSignal.any([signal])
    const streamed = settings.stream ? assembleStream(onText) : null
    const { fetch, progress } = openExchange(options.bodyLimit ?? DEFAULT_BODY_LIMIT, streamed?.add ?? null)
    const client: OpenAI = new Client({
      baseURL,
      apiKey: key ?? 'none',
      adminAPIKey: null,
      // What the environment says of OpenAI's organisations, and its headers, is no business of other servers.
      ...(isOpenAi ? {} : { organization: null, project: null }),
      maxRetries: 0,
      timeout: Math.ceil(timeoutSeconds * 1000),
      logLevel: 'off',
      fetch: isOpenAi ? fetch : (input, init) => fetch(input, { ...init, headers: headersWith(key) }),
    })
    try {
      await client.chat.completions.create(body, { signal: ownSignal }).asResponse()
    } catch (error) {
      const kind =
        error instanceof Client.APIConnectionTimeoutError ? 'timeout' : error instanceof Client.APIError ? 'other' : 'bug'
      const failed = failureOfException(error, kind, { progress, signal, node, timeoutSeconds, baseURL })
      if (failed !== null) return shown(failed)
    }
    const outcome = outcomeOfAnswer(progress, streamed, { baseURL, thinkTags: settings.thinkTags })
    if (outcome.kind === 'failure') return shown(outcome)
    return notes.length === 0 ? outcome : { kind: 'reply', reply: { ...outcome.reply, notes } }
  }

  const asked = (request: ModelRequest, without: ReadonlySet<Adaptation>): ChatCompletionRequest =>
    chatCompletionRequest(request, model, settings, without)
  const oneTry: ModelClient = {
    description: options.baseUrl === null ? `openai:${model}` : `openai:${model}@${options.baseUrl}`,
    takesGrammar: grammarBody(settings.kind, '') !== null,
    complete: (request, signal, onText = ignoreText) => askOnce(asked(request, learned), request.node, signal, onText),
  }
  const limited = options.limit?.(oneTry) ?? oneTry

  return {
    ...oneTry,

    async complete(request: ModelRequest, signal: AbortSignal, onText = ignoreText): Promise<ModelOutcome> {
      let before: Tries = { attempts: 0, requests: 0 }
      for (;;) {
        const known = new Set(learned)
        const outcome = await limited.complete(request, signal, onText)
        const isRefused = outcome.kind === 'failure' && outcome.code === 'rejected'
        const adaptation = isRefused ? adaptationFor(outcome.message, { ...asked(request, known).body }) : null
        // A server that complains about what was mended already is not asked again.
        if (adaptation === null || known.has(adaptation)) return afterTries(before, outcome)
        learned.add(adaptation)
        before = addTries(before, triesOf(outcome))
      }
    },
  }
}

type Answer = Extract<ModelOutcome, { kind: 'reply' }> | Failure

const ignoreText = (): void => undefined

/** The package adds the headers of `OPENAI_CUSTOM_HEADERS` to every request: they are replaced as a whole. */
const headersWith = (key: string | null): Readonly<Record<string, string>> => ({
  accept: 'application/json',
  'content-type': 'application/json',
  authorization: `Bearer ${key ?? 'none'}`,
})

/** `null` where the exception only reports a status: the answer itself says more. */
function failureOfException(
  error: unknown,
  kind: 'timeout' | 'other' | 'bug',
  context: {
    readonly progress: ExchangeProgress
    readonly signal: AbortSignal
    readonly node: string
    readonly timeoutSeconds: number
    readonly baseURL: string
  },
): Failure | null {
  const { progress, signal, node, timeoutSeconds, baseURL } = context
  const reachedModel = progress.sent
  if (signal.aborted) return failureOf('cancelled', 'the request was cancelled', { transient: false, reachedModel })
  if (progress.answer !== null) return null
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof BodyTooLarge) return failureOf('bad_reply', cause.message, { transient: false, reachedModel: true })
  switch (kind) {
    case 'timeout':
      return failureOf('timeout', `no answer to ${node} within ${timeoutSeconds} seconds`, { transient: true, reachedModel })
    case 'other': {
      const what = reachedModel ? `the connection to ${baseURL} was cut` : `cannot connect to ${baseURL}`
      return failureOf('connection', `${what} (${systemCode(cause)})`, { transient: true, reachedModel })
    }
    case 'bug':
      throw error
  }
}

function systemCode(error: unknown): string {
  if (error instanceof AggregateError) return systemCode(error.errors[0])
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : 'unknown reason'
}

function outcomeOfAnswer(
  { answer }: ExchangeProgress,
  streamed: StreamedAnswer | null,
  { baseURL, thinkTags }: { readonly baseURL: string; readonly thinkTags: boolean },
): Answer {
  if (answer === null) return failureOf('bad_reply', 'the server answered nothing', { transient: true, reachedModel: true })
  const { status, headers, body } = answer
  const now = Date.now()
  if (status < 200 || status > 299) return failureOfStatus(status, headers, body, now)
  let parsed: unknown
  if (streamed !== null && body === '') {
    parsed = streamed.body()
    if (parsed === null) {
      return failureOf('bad_reply', 'the stream ended before the answer did', { transient: true, reachedModel: true })
    }
  } else {
    try {
      parsed = JSON.parse(body)
    } catch {
      return unreadable(body, baseURL)
    }
  }
  const read = readChatCompletion(parsed, thinkTags)
  switch (read.kind) {
    case 'reply':
      return read
    case 'error':
      return failureOfErrorBody(read.error, headers, now)
    case 'unreadable':
      return failureOf('bad_reply', read.message, { transient: true, reachedModel: true })
  }
}

function unreadable(body: string, baseURL: string): Failure {
  if (!/^\s*</.test(body)) return failureOf('bad_reply', 'the answer is not valid JSON', { transient: true, reachedModel: true })
  const message = `${baseURL} answered with a web page: is this the base URL of the interface (it often ends in /v1)?`
  return failureOf('bad_reply', message, { transient: false, reachedModel: false })
}
