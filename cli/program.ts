import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { EXIT } from './exit-code.ts'
import type { ExitCode } from './exit-code.ts'
import type { CheckOptions } from './commands/check.ts'
import type { CompileOptions } from './commands/compile.ts'
import type { CreditCommandOptions } from './commands/credit.ts'
import type { DemoOptions } from './commands/demo.ts'
import type { DesignCommandOptions } from './commands/design.ts'
import type { DoctorOptions } from './commands/doctor.ts'
import type { EvalOptions } from './commands/eval.ts'
import type { ExperimentCommandOptions } from './commands/experiment.ts'
import type { FamiliesOptions } from './commands/families.ts'
import type { FormatOptions } from './commands/fmt.ts'
import type { GrammarOptions } from './commands/grammar.ts'
import type { GraphOptions } from './commands/graph.ts'
import type { ReportOptions } from './commands/report.ts'
import type { ResumeOptions } from './commands/resume.ts'
import type { RunOptions } from './commands/run.ts'
import type { ExportOptions } from './commands/runs-export.ts'
import type { ListOptions } from './commands/runs-list.ts'
import type { PruneOptions } from './commands/runs-prune.ts'
import type { ServeCommandOptions } from './commands/serve.ts'
import type { TraceOptions } from './commands/trace.ts'
import type { TrainOptions } from './commands/train.ts'
import type { Terminal } from './terminal/terminal.ts'
import { packageVersion } from './version.ts'

/**
 * Runs one command line (without `node` and the script) and answers with its exit code. A command's own code is loaded
 * when that command is given.
 */
