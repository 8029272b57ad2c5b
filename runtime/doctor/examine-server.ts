import { createOpenAiClient, isOpenAiService, OPENAI_BASE_URL, redact, settingsOf } from '../model/index.ts'
import type { ServerKind } from '../model/index.ts'
import type { Finding, ProbeName } from './finding.ts'
import { listModels } from './list-models.ts'
import { answerProbe, probes, withoutReply } from './probes.ts'
import type { Probe } from './probes.ts'

export interface ServerToExamine {
  readonly model: string
  /** `null` for OpenAI's own service. */
  readonly baseUrl: string | null
  readonly key: string | null
  /** For each probe. */
  readonly timeoutSeconds: number
}

export interface Examination {
  /** In the order in which they were made. */
  readonly findings: readonly Finding[]
  /** What a configuration should say of the server, where it is more than its spec. */
  readonly settings: SuggestedSettings
}

export interface SuggestedSettings {
  readonly server?: ServerKind
  readonly structured?: 'structured_outputs' | 'prompt'
}

/**
 * Asks a server for what it can do. Nothing is retried: a probe whose request fails for another reason than a refusal says
 * nothing. Where the server does not even answer, no further probe is made. `onFinding` hears each finding when it is there.
 */
export async function examineServer(
  server: ServerToExamine,
  signal: AbortSignal,
  onFinding: (finding: Finding) => void = () => undefined,
): Promise<Examination> {
  const findings: Finding[] = []
  const note = (found: readonly Finding[]): void => {
    for (const finding of found) {
      const shown = { ...finding, detail: redact(finding.detail, server.key === null ? [] : [server.key]) }
      findings.push(shown)
      onFinding(shown)
    }
  }
  const baseUrl = server.baseUrl ?? OPENAI_BASE_URL
  note([await listModels({ ...server, baseUrl }, AbortSignal.any([signal, AbortSignal.timeout(server.timeoutSeconds * 1000)]))])
  const answered = await make(answerProbe, server, signal)
  note(answered)
  if (answered.some(({ name, verdict }) => name === 'answer' && verdict !== 'yes')) return { findings, settings: {} }
  for (const probe of probes) {
    if (signal.aborted) break
    note(await make(probe, server, signal))
  }
  return { findings, settings: suggested(findings, isOpenAiService(baseUrl)) }
}

async function make(probe: Probe, server: ServerToExamine, signal: AbortSignal): Promise<readonly Finding[]> {
  const kind = probe.settings.kind ?? (isOpenAiService(server.baseUrl ?? OPENAI_BASE_URL) ? 'openai' : 'plain')
  const client = createOpenAiClient({ ...server, settings: { ...settingsOf(kind), ...probe.settings } })
  let pieces = 0
  const outcome = await client.complete(probe.request, signal, () => {
    pieces += 1
  })
  return outcome.kind === 'reply' ? probe.judge(outcome.reply, pieces) : withoutReply(probe, outcome)
}

function suggested(findings: readonly Finding[], isOpenAi: boolean): SuggestedSettings {
  const verdict = (name: ProbeName): Finding['verdict'] => findings.find((finding) => finding.name === name)?.verdict ?? 'unknown'
  const has = (name: ProbeName): boolean => verdict(name) === 'yes'
  const kinds: readonly (readonly [ProbeName, ServerKind])[] = [
    ['vllm_grammar', 'vllm'],
    ['sglang_grammar', 'sglang'],
    ['llama_cpp_grammar', 'llama.cpp'],
  ]
  const kind = kinds.find(([name]) => has(name))?.[1]
  // What is unknown is no reason to leave the default.
  const structured = verdict('json_schema') !== 'no' ? undefined : has('structured_outputs') ? 'structured_outputs' : 'prompt'
  return {
    ...(kind === undefined || isOpenAi ? {} : { server: kind }),
    ...(structured === undefined ? {} : { structured }),
  }
}
