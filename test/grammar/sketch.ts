import type { Argument, Block, Expression, Statement, StaticInteger, TextPart, TypeExpression } from '../../grammar/index.ts'

// The tree in a few characters, with parentheses around everything that is more than one word.

const size = (value: StaticInteger): string => value.kind === 'name' ? value.text : String(value.value)

/** An expression, such as `(+ a (* b 2))`. */
export function sketch(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.integer ? String(expression.value) : `${expression.value}d`
    case 'boolean':
      return String(expression.value)
    case 'none':
      return 'none'
    case 'missing':
      return '?'
    case 'name_expression':
      return expression.name
    case 'text':
      return `${expression.form === 'line' ? '"' : '"""'}${sketchText(expression.parts)}"`
    case 'list':
      return `[${expression.items.map(sketch).join(' ')}]`
    case 'record':
      return `{${[
        ...(expression.spread === null ? [] : [`...${sketch(expression.spread)}`]),
        ...expression.fields.map(({ name, value }) => `${name.text}: ${sketch(value)}`),
      ].join(' ')}}`
    case 'member':
      return `(. ${sketch(expression.object)} ${expression.field.text})`
    case 'index':
      return `(at ${sketch(expression.object)} ${sketch(expression.index)})`
    case 'call':
      return `(${[expression.callee].map(sketch).concat(expression.arguments.map(sketchArgument)).join(' ')})`
    case 'unary':
      return `(${expression.operator} ${sketch(expression.operand)})`
    case 'binary':
      return `(${expression.operator} ${sketch(expression.left)} ${sketch(expression.right)})`
    case 'sample':
      return `(sample ${size(expression.count)} ${sketch(expression.operand)})`
    case 'each': {
      const index = expression.index === null ? '' : `,${expression.index.text}`
      const maximum = expression.maximum === null ? '' : ` max ${size(expression.maximum)}`
      const body = expression.body.map((statement) => `${sketchStatement(statement)} `).join('')
      return `(each ${expression.item.text}${index} ${sketch(expression.list)}${maximum} ${body}-> ${sketch(expression.result)})`
    }
  }
}

function sketchArgument({ name, value }: Argument): string {
  const given = value.kind === 'expression' ? sketch(value.expression) : `.${value.field.text}`
  return name === null ? given : `${name.text}:${given}`
}

/** What a text is made of: plain text as it is, insertions in `‹…›`. */
export function sketchText(parts: readonly TextPart[]): string {
  return parts.map((part): string => {
    switch (part.kind) {
      case 'chunk':
        return part.value
      case 'insert':
        return `‹${sketch(part.expression)}›`
      case 'text_if': {
        const otherwise = part.otherwise === null ? '' : `‹else›${sketchText(part.otherwise)}`
        return `‹if ${sketch(part.condition)}›${sketchText(part.then)}${otherwise}‹/if›`
      }
      case 'text_each':
        return `‹each ${part.item.text} ${sketch(part.list)}›${sketchText(part.body)}‹/each›`
    }
  }).join('')
}

/** A statement, such as `(if a {(x = 1)} {(x = 2)})`. */
export function sketchStatement(statement: Statement): string {
  switch (statement.kind) {
    case 'binding': {
      const type = statement.type === null ? '' : `: ${sketchType(statement.type)}`
      return `(${statement.name.text}${type} = ${sketch(statement.value)})`
    }
    case 'if': {
      const otherwise = statement.otherwise === null ? '' : ` ${sketchBlock(statement.otherwise)}`
      return `(if ${sketch(statement.condition)} ${sketchBlock(statement.then)}${otherwise})`
    }
    case 'match':
      return `(match ${sketch(statement.subject)}${statement.arms.map(({ member, body }) =>
        ` ${member?.text ?? 'else'} ${sketchBlock(body)}`).join('')})`
    case 'repeat':
      return `(repeat ${size(statement.maximum)} ${sketchBlock(statement.body)})`
    case 'for': {
      const index = statement.index === null ? '' : `,${statement.index.text}`
      const maximum = statement.maximum === null ? '' : ` max ${size(statement.maximum)}`
      return `(for ${statement.item.text}${index} ${sketch(statement.list)}${maximum} ${sketchBlock(statement.body)})`
    }
    case 'stop':
      return `(stop ${sketch(statement.condition)})`
    case 'assert':
      return `(assert ${sketch(statement.condition)}${statement.message === null ? '' : ` ${sketch(statement.message)}`})`
    case 'return':
      return `(return ${sketch(statement.value)})`
    case 'bare_call':
      return `(bare ${sketch(statement.call)})`
  }
}

function sketchBlock(block: Block): string {
  return `{${block.statements.map(sketchStatement).join(' ')}}`
}

/** A type, written in full. */
export function sketchType(type: TypeExpression): string {
  switch (type.kind) {
    case 'named_type':
      return type.name
    case 'list_type':
      return `${sketchType(type.element)}[${type.size === null ? '' : size(type.size)}]`
    case 'optional_type':
      return `${sketchType(type.inner)}?`
    case 'record_type':
      return `{${type.fields.map(({ name, type: field }) => `${name.text}: ${sketchType(field)}`).join(', ')}}`
    case 'agent_type':
      return `agent(${type.parameters.map(sketchType).join(', ')}) -> (${sketchType(type.result)})`
    case 'missing_type':
      return '?'
  }
}
