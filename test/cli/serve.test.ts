import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { mas, masHere, projectFolder } from './mas.ts'

test.each([
  [['openai:m'], '"openai:m" cannot be served: only embedded:NAME can'],
  [['embedded:poems'], 'there is no embedded checkpoint "poems"; there is arithmetic'],
  [['nonsense'], '"nonsense" is no model; write openai:MODEL@BASE_URL, embedded:NAME or replay:FILE'],
  [['embedded:arithmetic', '--port', '70000'], 'there is no port 70000: ports end at 65535'],
])('mas serve %j', async (words, message) => {
  expect(await masHere(['serve', ...words], projectFolder)).toEqual({ exit: 2, out: '', err: `mas: ${message}\n` })
})

test('a port that is in use is told with a remedy', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as AddressInfo
  const { exit, err } = await masHere(['serve', 'embedded:arithmetic', '--port', String(port)], projectFolder)
  taken.close()
  expect([exit, err]).toEqual([2, `mas: port ${port} is in use: name another with --port, or a free one with --port 0\n`])
})

test('a process serves, answers a run and a doctor, and ends with Ctrl-C', async () => {
  let told: (baseUrl: string) => void = () => undefined
  const address = new Promise<string>((resolve) => {
    told = resolve
  })
  let interrupt: () => void = () => undefined
  const serving = mas(['serve', 'embedded:arithmetic', '--port', '0'], {
    onStart: (child) => {
      child.stdout?.on('data', (text: string) => {
        told(text.trim())
      })
      interrupt = () => child.kill('SIGINT')
    },
  })
  const spec = `openai:arithmetic@${await address}`
  const run = await mas(['run', 'examples/arithmetic.mas', '--input', 'expression=(3+5)*2-7', '--model', `default=${spec}`, '--seed', '1'])
  const doctor = await mas(['doctor', spec])
  interrupt()
  expect(run).toMatchObject({ exit: 0, out: '9\n' })
  expect(doctor.exit).toBe(3)
  expect(doctor.out).toContain('models             yes  "arithmetic" is one of 1\n')
  expect(doctor.out).toContain('The server gave no answer that can be used')
  expect(await serving).toMatchObject({ exit: 0, err: expect.stringContaining(`use it as --model default=${spec}`) as string })
})
