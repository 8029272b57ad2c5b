import type { ProblemList } from '../problem-list.ts'
import { shownValue } from '../shown.ts'

/** The version of the format that this release writes and reads. */
const version = 1

/** A file of another version is not looked at any further: its fields may mean something else. */
export function checkVersion(data: unknown, problems: ProblemList): void {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'version')) return
  const stated: unknown = Reflect.get(data, 'version')
  if (stated === version || typeof stated !== 'number') return
  const message = `This graph has the version ${shownValue(stated)}; this release reads version \`${version}\`.`
  problems.add('shape', '/version', message, 'Compile the script again, with this release.')
}
