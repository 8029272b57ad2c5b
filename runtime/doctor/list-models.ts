import { openExchange } from '../model/index.ts'
import type { Finding } from './finding.ts'

const BODY_LIMIT = 4 * 1024 * 1024
const SHOWN = 5

/** Asks the server which models it has, and whether the one that is meant is among them. */
export async function listModels(
  { baseUrl, key, model }: { readonly baseUrl: string; readonly key: string | null; readonly model: string },
  signal: AbortSignal,
): Promise<Finding> {
  const { fetch, progress } = openExchange(BODY_LIMIT)
  const unknown = (detail: string): Finding => ({ name: 'models', verdict: 'unknown', detail })
  try {
    await fetch(`${baseUrl}/models`, { signal, headers: key === null ? {} : { authorization: `Bearer ${key}` } })
  } catch (error) {
    return unknown(`${baseUrl}/models cannot be read (${error instanceof Error ? error.message : String(error)})`)
  }
  const names = progress.answer?.status === 200 ? namesIn(progress.answer.body) : null
  if (names === null) return unknown(`${baseUrl}/models gives no list (status ${progress.answer?.status ?? 0})`)
  const others = names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ', …' : '')
  return names.includes(model)
    ? { name: 'models', verdict: 'yes', detail: `"${model}" is one of ${names.length}` }
    : { name: 'models', verdict: 'no', detail: `"${model}" is not listed; there is ${others === '' ? 'none' : others}` }
}

function namesIn(body: string): readonly string[] | null {
  try {
    const list: unknown = JSON.parse(body)
    if (typeof list !== 'object' || list === null || !('data' in list) || !Array.isArray(list.data)) return null
    return list.data.flatMap((entry: unknown) =>
      typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? [entry.id] : [],
    )
  } catch {
    return null
  }
}
