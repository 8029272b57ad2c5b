import type { OpenAiSpec } from './model-spec.ts'
import type { ModelChoice } from './open-model.ts'

export type ServerKey =
  { readonly kind: 'ok'; readonly key: string | null } | { readonly kind: 'error'; readonly message: string }

/**
 * The key for a server, from the environment; `null` where it needs none. A configuration that was only found may have come
 * with the script: no variable goes to a server that it names.
 */
export function serverKey(
  spec: OpenAiSpec,
  choice: Pick<ModelChoice, 'spec' | 'keyEnvironment' | 'origin'>,
  environment: Readonly<Record<string, string | undefined>>,
): ServerKey {
  const isTrusted = choice.origin !== 'found configuration'
  if (!isTrusted && choice.keyEnvironment !== null) {
    const what = `"keyEnvironment" (${JSON.stringify(choice.keyEnvironment)}) is not read from a configuration that was only found`
    return { kind: 'error', message: `${what}: pass --config FILE if that key may be sent there` }
  }
  const mayUseOpenAiKey = spec.baseUrl === null || isTrusted
  const variable = choice.keyEnvironment ?? (mayUseOpenAiKey ? 'OPENAI_API_KEY' : null)
  const key = variable === null ? '' : (environment[variable]?.trim() ?? '')
  if (!/^[\x21-\x7e]*$/.test(key)) {
    return { kind: 'error', message: `the key in the environment variable ${variable ?? ''} holds characters that no key has` }
  }
  if (key === '' && (choice.keyEnvironment !== null || spec.baseUrl === null)) {
    return {
      kind: 'error',
      message: `the environment variable ${variable ?? ''} is not set: put the key for ${choice.spec} there`,
    }
  }
  return { kind: 'ok', key: key === '' ? null : key }
}
