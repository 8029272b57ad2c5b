import { describe, expect, test } from 'vitest'
import { folderWith, masHere } from '../mas.ts'
import { writerScript } from '../writer-script.ts'

describe('nothing runs', () => {
  const server = 'default=openai:m@http://127.0.0.1:9/v1'

  test.each([
    [['--model', server], ['mas: the input "topic" (string) is missing: add --input topic=VALUE or --input topic=@FILE']],
    [
      ['--model', server, '--input', 'topik=x'],
      [
        'mas: there is no input "topik". Did you mean "topic"?',
        'mas: the input "topic" (string) is missing: add --input topic=VALUE or --input topic=@FILE',
      ],
    ],
    [
      ['--model', server, '--input', 'topic'],
      [
        'mas: --input "topic" is not NAME=VALUE, as in --input problem="6 * 7"',
        'mas: the input "topic" (string) is missing: add --input topic=VALUE or --input topic=@FILE',
      ],
    ],
    [['--model', server, '--input', 'topic=@gone.txt'], ['mas: the input "topic": gone.txt does not exist']],
    [['--model', server, '--input', 'topic=x', '--input', 'topic=y'], ['mas: the input "topic" is given twice']],
    [
      ['--model', server, '--workflow', 'counted', '--input', 'topic=x', '--input', 'times=two'],
      ['mas: the input "times" must be an int, not "two"'],
    ],
    [
      ['--model', server, '--workflow', 'mian', '--input', 'topic=x'],
      ['mas: w.mas has no workflow "mian". Did you mean "main"? Choose one with --workflow NAME.'],
    ],
    [
      ['--input', 'topic=x'],
      [
        'mas: nothing is bound to the model slot "default" of Writer: add --model default=openai:MODEL@http://localhost:11434/v1' +
          ' (the policy "arithmetic" that comes with mas does not fit Writer: it was trained on the roles "answer", "reduce" only)',
      ],
    ],
    [
      ['--workflow', 'big', '--input', 'topic=x'],
      ['mas: nothing is bound to the model slot "large" of Large: add --model large=openai:MODEL@http://localhost:11434/v1'],
    ],
    [
      ['--model', server, '--model', 'defualt=openai:m', '--input', 'topic=x'],
      ['mas: no agent uses the model slot "defualt". Did you mean "default"?'],
    ],
    [
      ['--model', 'openai:m@http://127.0.0.1:9/v1', '--input', 'topic=x'],
      [expect.stringContaining('is not SLOT=SPEC, as in --model default=openai:qwen3:8b@http://localhost:11434/v1') as string],
    ],
    [
      ['--model', 'default=gpt', '--input', 'topic=x'],
      ['mas: model "default": "gpt" is no model; write openai:MODEL@BASE_URL, embedded:NAME or replay:FILE'],
    ],
    [
      ['--model', 'default=openai:gpt', '--input', 'topic=x'],
      ['mas: model "default": the environment variable OPENAI_API_KEY is not set: put the key for openai:gpt there'],
    ],
    [['--model', server, '--input', 'topic=x', '--config', 'gone.json'], ['mas: gone.json does not exist']],
    [
      ['--model', server, '--input', 'topic=x', '--config', 'bad.json'],
      [
        'mas: bad.json: limits.concurrency: must be >= 1',
        'mas: bad.json: the configuration: there is no setting "modles". Did you mean "models"?',
      ],
    ],
    [
      ['--model', server, '--input', 'topic=x', '--tasks', 'tasks.jsonl'],
      ['mas: --input and --tasks exclude each other: a task line holds its own inputs'],
    ],
    [
      ['--model', server, '--input', 'topic=x', '--trace', '.'],
      [expect.stringMatching(/^mas: \/.* cannot be written: it is a folder\.$/) as string],
    ],
    [
      ['--model', server, '--input', 'topic=x', '--trace', 'no/such/folder/t.jsonl'],
      [expect.stringMatching(/^mas: \/.*no\/such\/folder\/t\.jsonl cannot be written: there is no folder .*no\/such\/folder\.$/) as string],
    ],
    [
      ['--model', server, '--input', 'topic=x', '--trace', 'it', '--out', './it'],
      ['mas: --out and --trace name the same file, ./it'],
    ],
    [
      ['--model', server, '--tasks', 'tasks.jsonl', '--out', './w.mas', '--trace', 'tasks.jsonl'],
      [
        'mas: --out ./w.mas would overwrite a file that this command reads',
        'mas: --trace tasks.jsonl would overwrite a file that this command reads',
      ],
    ],
    [
      ['--model', server, '--input', 'topic=x', '--config', 'bad.json', '--out', 'bad.json'],
      ['mas: --out bad.json would overwrite a file that this command reads'],
    ],
  ])('%j', async (flags, problems) => {
    using folder = folderWith({ 'w.mas': writerScript, 'bad.json': '{"limits":{"concurrency":0},"modles":{}}' })
    const { exit, out, err } = await masHere(['run', 'w.mas', ...flags], folder.path)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    for (const problem of problems) expect(err.trim().split('\n')).toContainEqual(problem)
    expect(err.trim().split('\n')).toHaveLength(problems.length)
  })

  test('of a script with errors, which are shown', async () => {
    using folder = folderWith({ 'bad.mas': 'workflow main() -> string { return Nobody() }' })
    const { exit, out, err } = await masHere(['run', 'bad.mas', '--json'], folder.path)
    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    expect(err).toMatch(/^bad\.mas:1:36 error MAS2/)
  })

  test('of a script whose tool is not bound', async () => {
    using folder = folderWith({
      'w.mas':
        'tool look(at: string) -> string from "host:look"\n' +
        'agent Solver(problem: string) -> string { tools look }\n' +
        'workflow main(problem: string) -> string { return Solver(problem) }\n',
    })
    const { exit, err } = await masHere(['run', 'w.mas', '--input', 'problem=x', '--model', server], folder.path)
    expect(exit).toBe(2)
    expect(err).toBe(
      'mas: nothing is bound to the tool "host:look", which Solver may call: bind it to a program, ' +
        'with --config FILE and in it {"tools": {"host:look": {"command": ["PROGRAM"]}}}\n',
    )
  })
})
