import { expect, test } from 'vitest'
import { unsupportedNode } from '../../../../runtime/tools/python/unsupported-node.ts'

test.each(['26.3.0', '26.10.0', '27.0.0', '30.1.2'])('Node %s runs Python', (version) => {
  expect(unsupportedNode(version)).toBeNull()
})

test.each([
  ['20.20.2', 'its permission model does not cover the network, so that code could open connections'],
  ['24.11.1', 'its permission model does not cover the network, so that code could open connections'],
  ['25.9.0', 'a process cannot give up its permissions there, so that code could read files'],
  ['26.2.0', 'a process cannot give up its permissions there, so that code could read files'],
])('Node %s does not, and it is said why', (version, why) => {
  expect(unsupportedNode(version)).toBe(
    `std:python needs Node 26.3 or newer, and this is Node ${version}: ${why}. ` +
      'Run mas with a newer Node, or bind std:python to a program of your own.',
  )
})
