import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { functionScorer } from './function-scorer.ts'
import type { ScoringFunction } from './function-scorer.ts'
import type { Scorer } from './scorer.ts'

/** Whether a scorer is named by its file: `./my-scorer.mjs`. */
export const isScorerFile = (name: string): boolean => /[/\\]/.test(name) || /\.[cm]?[jt]s$/.test(name)

export type LoadedScorer = { readonly kind: 'ok'; readonly scorer: Scorer } | { readonly kind: 'error'; readonly message: string }

/**
 * The scorer in a module: its default export, a {@link ScoringFunction}. The module runs with the rights of this program, so only a
 * person names one.
 *
 * @param path absolute
 * @param name what the scorer is called in results
 */
export async function loadScorerFile(path: string, name: string): Promise<LoadedScorer> {
  if (!existsSync(path)) return { kind: 'error', message: `the scorer ${name} does not exist` }
  let module: { readonly default?: unknown }
  try {
    module = (await import(pathToFileURL(path).href)) as typeof module
  } catch (error) {
    return { kind: 'error', message: `the scorer ${name} cannot be loaded: ${error instanceof Error ? error.message : String(error)}` }
  }
  if (!isFunction(module.default)) {
    return { kind: 'error', message: `the scorer ${name} has no function: write "export default (result, task) => …", which gives 0 to 1, or null` }
  }
  return { kind: 'ok', scorer: functionScorer(name, module.default) }
}

const isFunction = (given: unknown): given is ScoringFunction => typeof given === 'function'
