import type { Example } from './example.ts'

function inWorkflow(statements: string): string {
  return `
agent Writer(task: string) -> string

workflow main(task: string) -> string {
${statements.split('\n').map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}
}`
}

/** One workflow with the wrong and with the right statements. */
export function workflowExample(wrong: string, right: string): Example {
  return { wrong: inWorkflow(wrong), right: inWorkflow(right) }
}
