export { scalarEvent, versionEvent } from './scalar-event.ts'
export type { Scalar } from './scalar-event.ts'
export { tfRecord } from './tf-record.ts'
