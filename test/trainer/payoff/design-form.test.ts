import { expect, test } from 'vitest'
import { resolveFamily } from '../../../trainer/tasks/index.ts'
import type { FamilyName } from '../../../trainer/tasks/index.ts'
import { designIn, familiesDomain, familyDesigns } from '../../../trainer/team/index.ts'
import { DesignCompiler } from '../../../trainer/training/index.ts'
import { designForm } from '../../../trainer/payoff/design-form.ts'

const formOf = (family: FamilyName, body: string): string => {
  const domain = familiesDomain([{ settings: resolveFamily({ family }), weight: 1 }], 16)
  const compiled = new DesignCompiler().compile(designIn(domain, body))
  if (compiled.kind === 'rejected') throw new Error(compiled.diagnostics.map(({ message }) => message).join('; '))
  return designForm(compiled.graph)
}

test.each([
  ['plain', 'return expression', 'nobody'],
  ['plain', 'return Answer(expression)', 'Answer'],
  ['plain', 'return Answer(Reduce(expression))', 'Answer Reduce, chain'],
  ['robustness', 'return vote(sample 5 of Answer(expression))', 'Answer, sample'],
  ['depth', familyDesigns(resolveFamily({ family: 'depth' })).payingDesigns[0] ?? '', 'Reduce, repeat'],
  ['breadth', familyDesigns(resolveFamily({ family: 'breadth' })).payingDesigns[0] ?? '', 'Answer, each'],
  ['horizon', familyDesigns(resolveFamily({ family: 'horizon' })).payingDesigns[0] ?? '', 'Answer, each, chain'],
  ['verify', familyDesigns(resolveFamily({ family: 'verify' })).payingDesigns[0] ?? '', 'Answer Check, repeat, chain'],
  ['route', familyDesigns(resolveFamily({ family: 'route' })).startDesigns.at(-1) ?? '', 'ReadX ReadY ReadZ Sort, match, chain'],
] as const)('%s: %s is %s', (family, body, form) => {
  expect(formOf(family, body)).toBe(form)
})
