import fc from 'fast-check'

/** What every program of this kind is written with. */
const declarations = `
type Rating = { answer: string, points: int }

tool look(key: string) -> string from "host:look" pure

tool write(key: string) -> string from "host:write"

agent Cold(x: string) -> string { temperature 0 }

agent Helped(x: string) -> string { temperature 0 tools look max_turns 2 }

agent Writing(x: string) -> string { temperature 0 tools write max_turns 2 }

agent Hot(x: string) -> string

agent Rate(x: string) -> Rating { repairs 0 }

agent Maybe(x: string) -> string? { repairs 0 }

workflow pair(x: string) -> string {
  first = Cold("about {{x}}")
  return Cold(first)
}

workflow checked(x: string) -> string {
  y = Hot(x)
  assert y != "b" else "never b"
  return y
}
`

/**
 * A program that a list of numbers decides on, of statements that the optimiser has something to do with: the same calls again,
 * values that nobody reads, votes, with branches, loops, fallbacks, checks and effects in between. A shorter list of smaller numbers
 * is a simpler program.
 */
export const optimisableProgram: fc.Arbitrary<string> = fc
  .array(fc.nat(59), { maxLength: 60, size: 'max' })
  .map((choices) => new Writer(choices).program())

class Writer {
  readonly #choices: readonly number[]
  #next = 0
  #names = 0

  constructor(choices: readonly number[]) {
    this.#choices = choices
  }

  program(): string {
    const names = ['task']
    const body = this.#block(names, 7, 0)
    const read = names.filter((_, position) => position === 0 || this.#pick(3) < 2)
    const result = read.map((name) => `{{${name}}}`).join(' ')
    return `${declarations}\nworkflow main(task: string, xs: string[3]) -> string {\n${body}\n  return "${result}"\n}`
  }

  #block(names: string[], most: number, depth: number): string {
    return Array.from({ length: 1 + this.#pick(most) }, () => this.#statement(names, depth)).join('\n')
  }

  #statement(names: string[], depth: number): string {
    const x = (): string => (this.#pick(2) === 0 ? 'task' : (names[names.length - 1 - this.#pick(names.length)] ?? 'task'))
    const inner = (): string => this.#block([...names], 3, depth + 1)
    const fresh = (): string => {
      const name = `n${(this.#names += 1)}`
      names.push(name)
      return name
    }
    const bind = (expression: string): string => `${fresh()} = ${expression}`
    const count = (): number => 2 + this.#pick(4)
    const agent = (): string => ['Cold', 'Hot', 'Helped', 'Writing'][this.#pick(4)] ?? 'Cold'
    const simple = 13
    switch (this.#pick(depth < 2 ? simple + 6 : simple)) {
      case 0:
      case 1:
        return bind(`Cold(${x()})`)
      case 2:
        return bind(`${agent()}(${x()})`)
      case 3:
        return `_ = ${agent()}(${x()})`
      case 4:
        return bind(`look(${x()})`)
      case 5:
        return this.#pick(3) === 0 ? bind(`write(${x()})`) : bind(`pair(${x()})`)
      case 6:
        return bind(`vote(sample ${count()} of ${agent()}(${x()}))`)
      case 7: {
        const [samples, given] = [`s${(this.#names += 1)}`, x()]
        return `${samples} = sample ${count()} of Rate(${given})\n${bind(`vote(${samples}, .points).answer`)}`
      }
      case 8: {
        const [samples, given] = [`s${(this.#names += 1)}`, x()]
        const sampled = this.#pick(2) === 0 ? `Maybe(${given})` : `(checked(${given}) otherwise none)`
        return `${samples} = present(sample ${count()} of ${sampled})\n${bind(`vote(${samples}) otherwise "nobody"`)}`
      }
      case 9:
        return bind(`Cold(${x()}) otherwise ${agent()}(${x()})`)
      case 10:
        return `assert len(${x()}) < ${20 + this.#pick(30)} else "too long"`
      case 11:
        return bind(`lines(${x()})[${this.#pick(2)}]`)
      case 12:
        return bind(this.#pick(2) === 0 ? `checked(${x()})` : `trim(${x()})`)
      case 13:
      case 14: {
        const [kept, lost, given] = [fresh(), `l${(this.#names += 1)}`, x()]
        const [one, two] = [inner(), inner()]
        const arms = [one, two].map((body) => `${body}\n${kept} = ${agent()}(${x()})\n${lost} = ${agent()}(${given})`)
        return `${kept} = "" ${lost} = ""\nif contains(${given}, "a") {\n${arms[0] ?? ''}\n} else {\n${arms[1] ?? ''}\n}`
      }
      case 15:
      case 16: {
        const [kept, lost] = [fresh(), `l${(this.#names += 1)}`]
        const body = `${inner()}\n${kept} = ${agent()}(${kept})\n${lost} = ${agent()}(${lost})`
        const stop = `stop when contains(${kept}, "b")\n${this.#pick(2) === 0 ? '' : `${kept} = task`}`
        return `${kept} = "" ${lost} = ""\nrepeat max ${count()} {\n${body}\n${stop}\n}`
      }
      case 17: {
        const item = `item${(this.#names += 1)}`
        const each = `each ${item} in xs {\n${inner()}\nyield ${agent()}("{{${item}}}{{${x()}}}")\n}`
        return this.#pick(2) === 0 ? `_ = ${each}` : bind(`join(${each}, " ")`)
      }
      default: {
        const [kept, item] = [fresh(), `item${(this.#names += 1)}`]
        return `${kept} = ""\nfor ${item} in xs {\n${inner()}\n${kept} = ${agent()}("{{${kept}}}{{${item}}}")\n}`
      }
    }
  }

  #pick(count: number): number {
    const choice = this.#choices[this.#next] ?? 0
    this.#next += 1
    return choice % count
  }
}
