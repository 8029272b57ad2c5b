import { expect, test } from 'vitest'
import { runCommandLine } from '../../cli/program.ts'
import { memoryTerminal } from './memory-terminal.ts'

async function mas(...commandLine: readonly string[]) {
  const terminal = memoryTerminal()
  const exit = await runCommandLine(commandLine, terminal)
  return { exit, out: terminal.outText(), err: terminal.errText() }
}

test('--version shows the version of the package', async () => {
  expect(await mas('--version')).toEqual({ exit: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string, err: '' })
})

test('--help lists the commands', async () => {
  const { exit, out } = await mas('--help')
  expect(exit).toBe(0)
  for (const command of ['check', 'fmt', 'graph', 'run']) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
})

test.each([
  [['chek', 'a.mas'], 'mas: unknown command \'chek\'\n(Did you mean check?)\nRun "mas --help" to see what there is.\n'],
  [['check'], 'mas: missing required argument \'file\'\nRun "mas check --help" to see its options.\n'],
  [
    ['check', '--jsno', 'a.mas'],
    'mas: unknown option \'--jsno\'\n(Did you mean --json?)\nRun "mas check --help" to see its options.\n',
  ],
  [
    ['graph', 'a.mas', 'b.mas'],
    'mas: too many arguments for \'graph\'. Expected 1 argument but got 2.\nRun "mas graph --help" to see its options.\n',
  ],
  [
    ['run', 'a.mas', '--seed', '-1'],
    "mas: option '--seed <n>' argument '-1' is invalid. It must be a whole number, 0 or more.\n" +
      'Run "mas run --help" to see its options.\n',
  ],
])('%j is told with a remedy', async (commandLine, err) => {
  expect(await mas(...commandLine)).toEqual({ exit: 2, out: '', err })
})

test('no command at all shows the help as a mistake', async () => {
  const { exit, out, err } = await mas()
  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toMatch(/^Usage: mas/)
})

test.each([
  ['run', 'a.mas', '--concurrency'],
  ['eval', 'a.mas', '--tasks', 't', '--scorer', 'exact', '--repeat'],
  ['eval', 'a.mas', '--tasks', 't', '--scorer', 'exact', '--concurrency'],
  ['design', 'a', '--model', 'embedded:arithmetic', '--candidates'],
  ['design', 'a', '--model', 'embedded:arithmetic', '--max-tokens'],
  ['doctor', 'openai:m', '--timeout'],
])('%s %s … 0 is told: what counts has to be at least 1', async (...commandLine) => {
  const { exit, err } = await mas(...commandLine, '0')
  expect(exit).toBe(2)
  expect(err).toContain("argument '0' is invalid. It must be a whole number, 1 or more.")
})
