export type { Answer, AnswerEnd } from './answer.ts'
export { answerProblem } from './answer-problem.ts'
export type { AnswerCall, AwaitedCall, Awaits, Question } from './awaited-call.ts'
