import type { ModelOutcome } from './model-client.ts'
import { retryAfterSeconds } from './retry-after.ts'

export type Failure = Extract<ModelOutcome, { readonly kind: 'failure' }>

/** What a server's error answer says, in any of the shapes in use. */
interface ServerError {
  readonly message: string
  readonly code: string
}

const LONGEST_MESSAGE = 600
const OVERFLOW = new RegExp(
  [
    'context_length_exceeded',
    'exceed_context_size',
    '(maximum|available) context',
    'context (length|size|window)',
    'prompt is too long',
    'too many (input )?tokens',
  ].join('|'),
  'i',
)

/**
 * The failure that an HTTP status stands for.
 *
 * | status | code | transient | reached the model |
 * |---|---|---|---|
 * | 429 | `rate_limited` (`rejected` where a quota is used up) | yes (no) | no: turned away before it |
 * | 500, 504 | `unavailable` | yes | yes: the model, or the way back from it, broke |
 * | other 5xx, 409, 425 | `unavailable` | yes | no |
 * | 408 | `timeout` | yes | no: the request itself was too slow |
 * | any other whose error names the context length | `context_overflow` | no | no |
 * | 400, 401, 403, 404 and any other | `rejected` | no | no |
 */
export function failureOfStatus(status: number, headers: Headers, body: string, now: number): Failure {
  const error = readServerError(body)
  const retryAfter = retryAfterSeconds(headers, now)
  const said = error.message === '' ? '' : `: ${error.message}`
  const failure = (code: Failure['code'], text: string, transient: boolean, reachedModel = false): Failure => ({
    kind: 'failure',
    code,
    message: `${text}${said}`,
    transient,
    reachedModel,
    retryAfter,
  })
  if (status === 429) {
    if (/insufficient_quota|billing/i.test(error.code)) return failure('rejected', 'the quota is used up', false)
    return failure('rate_limited', 'the server limits the rate of requests', true)
  }
  if (OVERFLOW.test(`${error.code} ${error.message}`))
    return failure('context_overflow', 'the request is longer than the model reads', false)
  if (status === 408) return failure('timeout', 'the server gave up waiting', true)
  if (status === 409 || status === 425 || status >= 500) {
    return failure('unavailable', `the server failed (status ${status})`, true, status === 500 || status === 504)
  }
  if (status >= 300 && status < 400) {
    const target = headers.get('location')
    return failure(
      'rejected',
      `the server redirects (status ${status})${target === null ? '' : ` to ${target}`}; use that base URL`,
      false,
    )
  }
  return failure('rejected', `${reasonOf(status)} (status ${status})`, false)
}

function reasonOf(status: number): string {
  switch (status) {
    case 401:
      return 'the server does not accept the key'
    case 403:
      return 'the server does not allow this'
    case 404:
      return 'the server knows no such model or address'
    default:
      return 'the server refused the request'
  }
}

/** An error that a server sent with a good status, as some gateways do. */
export function failureOfErrorBody(error: unknown, headers: Headers, now: number): Failure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  if (typeof code === 'number' && code >= 400 && code < 600) return failureOfStatus(code, headers, JSON.stringify({ error }), now)
  const { message } = readServerError(JSON.stringify({ error }))
  return failureOf('bad_reply', `the server answered with an error: ${message}`, { transient: true, reachedModel: true })
}

export function failureOf(
  code: Failure['code'],
  message: string,
  { transient, reachedModel }: { readonly transient: boolean; readonly reachedModel: boolean },
): Failure {
  return { kind: 'failure', code, message, transient, reachedModel, retryAfter: null }
}

function readServerError(body: string): ServerError {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    return { message: oneLine(/^\s*</.test(body) ? '' : body), code: '' }
  }
  const [outer, inner] = [fields(parsed), fields(fields(parsed).error)]
  const candidates = [inner.message, outer.error, outer.message, outer.detail]
  const message =
    candidates.find((text) => typeof text === 'string') ?? (outer.detail === undefined ? '' : JSON.stringify(outer.detail))
  const codes = [inner.code, inner.type, outer.code, outer.type].filter((code) => typeof code === 'string')
  return { message: oneLine(message), code: codes.join(' ') }
}

const fields = (value: unknown): { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown }) : {}

function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line
}
