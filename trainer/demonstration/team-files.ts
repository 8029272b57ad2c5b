import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCheckpoint, writeCheckpoint } from '../engine/index.ts'
import type { NetworkState } from '../engine/index.ts'
import type { Team, TeamStates } from './team.ts'
import { writeWholeFile } from '../files/index.ts'

const fileOf = (folder: string, role: keyof TeamStates): string => join(folder, `${role}.checkpoint`)

/** Writes the weights of both roles into a folder that exists. */
export function writeTeam(folder: string, team: Pick<Team, 'designerNetwork' | 'executorNetwork'>): void {
  writeWholeFile(fileOf(folder, 'designer'), writeCheckpoint(team.designerNetwork.snapshot(), { optimizer: false }))
  writeWholeFile(fileOf(folder, 'executor'), writeCheckpoint(team.executorNetwork.snapshot(), { optimizer: false }))
}

/** Reads what `writeTeam` wrote; throws where a checkpoint is missing or damaged. */
export function readTeam(folder: string): TeamStates {
  return { designer: readState(fileOf(folder, 'designer')), executor: readState(fileOf(folder, 'executor')) }
}

function readState(file: string): NetworkState {
  const result = readCheckpoint(readFileSync(file))
  if (result.kind === 'invalid') throw new Error(`${file} is no usable checkpoint: ${result.message}`)
  return result.state
}
