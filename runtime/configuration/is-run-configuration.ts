import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import { serverKinds } from '../model/index.ts'
import { configurationSchema } from './configuration-schema.ts'
import type { RunConfiguration } from './configuration.ts'
import { serverProperties } from './server-schema.ts'

const written = configurationSchema.properties

const orNull = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] })

const recordOf = (schema: object, propertyNames: object = {}): object => ({ type: 'object', propertyNames, additionalProperties: schema })

/** An object that holds all of these, and nothing besides them and the optional ones. */
const whole = (properties: object, optional: object = {}): object => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
})

const keyEnvironment = orNull(serverProperties.keyEnvironment)

const { structured, tokenLimit, stream, thinkTags, logProbabilities } = serverProperties
const settings = whole({}, { kind: { enum: serverKinds }, structured, tokenLimit, stream, thinkTags, logProbabilities })
const boundModel = (more: object): object =>
  whole({ spec: serverProperties.spec, keyEnvironment }, { settings, prices: serverProperties.prices, ...more })

const tool = written.tools.additionalProperties.properties
const { command, url, timeoutSeconds } = written.mcp.additionalProperties.properties
const endpoint = written.endpoints.additionalProperties.properties

/** What `readConfiguration` makes of a file, as a schema. */
const schema = whole({
  models: recordOf(boundModel({ fallbacks: { type: 'array', items: boundModel({}) } })),
  mcp: recordOf({ anyOf: [whole({ command, timeoutSeconds }), whole({ url, keyEnvironment, timeoutSeconds })] }, written.mcp.propertyNames),
  endpoints: recordOf(
    whole(Object.fromEntries(Object.entries(endpoint).map(([name, limit]) => [name, orNull(limit)]))),
    written.endpoints.propertyNames,
  ),
  cache: orNull(written.cache),
  tools: recordOf(whole({ command: orNull(tool.command), timeoutSeconds: tool.timeoutSeconds, approve: orNull(tool.approve) }), written.tools.propertyNames),
  python: orNull(whole(written.python.properties)),
  limits: whole(written.limits.properties),
  seed: orNull(written.seed),
})

let compiled: ValidateFunction<RunConfiguration> | null = null

/** Whether stored data is a configuration as it was read from a file. */
export function isRunConfiguration(stored: unknown): stored is RunConfiguration {
  compiled ??= new Ajv({ allowUnionTypes: true }).compile<RunConfiguration>(schema)
  return compiled(stored)
}
