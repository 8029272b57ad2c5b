import type { RecordType } from '../../compiler/index.ts'
import { expectRecord } from '../values/expect-value.ts'
import { Failure } from '../values/failure.ts'
import { problemText } from '../values/problem-text.ts'
import type { RecordValue } from '../values/record.ts'
import { validateValue } from '../values/validate-value.ts'
import type { RunnableWorkflow } from './run-body.ts'

/** The run's inputs by parameter, validated; an optional parameter left out is `none`. */
export function readInputs(graph: Pick<RunnableWorkflow, 'workflow' | 'parameters'>, inputs: { readonly [name: string]: unknown }): RecordValue | Failure {
  const type: RecordType = { kind: 'record', fields: graph.parameters }
  const validated = validateValue(type, inputs)
  if (validated.kind === 'ok') return expectRecord(validated.value)
  return new Failure(
    'bad_input',
    `The inputs do not fit the parameters of ${graph.workflow}.\n${problemText(validated.problems)}`,
  )
}