export async function runCommandLine(commandLine: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const result: { exit: ExitCode } = { exit: EXIT.ok }
  const program = declareCommands(terminal, (exit) => {
    result.exit = exit
  })
  try {
    await program.parseAsync([...commandLine], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  }
  return result.exit
}

function declareCommands(terminal: Terminal, finish: (exit: ExitCode) => void): Command {
  const program = new Command('mas')
    .description('MAS, a typed language for multi-agent systems.')
    .version(packageVersion(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showHelpAfterError('Run "mas --help" to see what there is.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'mas: ')),
    })
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .showHelpAfterError(`Run "mas ${name.split(' ')[0] ?? ''} --help" to see its options.`)

  command('init', 'write a script, tasks and a configuration to start from')
    .argument('[folder]', 'where to (here)', '.')
    .action(async (folder: string) => {
      const { initCommand } = await import('./commands/init.ts')
      finish(initCommand(folder, terminal))
    })

  command('check', 'report the errors and warnings of scripts')
    .argument('<file...>', 'scripts (.mas), graphs (.json)')
    .option('--json', 'one JSON value on standard output')
    .addOption(new Option('--sarif', 'a SARIF 2.1.0 log on standard output').conflicts('json'))
    .option('--bounds', 'show what each workflow can cost at most')
    .addOption(
      new Option('--optimise', 'show also what each workflow can cost once it is optimised').implies({ bounds: true }).conflicts('sarif'),
    )
    .option('--fix', 'repair what has one obvious repair, in place, and report what is left')
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { checkCommand } = await import('./commands/check.ts')
      finish(await checkCommand(files, options, terminal))
    })

  command('explain', 'print the page of a diagnostic code, or list all codes')
    .argument('[code]', 'such as MAS3004')
    .action(async (code: string | undefined) => {
      const { explainCommand } = await import('./commands/explain.ts')
      finish(explainCommand(code, terminal))
    })

  command('fmt', 'bring scripts into the one layout, in place')
    .argument('<file...>', 'scripts (.mas), or - for standard input to standard output')
    .option('--check', 'write nothing, list the scripts that are not in that layout')
    .action(async (files: readonly string[], options: FormatOptions) => {
      const { formatCommand } = await import('./commands/fmt.ts')
      finish(await formatCommand(files, options, terminal))
    })

  command('graph', 'print the graph that a workflow compiles to')
    .argument('<file>', 'a script (.mas) or a graph (.json)')
    .option('--workflow <name>', "the workflow (main, or a graph file's own)")
    .option('--format <format>', 'mermaid, dot, svg or json', 'mermaid')
    .option('--optimise', 'the graph that `mas run --optimise` runs')
    .option('-o, --out <file>', 'the file (standard output)')
    .action(async (file: string, options: GraphOptions) => {
      const { graphCommand } = await import('./commands/graph.ts')
      finish(await graphCommand(file, options, terminal))
    })

  command('compile', 'write a script as a typed TypeScript module over maslang/runtime')
    .argument('<file>', 'a script (.mas)')
    .option('-o, --output <file>', 'the module (standard output)')
    .option('--workflow <name>', 'this workflow only')
    .action(async (file: string, options: CompileOptions) => {
      const { compileCommand } = await import('./commands/compile.ts')
      finish(await compileCommand(file, options, terminal))
    })

  command('run', 'run a workflow')
    .argument('<file>', 'a script (.mas) or a graph (.json)')
    .option('--workflow <name>', "the workflow (main, or a graph file's own)")
    .option('--input <name=value>', 'an input, read by its declared type; name=@file reads a file', collect)
    .option('--tasks <file>', 'run once per line {"id", "input": {…}} of a file')
    .option('--model <slot=spec>', 'the model behind a slot: openai:MODEL@BASE_URL, embedded:NAME, replay:FILE', collect)
    .option('--seed <n>', 'the seed of the run', wholeNumber)
    .option('--optimise', 'make fewer requests for the same outcome')
    .option('--config <file>', 'the configuration (mas.config.json beside the script, or here)')
    .option('--trace <file>', 'write every event as a JSON line')
    .option('--cache <folder>', 'answer what was asked before from this folder')
    .option('--concurrency <n>', 'model requests at the same time', positiveNumber)
    .option('--out <file>', 'write the --json value to a file')
    .addOption(
      new Option('--dry-run', 'show the prompts and the bounds, ask nothing').conflicts(['trace', 'cache', 'out', 'otlp', 'otlpContents']),
    )
    .option('--otlp <url>', 'send spans to this OTLP receiver, as in http://localhost:4318/v1/traces')
    .option('--otlp-contents', 'with messages, arguments and results in the spans')
    .option('--json', 'one JSON value on standard output')
    .option('--run-id <id>', 'keep the run in a journal under this name, or go on with it')
    .option('--runs <folder>', RUNS_FOLDER)
    .addOption(survive())
    .addHelpText(
      'after',
      '\nExample:\n  mas run reflect.mas --input problem="6 * 7" --model default=openai:qwen3:8b@http://localhost:11434/v1',
    )
    .action(async (file: string, options: RunOptions) => {
      const { runCommand } = await import('./commands/run.ts')
      finish(await runCommand(file, options, terminal))
    })

  command('resume', 'go on with a run that --run-id named, from where its process was ended')
    .argument('<id>', 'the name of the run')
    .option('--runs <folder>', RUNS_FOLDER)
    .option('--approve <node>', 'let a call be made that waits for approval', collect)
    .option('--refuse <node=reason>', 'let a call fail that waits for a person', collect)
    .option('--answer <node=value>', 'the result of a call that waits for one; node=@file reads a file', collect)
    .option('--task <id>', 'the task whose calls are answered')
    .option('--trace <file>', 'write every event as a JSON line, those before the end of the process too')
    .option('--otlp <url>', 'send spans to this OTLP receiver, as in http://localhost:4318/v1/traces')
    .option('--otlp-contents', 'with messages, arguments and results in the spans')
    .option('--out <file>', 'write the --json value to a file')
    .option('--json', 'one JSON value on standard output')
    .addOption(survive())
    .action(async (id: string, options: ResumeOptions) => {
      const { resumeCommand } = await import('./commands/resume.ts')
      finish(await resumeCommand(id, options, terminal))
    })

  const runs = command('runs', 'list, show, export and prune the runs that are kept').helpCommand(false)
  runs
    .command('list', { isDefault: true })
    .description('list them')
    .option('--runs <folder>', RUNS_FOLDER)
    .option('--json', 'one JSON value on standard output')
    .action(async (options: ListOptions) => {
      const { listRunsCommand } = await import('./commands/runs-list.ts')
      finish(listRunsCommand(options, terminal))
    })
  runs
    .command('show')
    .description('show what one of them was asked, did and came to')
    .argument('<id>', 'the name of the run')
    .option('--runs <folder>', RUNS_FOLDER)
    .option('--json', 'one JSON value on standard output')
    .action(async (id: string, options: ListOptions) => {
      const { showRunCommand } = await import('./commands/runs-show.ts')
      finish(showRunCommand(id, options, terminal))
    })
  runs
    .command('export')
    .description('write every event of one of them')
    .argument('<id>', 'the name of the run')
    .addOption(
      new Option('--format <format>', 'jsonl, as --trace writes it, or parquet').choices(['jsonl', 'parquet']).default('jsonl'),
    )
    .option('-o, --out <file>', 'the file (standard output)')
    .option('--runs <folder>', RUNS_FOLDER)
    .action(async (id: string, options: ExportOptions) => {
      const { exportRunCommand } = await import('./commands/runs-export.ts')
      finish(await exportRunCommand(id, options, terminal))
    })
  runs
    .command('prune')
    .description('delete finished ones')
    .option('--older-than <age>', 'only those untouched for so long: 30d, 12h', age)
    .option('--keep <n>', 'all but the n touched last', wholeNumber)
    .option('--unfinished', 'unfinished ones too, which then cannot be gone on with')
    .option('--runs <folder>', RUNS_FOLDER)
    .option('--json', 'one JSON value on standard output')
    .action(async (options: PruneOptions) => {
      const { pruneRunsCommand } = await import('./commands/runs-prune.ts')
      finish(pruneRunsCommand(options, terminal))
    })

  command('trace', 'print a recorded run as a tree, with the calls that its time went to')
    .argument('<file>', 'a trace that mas run --trace wrote')
    .option('--task <id>', 'the run of this task')
    .option('--json', 'one JSON value on standard output')
    .action(async (file: string, options: TraceOptions) => {
      const { traceCommand } = await import('./commands/trace.ts')
      finish(traceCommand(file, options, terminal))
    })

  command('eval', 'run scripts for the tasks of a file, score them, and set them side by side')
    .argument('<file...>', 'scripts (.mas), graphs (.json); FILE#WORKFLOW names another workflow than main')
    .requiredOption('--tasks <file>', 'lines {"id", "input": {…}, "expected"}')
    .option('--scorer <name>', SCORER)
    .option('--scorer-option <name=value>', SCORER_OPTION, collect)
    .option('--repeat <n>', 'runs of each script for each task (1)', positiveNumber)
    .option('--model <slot=spec>', 'the model behind a slot: openai:MODEL@BASE_URL, embedded:NAME, replay:FILE', collect)
    .option('--seed <n>', 'the seed of the first repeat', wholeNumber)
    .option('--config <file>', 'the configuration (mas.config.json beside the script, or here)')
    .option('--concurrency <n>', 'runs at the same time (16)', positiveNumber)
    .option('--cache <folder>', 'answer what was asked before from this folder')
    .option('--out <folder>', 'keep the results there, and make those that are missing')
    .option('--json', 'one JSON value on standard output')
    .action(async (files: readonly string[], options: EvalOptions) => {
      const { evalCommand } = await import('./commands/eval.ts')
      finish(await evalCommand(files, options, terminal))
    })

  command('design', 'have a model write a script for a task')
    .argument('<task>', 'what the script is for, in words; @FILE reads them from a file')
    .requiredOption('--model <spec>', 'the model that designs: openai:MODEL@BASE_URL')
    .option('--server <kind>', 'its server, where it takes a grammar: vllm, sglang, llama.cpp')
    .option('--signature <text>', 'what main takes and gives, as in "(task: string) -> string"')
    .option('--budget <limits>', 'what a run may cost at most, as in calls=20,depth=5')
    .option('--repairs <n>', 'how often findings go back to the model (2)', wholeNumber)
    .option('--candidates <n>', 'scripts to have written; the best on --tasks is kept (1)', positiveNumber)
    .option('--tasks <file>', 'lines {"id", "input": {…}, "expected"} to compare candidates on')
    .option('--scorer <name>', SCORER)
    .option('--scorer-option <name=value>', SCORER_OPTION, collect)
    .option('--executor <slot=spec>', 'the model behind a slot of the script (the one that designs)', collect)
    .option('--run', 'run the script at once')
    .option('--input <name=value>', 'an input of that run', collect)
    .option('--max-tokens <n>', 'completion tokens of one attempt (4096)', positiveNumber)
    .option('--seed <n>', 'the seed', wholeNumber)
    .option('--config <file>', 'the configuration (mas.config.json here)')
    .option('--cache <folder>', 'answer what was asked before from this folder')
    .option('-o, --out <file>', 'write the script to a file')
    .option('--trace <file>', 'write every attempt, and the run, as JSON lines')
    .option('--json', 'one JSON value on standard output')
    .action(async (task: string, options: DesignCommandOptions) => {
      const { designCommand } = await import('./commands/design.ts')
      finish(await designCommand(task, options, terminal))
    })

  command('doctor', "find out what a model's server can do, by asking it")
    .argument('<spec>', 'such as openai:qwen3:8b@http://localhost:11434/v1')
    .option('--key-environment <name>', 'the environment variable with the key (OPENAI_API_KEY)')
    .option('--timeout <seconds>', 'for each question (60)', positiveNumber)
    .option('--json', 'one JSON value on standard output')
    .action(async (spec: string, options: DoctorOptions) => {
      const { doctorCommand } = await import('./commands/doctor.ts')
      finish(await doctorCommand(spec, options, terminal))
    })

  command('serve', 'serve a checkpoint of the package as a model server of this machine')
    .argument('<spec>', 'embedded:NAME')
    .option('--port <n>', 'the port; 0 takes a free one', wholeNumber, 8080)
    .action(async (spec: string, options: ServeCommandOptions) => {
      const { serveCommand } = await import('./commands/serve.ts')
      finish(await serveCommand(spec, options, terminal))
    })

  command('grammar', 'print the grammar, for editors, readers, and engines that constrain what a model writes')
    .requiredOption('--format <format>', 'ebnf, gbnf, lark, textmate or railroad')
    .option('--for <file>', 'only a workflow `main` behind the declarations of this script, and only their names')
    .option('-o, --out <file>', 'write it to a file')
    .action(async (options: GrammarOptions) => {
      const { grammarCommand } = await import('./commands/grammar.ts')
      finish(grammarCommand(options, terminal))
    })

  command('demo', 'train a small designer and small executors, offline, and compare ways of training them')
    .option('--seed <n>', 'the seed of the run (1)', wholeNumber)
    .option('--out <folder>', 'the run folder (runs/demo-seed-N)')
    .option('--backend <name>', 'auto, tfjs-node, wasm or cpu', 'auto')
    .option('--arms <names>', 'arms to train, separated by commas (all)')
    .action(async (options: DemoOptions) => {
      const { demoCommand } = await import('./commands/demo.ts')
      finish(await demoCommand(options, terminal))
    })

  command('experiment', 'run a comparison over several seeds; without a name, list them')
    .argument('[name]', 'the experiment')
    .option('--seeds <n>', 'seeds 1 to n (5)', wholeNumber)
    .option('--out <folder>', 'where results go, and are found again (runs/experiment-NAME)')
    .option('--backend <name>', 'auto, tfjs-node, wasm or cpu', 'auto')
    .option('--jobs <n>', 'processes at a time (2, or as many as there are cores)', wholeNumber)
    .option('--json', 'one JSON value on standard output')
    .action(async (name: string | undefined, options: ExperimentCommandOptions) => {
      const { experimentCommand } = await import('./commands/experiment.ts')
      finish(await experimentCommand(name, options, terminal))
    })

  command('credit', 'measure every credit estimator on small programs whose exact gradients are known')
    .option('--program <name>', 'this program only (all)')
    .option('--executions <n>', 'executions of each design that are compared (4)', wholeNumber)
    .addOption(new Option('--normalisation <name>', 'how rewards are compared (mean)').choices(['mean', 'mean_and_deviation']))
    .addOption(new Option('--weighting <name>', 'how calls are weighted (trajectory)').choices(['execution', 'call', 'trajectory']))
    .option('--seed <n>', 'of what is drawn (1)', wholeNumber)
    .option('--json', 'one JSON value on standard output')
    .action(async (options: CreditCommandOptions) => {
      const { creditCommand } = await import('./commands/credit.ts')
      finish(await creditCommand(options, terminal))
    })

  command('families', 'measure which designs pay on families of tasks; without a name, list them')
    .argument('[name...]', 'families')
    .option('--slips <share>', 'share of the replies that is wrong where it could be right (0.02)', share)
    .addOption(new Option('--embedded', 'measure with small executors after their supervised start').conflicts('slips'))
    .option('--seed <n>', 'of tasks, luck and executors (1)', wholeNumber)
    .option('--backend <name>', 'auto, tfjs-node, wasm or cpu', 'auto')
    .action(async (names: readonly string[], options: FamiliesOptions) => {
      const { familiesCommand } = await import('./commands/families.ts')
      finish(await familiesCommand(names, options, terminal))
    })

  command('train', 'train designer and executors by a configuration')
    .argument('<file>', 'a training configuration (.json); {} leaves everything at its default')
    .option('--out <folder>', 'the run folder (runs/NAME-seed-N)')
    .option('--seed <n>', "the seed of the run, in place of the file's", wholeNumber)
    .option('--backend <name>', "auto, tfjs-node, wasm or cpu, in place of the file's")
    .option('--tasks <file>', 'lines {"id", "input": {…}, "expected"}, in place of tasks.families')
    .option('--scorer <name>', SCORER)
    .option('--scorer-option <name=value>', SCORER_OPTION, collect)
    .option('--agents <file>', 'agents and a workflow main (.mas) that designs are made with')
    .option('--model <slot=spec>', 'a model that answers for the agents, frozen: openai:MODEL@BASE_URL, embedded:NAME', collect)
    .option('--config <file>', 'the run configuration with models, prices and limits')
    .option('--cache <folder>', 'answer what was asked before from this folder')
    .option('--resume', 'go on with the run of the folder')
    .action(async (file: string, options: TrainOptions) => {
      const { trainCommand } = await import('./commands/train.ts')
      finish(await trainCommand(file, options, terminal))
    })

  command('report', 'write the page of a training run or of an experiment, with its curves')
    .argument('<folder>', 'the folder of the run, or of the experiment')
    .option('-o, --output <file>', 'the page (report.html in the folder)')
    .action(async (folder: string, options: ReportOptions) => {
      const { reportCommand } = await import('./commands/report.ts')
      finish(await reportCommand(folder, options, terminal))
    })

  return program
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError('It must be a whole number, 0 or more.')
  return value
}

