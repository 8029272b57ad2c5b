import type { Name } from '../../grammar/index.ts'
import type { Message } from './message.ts'
import type { Report } from './reporter.ts'

/**
 * For a list in which each name stands once: tells whether a name is the first of its kind, and reports it, with the place of the
 * first, where it is not.
 */
export function firstOfEach(message: Message<{ readonly name: string }>, path: string, report: Report): (name: Name) => boolean {
  const firsts = new Map<string, Name>()
  return (name) => {
    const first = firsts.get(name.text)
    if (first === undefined) {
      firsts.set(name.text, name)
      return true
    }
    const related = [{ file: path, range: first.range, message: `The first \`${name.text}\` stands here.` }]
    report(message, { name: name.text }, name.range, { related })
    return false
  }
}
