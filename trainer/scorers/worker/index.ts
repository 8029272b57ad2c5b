export { programBeside } from './program-beside.ts'
export { serveQuestions } from './serve-questions.ts'
export { TimedWorker } from './timed-worker.ts'
export type { Answer } from './timed-worker.ts'
