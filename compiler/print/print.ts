import type { Expression, SourceFile, Statement, WorkflowDeclaration } from '../../grammar/index.ts'
import { indentation, render } from '../layout/index.ts'
import { workflowHeadDocument } from './declaration-document.ts'
import { expressionDocument } from './expression-document.ts'
import { fileDocument } from './file-document.ts'
import { statementDocument } from './statement-document.ts'
import { TreeTokens } from './tree-tokens.ts'

const tokens = new TreeTokens()

/** A file in canonical layout. Documentation is kept, other comments are not part of a tree. */
export const printFile = (file: SourceFile): string => {
  const text = render(fileDocument(file, tokens)).trimStart()
  return text === '' ? '' : `${text}\n`
}

/** Statements in order, one a line, all of them `level` levels in. */
export const printStatements = (statements: readonly Statement[], level = 0): string =>
  statements.map((statement) => `${indentation(level)}${render(statementDocument(statement, tokens), level)}\n`).join('')

/** An expression whose line is `level` levels in. */
export const printExpression = (expression: Expression, level = 0): string =>
  render(expressionDocument(expression, tokens), level)

/** A workflow up to its body, without the word before its name: `main(task: string) -> string`. */
export const printWorkflowHead = (workflow: WorkflowDeclaration): string =>
  `${workflow.name.text}${render(workflowHeadDocument(workflow, tokens))}`
