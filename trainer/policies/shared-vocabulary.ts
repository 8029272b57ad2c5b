import type { DesignerVocabulary } from './designer-policy.ts'
import { executorVocabulary } from './executor-vocabulary.ts'
import type { ExecutorVocabulary } from './executor-vocabulary.ts'
import { symbolTable } from './symbol-table.ts'

/** The vocabularies of designer and executors over one table: both read the same characters. */
export interface SharedVocabulary {
  readonly designer: DesignerVocabulary
  readonly executor: ExecutorVocabulary
}

/** One table for a network that plays both: the executors' symbols, the mark that ends a designer's task, the labels of choices. */
export function sharedVocabulary(roles: readonly string[], characters: string, labels: readonly string[]): SharedVocabulary {
  const own = executorVocabulary(roles, characters)
  const mark = own.table.symbols.length
  const table = symbolTable([...own.table.symbols, 'mark', ...labels.map((label) => `choice:${label}`)])
  return {
    executor: { ...own, table },
    designer: { table, mark, firstLabel: mark + 1, characterPrefix: '' },
  }
}
