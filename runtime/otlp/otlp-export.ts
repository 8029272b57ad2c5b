import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Tracer } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace'
import { systemClock } from '../clock/system-clock.ts'
import { untilAborted } from '../clock/until-aborted.ts'
import { withTimeout } from '../clock/with-timeout.ts'
import { telemetry } from '../telemetry/index.ts'

/** Sends spans to an OTLP receiver over HTTP. */
export interface OtlpExport {
  readonly tracer: Tracer
  /** Sends what is left; why spans were lost, where some were. */
  finish(): Promise<string | null>
}

/** Spans that may wait for the receiver; a run that makes more of them loses none of its own time to it. */
const QUEUE = 100_000
const BATCH = 512

/** Seconds that the receiver gets for a batch, further tries included, and for all that is left at the end. */
const PATIENCE = 2

/** Opens an export to a receiver's address for traces, such as `http://localhost:4318/v1/traces`. */
export function openOtlpExport(url: string, version: string, patience = PATIENCE): OtlpExport {
  const agent = url.startsWith('https:') ? new HttpsAgent() : new HttpAgent()
  const sender = new OTLPTraceExporter({
    url,
    timeoutMillis: patience * 1000,
    httpAgentOptions: () => agent,
    // At the end all that waits is sent at the same time.
    concurrencyLimit: QUEUE / BATCH,
  })
  const watch = new DeliveryWatch(sender)
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'mas', 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor({ exporter: watch, maxQueueSize: QUEUE, maxExportBatchSize: BATCH })],
  })
  const sendRest = async (): Promise<void> => {
    await provider.forceFlush().catch(() => undefined)
    await provider.shutdown().catch(() => undefined)
  }
  return {
    tracer: provider.getTracer(telemetry.scope, String(telemetry.version)),
    finish: async () => {
      const never = new AbortController().signal
      await withTimeout(systemClock, patience, never, (signal) => untilAborted(sendRest(), signal))
      // An answer without an end would keep the process.
      agent.destroy()
      const { undelivered, reason } = watch
      return undelivered === 0 ? null : `${undelivered} ${undelivered === 1 ? 'span' : 'spans'} did not reach ${url} (${reason ?? `no answer within ${patience} s`})`
    },
  }
}

/** Counts what a receiver has not taken: the SDK tells of lost spans in a log of its own only. */
class DeliveryWatch implements SpanExporter {
  /** Spans that were sent and have not been taken. */
  undelivered = 0
  /** Why the last ones were lost; `null` where none are known to be. */
  reason: string | null = null
  readonly #sender: SpanExporter

  constructor(sender: SpanExporter) {
    this.#sender = sender
  }

  export(spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]): void {
    this.undelivered += spans.length
    this.#sender.export(spans, (result) => {
      if (result.code === 0) this.undelivered -= spans.length
      else this.reason = result.error?.message ?? 'unknown reason'
      done(result)
    })
  }

  shutdown(): Promise<void> {
    return this.#sender.shutdown()
  }

  forceFlush(): Promise<void> {
    return this.#sender.forceFlush?.() ?? Promise.resolve()
  }
}
