import { createHash } from 'node:crypto'
import type { ExperimentArm } from '../experiment.ts'

/** Sixteen hexadecimal digits that tell the settings of an arm from others; its names are none of them. */
export const settingsDigest = ({ configuration, body, voteSizes }: Pick<ExperimentArm, 'configuration' | 'body' | 'voteSizes'>): string =>
  createHash('sha256').update(JSON.stringify({ configuration, body, voteSizes })).digest('hex').slice(0, 16)
