import { describe, expect, test } from 'vitest'
import { configurationReference, withReference } from '../../scripts/configuration-reference.ts'
import { readTrainingConfiguration, trainingConfigurationSchema } from '../../trainer/configuration/index.ts'
import { blocksOf, pageAt } from './pages.ts'

const page = pageAt('docs/training-configuration.md')

describe('the page of the training configuration', () => {
  test('lists every setting as the schema has it; `npm run docs:configuration` writes it', () => {
    expect(page.text).toBe(withReference(page.text, configurationReference(trainingConfigurationSchema)))
  })
  test('shows configurations that can be read', () => {
    for (const { text } of blocksOf(page).filter(({ label }) => label === 'json')) {
      expect(readTrainingConfiguration(text)).toMatchObject({ kind: 'ok' })
    }
  })
})