function share(text: string): number {
  if (!/^(?:0|1|0?\.[0-9]+)$/.test(text)) throw new InvalidArgumentError('It must be a number from 0 to 1.')
  return Number(text)
}

function positiveNumber(text: string): number {
  if (wholeNumber(text) === 0) throw new InvalidArgumentError('It must be a whole number, 1 or more.')
  return wholeNumber(text)
}

const RUNS_FOLDER = 'where runs are kept (.mas/runs)'

const SCORER = 'how results are scored: exact, numeric, math, code, schema, or a file with a function (./my-scorer.mjs)'
const SCORER_OPTION = 'an option of that scorer, as in tolerance=0.01'

const survive = (): Option =>
  new Option('--survive <what>', 'what a finished call survives (process)').choices(['process', 'power-loss'])

const SECONDS = { d: 86_400, h: 3_600, m: 60 } as const

/** `30d`, `12h` or `45m`, in seconds. */
function age(text: string): number {
  const [, count, unit] = /^(\d{1,6})([dhm])$/.exec(text) ?? []
  if (count === undefined || (unit !== 'd' && unit !== 'h' && unit !== 'm')) {
    throw new InvalidArgumentError('It must be a number of days, hours or minutes: 30d, 12h or 45m.')
  }
  return Number(count) * SECONDS[unit]
}

const collect = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value]
