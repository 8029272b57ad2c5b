import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { askLineOn } from '../../../cli/terminal/ask-line.ts'

const prompt = 'Approve? '

/** Streams, and what comes after the prompt was shown. */
function terminal(typed: (input: PassThrough) => void): { readonly input: PassThrough; readonly output: PassThrough; readonly shown: () => string } {
  const input = new PassThrough()
  const output = new PassThrough()
  let shown = ''
  output.setEncoding('utf8').on('data', (part: string) => {
    shown += part
    if (part.endsWith(prompt)) typed(input)
  })
  return { input, output, shown: () => shown }
}

test('the line that is typed after the question answers it', async () => {
  const { input, output, shown } = terminal((stream) => stream.write('yes\n'))
  expect(await askLineOn(input, output)(prompt, new AbortController().signal)).toBe('yes')
  expect(shown()).toBe(prompt)
})

test('lines that were typed before the question answer nothing', async () => {
  const { input, output } = terminal((stream) => stream.write('no\n'))
  input.write('yes\nyes\n')
  expect(await askLineOn(input, output)(prompt, new AbortController().signal)).toBe('no')
})

test('each question waits for a line of its own', async () => {
  let typed = 0
  const { input, output } = terminal((stream) => stream.write(`${(typed += 1)}\nand more\n`))
  const ask = askLineOn(input, output)
  const { signal } = new AbortController()
  expect([await ask(prompt, signal), await ask(prompt, signal)]).toEqual(['1', '2'])
})

test('an end of the input, and an interruption, are no line', async () => {
  const { input, output } = terminal((stream) => stream.end())
  expect(await askLineOn(input, output)(prompt, new AbortController().signal)).toBeNull()
  const ended = new PassThrough()
  ended.end('yes\n')
  expect(await askLineOn(ended, new PassThrough())(prompt, new AbortController().signal)).toBeNull()
  const controller = new AbortController()
  const interrupted = terminal(() => controller.abort())
  expect(await askLineOn(interrupted.input, interrupted.output)(prompt, controller.signal)).toBeNull()
  expect(await askLineOn(new PassThrough(), new PassThrough())(prompt, AbortSignal.abort())).toBeNull()
})
