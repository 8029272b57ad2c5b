import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { World } from './world.ts'

test('the judges see what is reached, once', async () => {
  await using world = await World.open()
  expect(await world.reached('refused')).toEqual([])
  writeFileSync(join(world.folder, 'a'), '')
  const socket = connect(world.port, '127.0.0.1')
  await once(socket, 'connect')
  process.kill(process.pid, 'SIGUSR2')
  Object.assign(Object.prototype, { polluted: 1 })
  const seen = await world.reached(`${world.secret} uid=0(root)`)
  Reflect.deleteProperty(Object.prototype, 'polluted')
  socket.destroy()
  expect([...seen].sort()).toEqual([
    'it put polluted on Object.prototype',
    `it says so: ${world.secret} uid=0(root)`,
    'it wrote a',
    'the secret came back',
    'the server was connected to',
    'this process was sent SIGUSR2',
  ])
  expect(await world.reached('')).toEqual([])
})

test('what is filled in is what is watched', async () => {
  await using world = await World.open()
  expect(world.fill('$CANARY $FOLDER $PORT $PID')).toBe(`${world.canary} ${world.folder} ${world.port} ${process.pid}`)
})
