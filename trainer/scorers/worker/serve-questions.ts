import { parentPort } from 'node:worker_threads'
import type { WorkerMessage } from './timed-worker.ts'

/** The program of a worker: says that it is loaded, then answers each question. One that throws is said to have broken it. */
export function serveQuestions<Question, Reply>(answer: (question: Question) => Reply): void {
  const port = parentPort
  if (port === null) throw new Error('this is the program of a worker')
  const say = (message: WorkerMessage<Reply>): void => {
    port.postMessage(message)
  }
  port.on('message', (question: Question) => {
    try {
      say({ kind: 'reply', reply: answer(question) })
    } catch {
      say({ kind: 'broke' })
    }
  })
  say({ kind: 'ready' })
}
