import type { Tracer } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace'
import { telemetry } from '../telemetry/index.ts'

/** Sends spans to an OTLP receiver over HTTP. */
export interface OtlpExport {
  readonly tracer: Tracer
  /** Sends what is left; why spans were lost, where some were. */
  finish(): Promise<string | null>
}

/** Spans that may wait for the receiver; a run that makes more of them loses none of its own time to it. */
const QUEUE = 100_000

/** Opens an export to a receiver's address for traces, such as `http://localhost:4318/v1/traces`. */
export function openOtlpExport(url: string, version: string): OtlpExport {
  let lost = 0
  let reason = ''
  const exporter = watched(new OTLPTraceExporter({ url }), (spans, error) => {
    lost += spans
    reason = error
  })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'mas', 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor({ exporter, maxQueueSize: QUEUE, maxExportBatchSize: 512 })],
  })
  return {
    tracer: provider.getTracer(telemetry.scope, String(telemetry.version)),
    finish: async () => {
      await provider.forceFlush().catch(() => undefined)
      await provider.shutdown().catch(() => undefined)
      return lost === 0 ? null : `${lost} spans did not reach ${url} (${reason})`
    },
  }
}

/** The SDK tells of lost spans in a log of its own only. */
function watched(exporter: SpanExporter, onLost: (spans: number, reason: string) => void): SpanExporter {
  return {
    export: (spans: ReadableSpan[], done) => {
      exporter.export(spans, (result) => {
        if (result.code !== 0) onLost(spans.length, result.error?.message ?? 'unknown reason')
        done(result)
      })
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  }
}
