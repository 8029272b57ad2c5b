import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { createPythonTool, DEFAULT_PYTHON_SETTINGS, unsupportedNode } from '../../runtime/index.ts'
import type { ToolImplementation } from '../../runtime/index.ts'
import type { FoundConfiguration } from './find-configuration.ts'

/**
 * The built-in `std:python` as the configuration wants it, or why there is none. Its wheels are opened only for a configuration
 * that a person named.
 */
export function bindPython({ configuration, file, folder, isNamed }: FoundConfiguration): ToolImplementation | string {
  const settings = configuration.python ?? DEFAULT_PYTHON_SETTINGS
  const unsupported = unsupportedNode(process.versions.node)
  if (unsupported !== null) return unsupported
  if (settings.wheels.length > 0 && !isNamed) {
    const refused = '"python.wheels" are not read from a configuration that was only found'
    return `${file ?? ''}: ${refused}: name it with --config if they may be`
  }
  const wheels = settings.wheels.map((wheel) => resolve(folder, wheel))
  const unusable = wheels.find((wheel) => statSync(wheel, { throwIfNoEntry: false })?.isFile() !== true)
  if (unusable !== undefined) {
    const isThere = statSync(unusable, { throwIfNoEntry: false }) !== undefined
    return `${file ?? ''}: python.wheels: ${unusable} ${isThere ? 'is no file' : 'does not exist'}`
  }
  return createPythonTool({ ...settings, wheels })
}
