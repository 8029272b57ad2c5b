import type { Block, IfStatement, MatchArm, Statement } from '../../grammar/index.ts'
import { braced, fitsOnLine, indentation } from './layout.ts'
import { printExpression, printIteration } from './print-expression.ts'
import { printText } from './print-text.ts'
import { printStaticInteger, printType } from './print-type.ts'

/** Statements in order, one a line, all of them `depth` levels in. */
export const printStatements = (statements: readonly Statement[], depth = 0): string =>
  statements.map((statement) => `${indentation(depth)}${printStatement(statement, depth)}\n`).join('')

/** A statement without the indentation of its first line, which is `depth` levels in. */
export function printStatement(statement: Statement, depth: number): string {
  switch (statement.kind) {
    case 'binding': {
      const type = statement.type === null ? '' : `: ${printType(statement.type)}`
      return `${statement.name.text}${type} = ${printExpression(statement.value, depth)}`
    }
    case 'if':
      return printIf(statement, depth)
    case 'match': {
      const arms = statement.arms.map((arm) => printArm(arm, depth + 1))
      return `match ${printExpression(statement.subject, depth)} ${braced(arms, depth)}`
    }
    case 'repeat':
      return `repeat max ${printStaticInteger(statement.maximum)} ${printBlock(statement.body, depth)}`
    case 'for':
      return `for ${printIteration(statement, depth)} ${printBlock(statement.body, depth)}`
    case 'stop':
      return `stop when ${printExpression(statement.condition, depth)}`
    case 'assert': {
      const { message } = statement
      const print = (inner: Parameters<typeof printExpression>[0]) => printExpression(inner, depth)
      const otherwise = message === null ? '' : ` else ${printText(message, depth, print)}`
      return `assert ${printExpression(statement.condition, depth)}${otherwise}`
    }
    case 'return':
      return `return ${printExpression(statement.value, depth)}`
    case 'bare_call':
      return printExpression(statement.call, depth)
  }
}

/** A block after the head of its statement, whose line is `depth` levels in. */
export const printBlock = (block: Block, depth: number): string =>
  braced(
    block.statements.map((statement) => printStatement(statement, depth + 1)),
    depth,
  )

function printIf({ condition, then, otherwise }: IfStatement, depth: number): string {
  const head = `if ${printExpression(condition, depth)} ${printBlock(then, depth)}`
  if (otherwise === null) return head
  const [only, ...more] = otherwise.statements
  const rest = only?.kind === 'if' && more.length === 0 ? printIf(only, depth) : printBlock(otherwise, depth)
  return `${head} else ${rest}`
}

function printArm({ member, body }: MatchArm, depth: number): string {
  const head = `${member?.text ?? 'else'} =>`
  const [only, ...more] = body.statements
  const short = only === undefined || more.length > 0 || hasBlock(only) ? null : `${head} { ${printStatement(only, depth)} }`
  return short !== null && fitsOnLine(short, depth) ? short : `${head} ${printBlock(body, depth)}`
}

function hasBlock(statement: Statement): boolean {
  switch (statement.kind) {
    case 'if':
    case 'match':
    case 'repeat':
    case 'for':
      return true
    default:
      return false
  }
}
