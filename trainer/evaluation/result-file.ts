import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { firstDifference } from '../../runtime/model/index.ts'
import { writeWholeFile } from '../files/index.ts'
import { resultKey } from './evaluation-result.ts'
import type { EvaluationResult } from './evaluation-result.ts'

/** What an evaluation is of: results of another one may not stand in the same file. */
export interface EvaluationHeader {
  readonly scripts: readonly { readonly name: string; readonly hash: string }[]
  readonly tasks: string
  readonly scorer: string
  readonly seed: number
  /** Descriptions of the models by slot. */
  readonly models: Readonly<Record<string, string>>
}

const VERSION = 1

export type OpenResultFile =
  | {
      readonly kind: 'ok'
      readonly known: ReadonlyMap<string, EvaluationResult>
      /** Why the result could not be kept; `null` where it was. */
      readonly append: (result: EvaluationResult) => string | null
    }
  | { readonly kind: 'error'; readonly message: string }

/** The seed of an evaluation that a file holds already; `null` where there is none that can be read. */
export function recordedSeed(path: string): number | null {
  const text = read(path)
  if (text.kind === 'error') return null
  const header = parsed(text.text.split('\n', 1)[0] ?? '')
  return isHeader(header) ? header.header.seed : null
}

/**
 * Opens a file of results, JSON lines behind a header, or makes it. What is in it belongs to the same evaluation, or the
 * first difference is told. A last line that was cut off, as by a kill, is dropped; any other broken line is an error.
 */
export function openResultFile(path: string, header: EvaluationHeader): OpenResultFile {
  const opening = JSON.stringify({ kind: 'evaluation', version: VERSION, header })
  const known = new Map<string, EvaluationResult>()
  if (existsSync(path)) {
    const text = read(path)
    if (text.kind === 'error') return text
    const lines = text.text.split('\n')
    const first = parsed(lines[0] ?? '')
    if (!isHeader(first)) return { kind: 'error', message: `${path} holds no results of an evaluation: name another folder` }
    const difference = firstDifference(first.header, JSON.parse(JSON.stringify(header)))
    if (difference !== null) {
      const [was, is] = [difference.left, difference.right].map((value) => JSON.stringify(value) ?? 'absent')
      return { kind: 'error', message: `${path} is of another evaluation: ${difference.path} was ${was}, and is ${is}` }
    }
    for (const [index, line] of lines.entries()) {
      if (index === 0 || line === '') continue
      const result = parsed(line)
      if (isResult(result)) known.set(resultKey(result), result)
      else if (index < lines.length - 1) return { kind: 'error', message: `${path}:${index + 1} is no result: mend or remove it` }
    }
  }
  const kept = [opening, ...[...known.values()].map((result) => JSON.stringify(result)), '']
  const problem = attempt(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    writeWholeFile(path, kept.join('\n'))
  })
  if (problem !== null) return { kind: 'error', message: problem }
  return {
    kind: 'ok',
    known,
    append: (result) =>
      attempt(path, () => {
        appendFileSync(path, `${JSON.stringify(result)}\n`)
      }),
  }
}

function read(path: string): { readonly kind: 'ok'; readonly text: string } | { readonly kind: 'error'; readonly message: string } {
  try {
    return { kind: 'ok', text: readFileSync(path, 'utf8') }
  } catch (error) {
    return { kind: 'error', message: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function attempt(path: string, write: () => void): string | null {
  try {
    write()
    return null
  } catch (error) {
    return `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function isHeader(value: unknown): value is { readonly header: EvaluationHeader } {
  if (!isObject(value) || value.kind !== 'evaluation' || value.version !== VERSION || !isObject(value.header)) return false
  return typeof value.header.seed === 'number'
}

function isResult(value: unknown): value is EvaluationResult {
  if (!isObject(value) || !isObject(value.outcome) || !isObject(value.usage)) return false
  const hasPlace = typeof value.script === 'string' && typeof value.task === 'string' && typeof value.repeat === 'number'
  return hasPlace && (value.score === null || typeof value.score === 'number')
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } => typeof value === 'object' && value !== null
