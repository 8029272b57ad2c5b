// Writes the reference of the training configuration into docs/training-configuration.md, from its schema.
import { readFileSync } from 'node:fs'
import { writeWholeFile } from '../trainer/files/index.ts'
import { trainingConfigurationSchema } from '../trainer/configuration/index.ts'
import { configurationReference, withReference } from './configuration-reference.ts'

const page = 'docs/training-configuration.md'
writeWholeFile(page, withReference(readFileSync(page, 'utf8'), configurationReference(trainingConfigurationSchema)))
