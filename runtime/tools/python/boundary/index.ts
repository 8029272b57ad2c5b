export { everyHold, noBoundary } from './boundary.ts'
export type { Boundary, Hold } from './boundary.ts'
export { detectBoundary } from './detect-boundary.ts'
export { missingHolds } from './missing-holds.ts'
