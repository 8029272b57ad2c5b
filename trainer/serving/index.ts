export { serveCheckpoint } from './serve-checkpoint.ts'
export type { CheckpointServer, ServeOptions } from './serve-checkpoint.ts'
