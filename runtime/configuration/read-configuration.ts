import { Ajv } from 'ajv'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { DEFAULT_PYTHON_SETTINGS } from '../tools/python/index.ts'
import type { PythonSettings } from '../tools/python/index.ts'
import { configurationSchema } from './configuration-schema.ts'
import type { EndpointLimits, Prices, ServerKind, ServerSettings } from '../model/index.ts'
import { DEFAULT_LIMITS, DEFAULT_TOOL_TIMEOUT_SECONDS } from './configuration.ts'
import type { McpBinding, ModelBinding, RunConfiguration, RunLimits, ToolBinding } from './configuration.ts'
import { explainProblem } from './explain-problem.ts'

export type ReadConfiguration =
  | { readonly kind: 'ok'; readonly configuration: RunConfiguration }
  /** One text per mistake, each with its path in the file and what to write instead. */
  | { readonly kind: 'error'; readonly problems: readonly string[] }

/** The file as it may be written, once it fits the schema. */
interface WrittenConfiguration {
  readonly models?: Readonly<Record<string, string | WrittenModel>>
  readonly mcp?: Readonly<Record<string, WrittenMcpServer>>
  readonly endpoints?: Readonly<Record<string, Partial<EndpointLimits>>>
  readonly cache?: string
  readonly tools?: Readonly<Record<string, Partial<ToolBinding>>>
  readonly python?: Partial<PythonSettings>
  readonly limits?: Partial<RunLimits>
  readonly seed?: number
}

interface WrittenModel extends Partial<Omit<ServerSettings, 'kind'>> {
  readonly spec: string
  readonly keyEnvironment?: string
  readonly server?: ServerKind
  readonly prices?: Prices
  readonly fallbacks?: readonly (string | WrittenModel)[]
}

interface WrittenMcpServer {
  readonly command?: readonly string[]
  readonly url?: string
  readonly keyEnvironment?: string
  readonly timeoutSeconds?: number
}

let compiled: ValidateFunction<WrittenConfiguration> | null = null

/** Compiled when it is first needed: most programs that load this folder read no configuration. */
function validator(): ValidateFunction<WrittenConfiguration> {
  compiled ??= new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile<WrittenConfiguration>(
    configurationSchema,
  )
  return compiled
}

/** Reads the text of a `mas.config.json`; what it leaves out has its default. */
export function readConfiguration(text: string): ReadConfiguration {
  let written: unknown
  try {
    written = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { kind: 'error', problems: [`it is not valid JSON: ${error instanceof Error ? error.message : String(error)}`] }
  }
  const validate = validator()
  if (!validate(written)) return { kind: 'error', problems: problemsOf(validate.errors ?? []) }
  return { kind: 'ok', configuration: completed(written) }
}

function completed(written: WrittenConfiguration): RunConfiguration {
  return {
    models: mapValues(written.models ?? {}, modelBinding),
    mcp: mapValues(written.mcp ?? {}, mcpBinding),
    endpoints: mapValues(written.endpoints ?? {}, (limits): EndpointLimits => ({
      concurrency: limits.concurrency ?? null,
      requestsPerMinute: limits.requestsPerMinute ?? null,
      tokensPerMinute: limits.tokensPerMinute ?? null,
    })),
    cache: written.cache ?? null,
    tools: mapValues(written.tools ?? {}, (tool): ToolBinding => ({
      command: tool.command ?? null,
      timeoutSeconds: tool.timeoutSeconds ?? DEFAULT_TOOL_TIMEOUT_SECONDS,
      approve: tool.approve ?? null,
    })),
    python: written.python === undefined ? null : { ...DEFAULT_PYTHON_SETTINGS, ...written.python },
    limits: { ...DEFAULT_LIMITS, ...written.limits },
    seed: written.seed ?? null,
  }
}

function mcpBinding(written: WrittenMcpServer): McpBinding {
  const timeoutSeconds = written.timeoutSeconds ?? DEFAULT_TOOL_TIMEOUT_SECONDS
  if (written.command !== undefined) return { command: written.command, timeoutSeconds }
  return { url: written.url ?? '', keyEnvironment: written.keyEnvironment ?? null, timeoutSeconds }
}

function modelBinding(model: string | WrittenModel): ModelBinding {
  if (typeof model === 'string') return { spec: model, keyEnvironment: null }
  const { spec, keyEnvironment = null, server, prices, fallbacks, ...settings } = model
  return {
    spec,
    keyEnvironment,
    settings: server === undefined ? settings : { ...settings, kind: server },
    ...(prices === undefined ? {} : { prices }),
    ...(fallbacks === undefined ? {} : { fallbacks: fallbacks.map(modelBinding) }),
  }
}

/** A slot may be a text or an object: only what the form that was written lacks is told. */
function problemsOf(errors: readonly ErrorObject[]): readonly string[] {
  const told = errors.filter((error) => {
    const isForm = /\/anyOf\/[01]\/type$/.test(error.schemaPath)
    if (error.keyword === 'anyOf') return typeof error.data !== 'string' && !isPlainObject(error.data)
    return !isForm && error.keyword !== 'if'
  })
  return [...new Set(told.map(explainProblem))]
}

const isPlainObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}
