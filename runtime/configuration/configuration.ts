import type { EndpointLimits, Prices, ServerSettings } from '../model/index.ts'
import type { PythonSettings } from '../tools/python/index.ts'

/** What a configuration file says, after defaults. */
export interface RunConfiguration {
  readonly models: Readonly<Record<string, ModelBinding>>
  readonly tools: Readonly<Record<string, ToolBinding>>
  /** By name. */
  readonly mcp: Readonly<Record<string, McpBinding>>
  /** The built-in `std:python`; `null` where the file says nothing of it. Wheels are as written. */
  readonly python: PythonSettings | null
  readonly limits: RunLimits
  /** By base URL. */
  readonly endpoints: Readonly<Record<string, EndpointLimits>>
  /** A folder of replies. */
  readonly cache: string | null
  readonly seed: number | null
}

/** The model behind a slot. */
export interface ModelBinding {
  /** `openai:MODEL@BASE_URL`, `embedded:NAME` or `replay:FILE`. */
  readonly spec: string
  /** The environment variable that holds the key. */
  readonly keyEnvironment: string | null
  /** What is said of the server; the rest is as `settingsOf` has it for its kind. */
  readonly settings?: Partial<ServerSettings>
  readonly prices?: Prices
  /** Asked, one after the other, where the one before failed. */
  readonly fallbacks?: readonly ModelBinding[]
}

/** A program that a tool's name stands for, or what is said of one that stands behind it without. */
export interface ToolBinding {
  /** The program and its arguments; no shell reads them. `null`: what stands behind the tool anyway. */
  readonly command: readonly string[] | null
  readonly timeoutSeconds: number
  /** Whether a person has to approve each call; `null`: nothing is said, and none has to. */
  readonly approve: boolean | null
}

/** A Model Context Protocol server: a program of this machine, or an address. */
export type McpBinding = { readonly timeoutSeconds: number } & (
  | { readonly command: readonly string[] }
  /** `keyEnvironment` is the environment variable with the key, where it needs one. */
  | { readonly url: string; readonly keyEnvironment: string | null }
)

export interface RunLimits {
  /** Model requests at the same time, over all runs. */
  readonly concurrency: number
  /** Further tries of one request after a transient failure. */
  readonly retries: number
  /** For one try, its whole answer included. */
  readonly requestTimeoutSeconds: number
}

export const DEFAULT_LIMITS: RunLimits = { concurrency: 16, retries: 3, requestTimeoutSeconds: 600 }

export const DEFAULT_TOOL_TIMEOUT_SECONDS = 60

export const emptyConfiguration: RunConfiguration = {
  models: {},
  tools: {},
  mcp: {},
  python: null,
  limits: DEFAULT_LIMITS,
  endpoints: {},
  cache: null,
  seed: null,
}
