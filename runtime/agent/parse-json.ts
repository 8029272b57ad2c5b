import { maximumTextLength } from '../values/size-limits.ts'

export type ParsedJson = { readonly kind: 'ok'; readonly data: unknown } | { readonly kind: 'invalid'; readonly message: string }

const fenced = /^```(?:json)?\s*\n([\s\S]*?)\n?\s*```$/i

/** Parses what a model wrote as JSON. One code fence around all of it is forgiven: many models cannot help it. */
export function parseJson(text: string): ParsedJson {
  if (text.length > maximumTextLength) return { kind: 'invalid', message: 'it is too long' }
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'invalid', message: 'it is empty' }
  try {
    const data: unknown = JSON.parse(fenced.exec(trimmed)?.[1] ?? trimmed)
    return { kind: 'ok', data }
  } catch (error) {
    return { kind: 'invalid', message: error instanceof Error ? error.message : 'it cannot be read' }
  }
}
