// Starts a program that never ends behind the boundary it is given, and says under which group.
import { spawn } from 'node:child_process'

const [command = '', ...rest] = JSON.parse(process.argv[2] ?? '') as readonly string[]
const endless = spawn(command, [...rest, process.execPath, '--eval', "process.stdout.write('on'); for (;;);"], {
  detached: true,
  env: {},
  cwd: '/',
  stdio: ['ignore', 'pipe', 'ignore'],
})
endless.stdout.once('data', () => process.stdout.write(`${endless.pid}\n`))
setInterval(() => undefined, 1000)
