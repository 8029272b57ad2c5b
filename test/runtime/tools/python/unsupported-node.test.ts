import { expect, test } from 'vitest'
import { unsupportedNode } from '../../../../runtime/tools/python/unsupported-node.ts'

test.each(['25.0.0', '26.10.0', '30.1.2'])('Node %s runs Python', (version) => {
  expect(unsupportedNode(version)).toBeNull()
})

test.each(['24.11.1', '20.20.2'])('Node %s does not, and it is said why', (version) => {
  expect(unsupportedNode(version)).toBe(
    `std:python needs Node 25 or newer, and this is Node ${version}: its permission model does not cover the network, so that ` +
      'code could open connections. Run mas with a newer Node, or bind std:python to a program of your own.',
  )
})
