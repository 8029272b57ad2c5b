export { examineServer } from './examine-server.ts'
export type { Examination, ServerToExamine, SuggestedSettings } from './examine-server.ts'
export { probeNames } from './finding.ts'
export type { Finding, ProbeName } from './finding.ts'
