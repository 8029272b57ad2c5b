export { printFile } from './print-file.ts'
export { printExpression } from './print-expression.ts'
export { printStatements } from './print-statement.ts'
export { printType } from './print-type.ts'
