const needed = 25

/** Why Python cannot be run by a version of Node, or `null` where it can. */
export function unsupportedNode(version: string): string | null {
  if (Number(version.split('.')[0]) >= needed) return null
  return (
    `std:python needs Node ${needed} or newer, and this is Node ${version}: its permission model does not cover the network, ` +
    'so that code could open connections. Run mas with a newer Node, or bind std:python to a program of your own.'
  )
}
