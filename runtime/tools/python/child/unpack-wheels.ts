import type { PyodideAPI } from 'pyodide'
import { descriptors } from './protocol.ts'
import { readFileOf } from './read-descriptor.ts'

/** Puts the wheels that are open under the descriptors from {@link descriptors.firstWheel} on where Python imports from. */
export function unpackWheels(pyodide: PyodideAPI, count: number): void {
  if (count === 0) return
  const extractDir = pyodide.runPython('import sysconfig; sysconfig.get_path("purelib")') as string
  for (let index = 0; index < count; index += 1) {
    pyodide.unpackArchive(readFileOf(descriptors.firstWheel + index), 'wheel', { extractDir })
  }
}
