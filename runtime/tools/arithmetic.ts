import { Failure } from '../values/failure.ts'
import { operate } from '../values/operate.ts'

const token = /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([-+*/%()]))/y

const precedence = { '+': 1, '-': 1, '*': 2, '/': 2, '%': 2, negate: 3 } as const

type BinaryOperator = '+' | '-' | '*' | '/' | '%'

/** Longer expressions are taken for a mistake. */
const maximumLength = 10_000

/** The value of an arithmetic expression: numbers, `+ - * / %`, signs and parentheses, with the language's own meaning. */
export function evaluateArithmetic(expression: string): number | Failure {
  if (expression.length > maximumLength) return malformed(`it is longer than ${maximumLength} characters`)
  const text = expression.trimEnd()
  const stacks = new ArithmeticStacks()
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const start = token.lastIndex
    const match = token.exec(text)
    if (match === null) return malformed(`it cannot be read from ${JSON.stringify(text.slice(start, start + 20).trim())} on`)
    const failure = match[1] === undefined ? stacks.takeSymbol(match[2] ?? '') : stacks.takeNumber(Number(match[1]))
    if (failure !== null) return failure
  }
  return text === '' ? malformed('it is empty') : stacks.finish()
}

/** Operands and operators that wait, in two stacks instead of recursion (shunting-yard): no nesting is too deep. */
class ArithmeticStacks {
  readonly #numbers: number[] = []
  readonly #operators: (BinaryOperator | 'negate' | '(')[] = []
  #expectsNumber = true

  takeNumber(number: number): Failure | null {
    if (!this.#expectsNumber) return malformed(`there is no operator before ${number}`)
    if (!Number.isFinite(number)) return malformed('a number in it is too large')
    this.#numbers.push(number)
    this.#expectsNumber = false
    return null
  }

  takeSymbol(symbol: string): Failure | null {
    if (symbol === '(') return this.#open()
    if (symbol === ')') return this.#close()
    if (!this.#expectsNumber) return this.#takeOperator(symbol as BinaryOperator)
    if (symbol === '-') this.#operators.push('negate')
    return symbol === '-' || symbol === '+' ? null : malformed(`there is no number before "${symbol}"`)
  }

  finish(): number | Failure {
    if (this.#expectsNumber) return malformed('it ends where a number is due')
    if (this.#operators.includes('(')) return malformed('a "(" is not closed')
    return this.#reduceDownTo(0) ?? this.#numbers[0] ?? 0
  }

  #open(): Failure | null {
    if (!this.#expectsNumber) return malformed('there is no operator before "("')
    this.#operators.push('(')
    return null
  }

  #close(): Failure | null {
    if (this.#expectsNumber) return malformed('there is no number before ")"')
    const failure = this.#reduceDownTo(0)
    if (failure !== null) return failure
    return this.#operators.pop() === '(' ? null : malformed('there is a ")" without "("')
  }

  #takeOperator(operator: BinaryOperator): Failure | null {
    const failure = this.#reduceDownTo(precedence[operator])
    this.#operators.push(operator)
    this.#expectsNumber = true
    return failure
  }

  /** Carries out what waits and binds at least so tightly, back to the innermost parenthesis. */
  #reduceDownTo(tightness: number): Failure | null {
    for (let top = this.#operators.at(-1); top !== undefined && top !== '('; top = this.#operators.at(-1)) {
      if (precedence[top] < tightness) return null
      this.#operators.pop()
      const right = this.#numbers.pop() ?? 0
      const value = top === 'negate' ? 0 - right : operate(top, this.#numbers.pop() ?? 0, right)
      if (value instanceof Failure) return value
      this.#numbers.push(Number(value))
    }
    return null
  }
}

const malformed = (why: string): Failure =>
  new Failure('bad_argument', `This is no arithmetic expression: ${why}. Write numbers, + - * / % and parentheses.`)
