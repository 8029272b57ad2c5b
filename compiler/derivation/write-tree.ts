import type { Expression, Statement } from '../../grammar/index.ts'
import type { Writer } from './machine/part.ts'
import type { Step } from './machine/position.ts'

/** The statements that the choices stand for. */
export function writeTree(steps: readonly Step[]): readonly Statement[] {
  let next = 0
  const step = (): Step => {
    const current = steps[next]
    if (current === undefined) throw new Error('the program is not finished')
    next += 1
    return current
  }
  const blockUntilEnd = (): { readonly body: readonly Statement[]; readonly result: Expression | null } => {
    const body: Statement[] = []
    for (;;) {
      const { part } = step().option
      if (part.kind === 'end') return { body, result: null }
      if (part.kind === 'yield') return { body, result: writer.expression() }
      if (part.kind !== 'statement') throw new Error(`a ${part.kind} stands where a statement should`)
      body.push(part.write(writer))
      if (part.last) return { body, result: null }
    }
  }
  const writer: Writer = {
    expression: () => {
      const { part } = step().option
      if (part.kind !== 'expression') throw new Error(`a ${part.kind} stands where an expression should`)
      return part.write(writer)
    },
    statements: () => blockUntilEnd().body,
    yielding: () => {
      const { body, result } = blockUntilEnd()
      if (result === null) throw new Error('an each yields')
      return { body, result }
    },
    integer: () => {
      const { part } = step().option
      if (part.kind !== 'integer') throw new Error(`a ${part.kind} stands where a number should`)
      return part.value
    },
    step,
    nextName: () => steps.slice(next).find(({ named }) => named !== null)?.named ?? '',
  }
  return writer.statements()
}
