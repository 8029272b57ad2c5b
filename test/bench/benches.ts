import type { BenchResult, CannotRun } from './result.ts'

/** A benchmark that can be named. */
export interface Bench {
  readonly name: string
  readonly about: string
  /** Loads its code; what one benchmark needs is not loaded for another. */
  readonly load: () => Promise<{ readonly run: () => Running }>
}

type Running = BenchResult | CannotRun | Promise<BenchResult | CannotRun>

export const benches: readonly Bench[] = [
  { name: 'check', about: 'the front end on a typical script of 40 lines', load: () => import('./benches/check.ts') },
  { name: 'large-file', about: 'the front end on a file of 5,000 lines', load: () => import('./benches/large-file.ts') },
  {
    name: 'parser-construction',
    about: 'building a parser, first thing in a process',
    load: () => import('./benches/parser-construction.ts'),
  },
  { name: 'process', about: '`mas check` of one file as a process', load: () => import('./benches/process.ts') },
  { name: 'memory', about: 'the heap after 10,000 different scripts', load: () => import('./benches/memory.ts') },
  { name: 'peers', about: 'whether the peers read the same programs', load: () => import('./benches/peers.ts') },
  { name: 'engine', about: 'training and sampling steps of the numeric engine', load: () => import('./benches/engine.ts') },
  { name: 'emitted-modules', about: 'what modules of `mas compile` cost the TypeScript checker', load: () => import('./benches/emitted-modules.ts') },
  { name: 'runtime', about: 'what the interpreter adds to a call, beside LangGraph.js and Mastra', load: () => import('./benches/runtime.ts') },
  { name: 'first-request', about: 'how long it takes until a model is asked', load: () => import('./benches/first-request.ts') },
  { name: 'journal', about: 'what keeping a run in a journal costs a call', load: () => import('./benches/journal.ts') },
  { name: 'many-runs', about: '5,000 runs at once over one server', load: () => import('./benches/many-runs.ts') },
  { name: 'derivation', about: 'deriving random designs', load: () => import('./benches/derivation.ts') },
]
