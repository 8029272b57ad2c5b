import { describe, expect, test } from 'vitest'
import { choiceVocabulary, countDesigns, derivationOf } from '../../../compiler/derivation/index.ts'
import { defaultTrainingConfiguration, familySettings, readTrainingConfiguration } from '../../../trainer/configuration/index.ts'
import { domain as demonstrated } from '../../../trainer/demonstration/team.ts'
import { familyNames, resolveFamily } from '../../../trainer/tasks/index.ts'
import { designIn, familiesDomain, familyDesigns, rolesOf } from '../../../trainer/team/index.ts'
import { DesignCompiler } from '../../../trainer/training/index.ts'

const alone = familyNames.map((family) => ({ family, settings: resolveFamily({ family }) }))

describe.each(alone)('the designs of $family', ({ settings }) => {
  const own = familyDesigns(settings)
  const domain = familiesDomain([{ settings, weight: 1 }], 16)
  test('hold what pays, the single agent and every start design', () => {
    for (const body of [...own.payingDesigns, ...own.startDesigns, 'return Answer(expression)']) {
      expect(derivationOf(domain.designs, designIn(domain, body)), body).not.toBeNull()
    }
    expect(domain.startDesigns).toHaveLength(own.startDesigns.length)
  })
  test('compile, and call roles that the family teaches', () => {
    const compiler = new DesignCompiler(16)
    for (const text of domain.startDesigns) {
      const compiled = compiler.compile(text)
      if (compiled.kind === 'rejected') throw new Error(compiled.diagnostics.map(({ message }) => message).join('; '))
      for (const { role } of Object.values(compiled.graph.agents)) {
        expect(rolesOf(domain)).toContain(role?.kind === 'constant' ? String(role.value) : null)
      }
    }
  })
  test('leave out start designs beyond the requests', () => {
    const small = familiesDomain([{ settings, weight: 1 }], 2)
    expect(small.startDesigns.length).toBeGreaterThan(0)
    expect(small.startDesigns.length).toBeLessThan(domain.startDesigns.length)
  })
})

test('the default mix has the designs, the characters and the start of the demonstration', () => {
  const domain = familiesDomain(familySettings(defaultTrainingConfiguration().tasks.families), 16)
  expect(choiceVocabulary(domain.designs)).toEqual(choiceVocabulary(demonstrated.designs))
  expect(countDesigns(domain.designs)).toBe(countDesigns(demonstrated.designs))
  expect(new Set(domain.characters)).toEqual(new Set(demonstrated.characters))
  expect(domain.startDesigns).toHaveLength(demonstrated.startDesigns.length)
  expect(rolesOf(domain)).toEqual(rolesOf(demonstrated))
  expect(domain.mix.map(({ family, weight }) => [family.name, family.parameters, weight])).toEqual(
    demonstrated.mix.map(({ family, weight }) => [family.name, family.parameters, weight]),
  )
})

test('all families together have one agent that answers, and every design of each', () => {
  const families = Object.fromEntries(familyNames.map((family) => [family, {}]))
  const read = readTrainingConfiguration(JSON.stringify({ tasks: { families } }))
  if (read.kind === 'error') throw new Error(read.problems.join('; '))
  const settings = familySettings(read.configuration.tasks.families)
  const domain = familiesDomain(settings, 16)
  expect(domain.mix.map(({ family }) => family.name)).toEqual(familyNames)
  expect(domain.designs.preamble.match(/agent Answer/g)).toHaveLength(1)
  for (const { settings: own } of settings) {
    for (const body of familyDesigns(own).payingDesigns) expect(derivationOf(domain.designs, designIn(domain, body)), body).not.toBeNull()
  }
})
