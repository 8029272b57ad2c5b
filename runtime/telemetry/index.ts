export { telemetry } from './conventions.ts'
export { SpanRecorder } from './span-recorder.ts'
export type { SpanRecorderOptions } from './span-recorder.ts'
