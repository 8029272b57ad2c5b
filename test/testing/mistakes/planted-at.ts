import { groundOf } from '../../../testing/mistakes/ground.ts'
import { changedAt } from '../../../testing/mistakes/mistake.ts'
import { mistakes } from '../../../testing/mistakes/mistakes.ts'

const head = `enum Kind { sum, other }
agent Solver(problem: string, hint: string?) -> { answer: string } { max_tokens 8 }
agent Router(task: string) -> Kind
`

/** The lines of `main`, or of the whole program, that differ after the mistake at each of its places; `«…»` stands around what is found. */
export function plantedAt(name: string, statements: string): readonly string[] {
  const mistake = mistakes.find((one) => one.name === name)
  if (mistake === undefined) throw new Error(`there is no mistake ${name}`)
  const text = `${head}workflow main(task: string) -> string {\n${statements}\n}\n`
  const lines = new Set(text.split('\n'))
  return mistake.sites(groundOf({ text, workflow: 'main' })).map((site) => {
    const changed = changedAt(text, site)
    const { start, end } = site.found
    const marked = `${changed.slice(0, start)}«${changed.slice(start, end)}»${changed.slice(end)}`
    return marked.split('\n').filter((line) => !lines.has(line) && line.trim() !== '').map((line) => line.trim()).join(' | ')
  })
}
