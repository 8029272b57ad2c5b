import { DEFAULT_PYTHON_SETTINGS } from '../tools/python/index.ts'
import { DEFAULT_LIMITS, DEFAULT_TOOL_TIMEOUT_SECONDS } from './configuration.ts'
import { serverProperties, specSchema } from './server-schema.ts'

const countPerMinute = { type: 'integer', minimum: 1, description: 'Within any 60 seconds.' } as const

const server = { type: 'object', additionalProperties: false, required: ['spec'], properties: serverProperties } as const

const SECONDS_IN_A_DAY = 86_400

/** A tool's result goes to a model. */
const LARGEST_OUTPUT = 4 * 1024 * 1024

/** The JSON Schema of `mas.config.json`, published for editors. */
export const configurationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'mas.config.json',
  description: 'How mas runs scripts here: the models behind their slots, the tools there are, and limits.',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    models: {
      description: 'The model behind each slot; an agent that names none uses the slot "default".',
      type: 'object',
      additionalProperties: {
        anyOf: [
          specSchema,
          {
            ...server,
            properties: {
              ...serverProperties,
              fallbacks: {
                type: 'array',
                items: { anyOf: [specSchema, server] },
                description: 'Models that are asked, one after the other, where the one before failed.',
              },
            },
          },
        ],
      },
    },
    endpoints: {
      description: 'What each server may be asked for, by its base URL, over all runs and slots.',
      type: 'object',
      propertyNames: { pattern: '^https?://' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          concurrency: { type: 'integer', minimum: 1, maximum: 1024, description: 'Requests at the same time.' },
          requestsPerMinute: countPerMinute,
          tokensPerMinute: countPerMinute,
        },
      },
    },
    cache: {
      type: 'string',
      minLength: 1,
      description: 'A folder, beside this file, that keeps replies: what was asked before is not asked again.',
    },
    tools: {
      description: 'What stands behind a tool\'s name, such as "host:search".',
      type: 'object',
      propertyNames: { pattern: '^(std|mcp|host):.+$' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        if: { not: { required: ['approve'] } },
        then: { required: ['command'] },
        dependencies: { timeoutSeconds: ['command'] },
        properties: {
          approve: {
            type: 'boolean',
            default: false,
            description: 'Whether a person has to approve each call before it is made.',
          },
          command: {
            description:
              'A program and its arguments. It gets the inputs of a call as a JSON object on standard input, ' +
              'and writes the result as JSON to standard output.',
            type: 'array',
            minItems: 1,
            items: { type: 'string' },
          },
          timeoutSeconds: {
            type: 'number',
            exclusiveMinimum: 0,
            maximum: SECONDS_IN_A_DAY,
            default: DEFAULT_TOOL_TIMEOUT_SECONDS,
          },
        },
      },
    },
    mcp: {
      description: 'Model Context Protocol servers, by the name that tools have them by: "mcp:SERVER#TOOL".',
      type: 'object',
      propertyNames: { pattern: '^[^#]+$' },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          command: {
            description: 'A program that speaks the protocol on its standard input and output, and its arguments.',
            type: 'array',
            minItems: 1,
            items: { type: 'string' },
          },
          url: { type: 'string', pattern: '^https?://', description: 'The address of a server that speaks streamable HTTP.' },
          keyEnvironment: serverProperties.keyEnvironment,
          timeoutSeconds: {
            type: 'number',
            exclusiveMinimum: 0,
            maximum: SECONDS_IN_A_DAY,
            default: DEFAULT_TOOL_TIMEOUT_SECONDS,
            description: 'For one call, and for the start.',
          },
        },
        oneOf: [{ required: ['command'] }, { required: ['url'] }],
      },
    },
    python: {
      description: 'The built-in std:python, where the configuration binds no program to it.',
      type: 'object',
      additionalProperties: false,
      properties: {
        timeoutSeconds: {
          type: 'number',
          exclusiveMinimum: 0,
          maximum: SECONDS_IN_A_DAY,
          default: DEFAULT_PYTHON_SETTINGS.timeoutSeconds,
          description: 'For one job, from the moment its code starts.',
        },
        memoryMegabytes: {
          type: 'integer',
          minimum: 64,
          maximum: 4096,
          default: DEFAULT_PYTHON_SETTINGS.memoryMegabytes,
          description: 'What the code may use; the interpreter comes on top.',
        },
        outputBytes: {
          type: 'integer',
          minimum: 1,
          maximum: LARGEST_OUTPUT,
          default: DEFAULT_PYTHON_SETTINGS.outputBytes,
          description: 'What the code may print, in UTF-8.',
        },
        wheels: {
          type: 'array',
          items: { type: 'string', pattern: '\\.whl$' },
          default: DEFAULT_PYTHON_SETTINGS.wheels,
          description: 'Wheels to import from, as paths from this file. Only in a configuration named with --config.',
        },
        prewarmed: {
          type: 'integer',
          minimum: 0,
          maximum: 16,
          default: DEFAULT_PYTHON_SETTINGS.prewarmed,
          description: 'Processes kept ready for the next job.',
        },
      },
    },
    limits: {
      type: 'object',
      additionalProperties: false,
      properties: {
        concurrency: {
          type: 'integer',
          minimum: 1,
          maximum: 1024,
          default: DEFAULT_LIMITS.concurrency,
          description: 'Model requests at the same time.',
        },
        retries: {
          type: 'integer',
          minimum: 0,
          maximum: 20,
          default: DEFAULT_LIMITS.retries,
          description: 'Further tries of a request after a transient failure.',
        },
        requestTimeoutSeconds: {
          type: 'number',
          exclusiveMinimum: 0,
          maximum: SECONDS_IN_A_DAY,
          default: DEFAULT_LIMITS.requestTimeoutSeconds,
        },
      },
    },
    seed: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'The seed of a run that is given none.' },
  },
} as const
