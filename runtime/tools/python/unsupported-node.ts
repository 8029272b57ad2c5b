const coversNetwork = 25
const dropsPermissions = [26, 3] as const

/** Why Python cannot be run by a version of Node, or `null` where it can. */
export function unsupportedNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor, neededMinor] = dropsPermissions
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return null
  const why =
    major < coversNetwork
      ? 'its permission model does not cover the network, so that code could open connections'
      : 'a process cannot give up its permissions there, so that code could read files'
  return (
    `std:python needs Node ${neededMajor}.${neededMinor} or newer, and this is Node ${version}: ${why}. ` +
    'Run mas with a newer Node, or bind std:python to a program of your own.'
  )
}
