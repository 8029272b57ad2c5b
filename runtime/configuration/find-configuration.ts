import { join, resolve } from 'node:path'

export const CONFIGURATION_FILE = 'mas.config.json'

/** Where a configuration is looked for when none is named: beside the script, then in the working directory. */
export function configurationPlaces(scriptFolder: string, workingFolder: string): readonly string[] {
  return [...new Set([resolve(scriptFolder), resolve(workingFolder)])].map((folder) => join(folder, CONFIGURATION_FILE))
}
