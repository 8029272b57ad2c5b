import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { killGroup, processesOf, residentBytes } from '../../../../../runtime/tools/python/process/process-group.ts'

test('a group is found, measured and killed as a whole', async () => {
  const program =
    "const { spawn } = require('child_process')\n" +
    "spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }).on('spawn', () => console.log('on'))"
  const leader = spawn(process.execPath, ['-e', program], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  await once(leader.stdout, 'data')
  const group = leader.pid ?? 0
  const members = processesOf(group)
  expect(members).toContain(group)
  expect(members).toHaveLength(2)
  expect(residentBytes(group)).toBeGreaterThan(1_000_000)
  killGroup(group)
  await once(leader, 'exit')
  for (let look = 0; look < 100 && processesOf(group).length > 0; look += 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(processesOf(group)).toEqual([])
  expect(residentBytes(group)).toBe(0)
  // Killing what is gone is no mistake.
  killGroup(group)
})
