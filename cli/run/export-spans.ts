import type { Graph } from '../../compiler/index.ts'
import type { RunEvent } from '../../runtime/index.ts'
import { redact } from '../../runtime/model/index.ts'
import type { OpenedModel } from '../../runtime/model/index.ts'
import { packageVersion } from '../version.ts'

/** Where the events of runs go as spans. */
export interface SpanExport {
  /** Takes the events of one run, in order. */
  readonly recorderFor: (task: string | null) => (event: RunEvent) => void
  /** Sends what is left; why spans were lost, where some were. */
  readonly finish: () => Promise<string | null>
}

/** Opens an export of spans to the address of a receiver. The libraries for it are loaded here, and only then. */
export async function openSpanExport(
  url: string,
  { graph, models, secrets }: { readonly graph: Graph; readonly models: ReadonlyMap<string, OpenedModel>; readonly secrets: readonly string[] },
  captureContent: boolean,
): Promise<SpanExport> {
  const [{ openOtlpExport }, { SpanRecorder }] = await Promise.all([
    import('../../runtime/otlp/index.ts'),
    import('../../runtime/telemetry/index.ts'),
  ])
  const { tracer, finish } = openOtlpExport(url, packageVersion())
  const descriptions = new Map([...models].map(([slot, model]) => [slot, model.description]))
  return {
    finish,
    recorderFor: (task) => {
      const recorder = new SpanRecorder({
        tracer,
        graph,
        models: descriptions,
        task,
        captureContent,
        redact: (text) => redact(text, secrets),
      })
      return (event) => {
        recorder.record(event)
      }
    },
  }
}
