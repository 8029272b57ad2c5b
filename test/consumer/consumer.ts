// Type-checked against the installed package: every subpath, under strict.
import { checkFile, type Diagnostic, type Graph } from 'maslang/compiler'
import { parse, type SourceFile } from 'maslang/grammar'
import { readGraph, type ReadGraph } from 'maslang/graph'
import { runWorkflow, type ModelClient, type RunEvent } from 'maslang/runtime'
import { wellTypedProgram, type TestProgram } from 'maslang/testing'
import { rollOut, runTraining, type RolloutTree, type TrainingExtensions } from 'maslang/trainer'

const file: SourceFile = parse('workflow main() -> string { return "x" }').file
const diagnostics: readonly Diagnostic[] = checkFile('hello.mas').diagnostics

const read: ReadGraph = readGraph('{}')

export { diagnostics, file, read, rollOut, runTraining, runWorkflow }
export type { Graph, ModelClient, RolloutTree, RunEvent, TrainingExtensions }
