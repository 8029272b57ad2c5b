import type {
  AgentDeclaration,
  Budget,
  Declaration,
  Parameter,
  TypeExpression,
  WorkflowDeclaration,
} from '../../grammar/index.ts'
import { fitsOnLine, indentation } from './layout.ts'
import { printNumber } from './print-number.ts'
import { printSettings } from './print-settings.ts'
import { printBlock } from './print-statement.ts'
import { escaped } from './print-text.ts'
import { printNames, printType } from './print-type.ts'

/** A declaration with its documentation, without a line break after it. */
export function printDeclaration(declaration: Declaration): string {
  const documentation = declaration.documentation?.split('\n').map((line) => `${`/// ${line}`.trimEnd()}\n`) ?? []
  return `${documentation.join('')}${declaration.exported ? 'export ' : ''}${declared(declaration)}`
}

function declared(declaration: Declaration): string {
  const {
    name: { text: name },
  } = declaration
  switch (declaration.kind) {
    case 'type':
      return `type ${name} = ${printType(declaration.type)}`
    case 'enum': {
      const short = `enum ${name} { ${printNames(declaration.members)} }`
      return fitsOnLine(short, 0)
        ? short
        : `enum ${name} {\n${declaration.members.map((member) => `  ${member.text},\n`).join('')}}`
    }
    case 'tool': {
      const end = ` from "${escaped(declaration.from.value)}"${declaration.pure ? ' pure' : ''}`
      return signature(`tool ${name}`, declaration.parameters, declaration.result, end)
    }
    case 'agent':
      return printAgent(declaration, name)
    case 'workflow':
      return printWorkflow(declaration, name)
  }
}

function printAgent({ signature: shape, settings }: AgentDeclaration, name: string): string {
  if (shape.kind === 'copy') {
    const head = `agent ${name} = ${shape.of.text}`
    const short = `${head} { ${printSettings(settings, 0).join(' ')} }`
    return settings.length > 0 && fitsOnLine(short, 0) ? short : `${head} ${settingsBlock(settings)}`
  }
  return signature(`agent ${name}`, shape.parameters, shape.result, settings.length === 0 ? '' : ` ${settingsBlock(settings)}`)
}

const settingsBlock = (settings: AgentDeclaration['settings']): string =>
  settings.length === 0
    ? '{ }'
    : `{\n${printSettings(settings, 1)
        .map((line) => `  ${line}\n`)
        .join('')}}`

function printWorkflow({ typeParameters, parameters, result, budget, body }: WorkflowDeclaration, name: string): string {
  const generic = typeParameters.length === 0 ? '' : `<${printNames(typeParameters)}>`
  const limits = budget === null ? '' : ` ${printBudget(budget)}`
  return signature(`workflow ${name}${generic}`, parameters, result, `${limits} ${printBlock(body, 0)}`)
}

/** A workflow up to its body, without the word before its name: `main(task: string) -> string`. */
export function printWorkflowHead({ name, typeParameters, parameters, result, budget }: WorkflowDeclaration): string {
  const generic = typeParameters.length === 0 ? '' : `<${printNames(typeParameters)}>`
  return signature(`${name.text}${generic}`, parameters, result, budget === null ? '' : ` ${printBudget(budget)}`)
}

const printBudget = ({ limits }: Budget): string =>
  `budget { ${limits.map(({ measure, value }) => `${measure} ${printNumber(value.value, value.integer)}`).join(' ')} }`

/** A name with parameters and result; the parameters on lines of their own where they are too long for one. */
function signature(head: string, parameters: readonly Parameter[], result: TypeExpression, end: string): string {
  const written = parameters.map(
    ({ static: isStatic, name, type }) => `${isStatic ? 'static ' : ''}${name.text}: ${printType(type)}`,
  )
  const [endLine = ''] = end.split('\n')
  const after = ` -> ${printType(result)}`
  if (fitsOnLine(`${head}(${written.join(', ')})${after}${endLine}`, 0)) return `${head}(${written.join(', ')})${after}${end}`
  return `${head}(\n${written.map((parameter) => `${indentation(1)}${parameter},\n`).join('')})${after}${end}`
}
