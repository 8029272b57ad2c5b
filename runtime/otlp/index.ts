export { openOtlpExport } from './otlp-export.ts'
export type { OtlpExport } from './otlp-export.ts'
