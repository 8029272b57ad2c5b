import { Project } from 'ts-morph'
import type { SourceFile } from 'ts-morph'
import type { CompiledFile } from '../compile/index.ts'
import type { Graph } from '../graph/index.ts'
import { definitionNames } from './definition-names.ts'
import { formatModule } from './format-module.ts'
import { Identifiers, upperFirst } from './identifiers.ts'
import { TypeTexts } from './type-texts.ts'
import type { EmittedType } from './type-texts.ts'
import { writeDefinition } from './write-definition.ts'
import { writeFunction } from './write-function.ts'

export interface ModuleOptions {
  /** The version of the compiler that the module says it was made by. */
  readonly version: string
  /** The command line that makes the module again. */
  readonly command: string
}

/**
 * The workflows of a compiled file without errors as one TypeScript module over `maslang/runtime`: what each says is what its
 * graph says, written as statements.
 */
export function emitModule(compiled: CompiledFile, graphs: readonly Graph[], options: ModuleOptions): Promise<string> {
  const { program } = compiled
  if (program === null) throw new Error('a file with a graph was read')
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile('module.ts')
  const identifiers = new Identifiers()
  const names = graphs.map((graph) => ({
    graph,
    identifier: identifiers.take(graph.workflow),
    inputs: identifiers.take(`${upperFirst(graph.workflow)}Inputs`),
  }))
  const typeTexts = new TypeTexts(program, identifiers)
  const definitions = definitionNames(graphs, identifiers)
  const constants = definitions.constants.map((emitted) => {
    const { documentation } = emitted.definition
    return `${documentText(documentation)}const ${emitted.identifier} = ${writeDefinition(emitted, typeTexts)}`
  })
  const workflows = names.map(({ graph, identifier, inputs }): EmittedWorkflow => {
    const { agents, tools } = definitions.ofGraph(graph)
    return { graph, identifier, inputs, statements: writeFunction({ graph, typeTexts, agents, tools }, inputs, identifiers) }
  })
  file.addImportDeclaration({ moduleSpecifier: 'maslang/runtime', namedImports: [{ name: 'emitted', alias: 'mas' }] })
  // Types are known once everything that names them is written.
  for (const type of typeTexts.emitted) addType(file, type)
  for (const constant of constants) file.addStatements(`\n${constant}`)
  for (const workflow of workflows) addWorkflow(file, workflow, typeTexts)
  return formatModule(`${headerText(compiled.path, options)}\n\n${file.getFullText()}`)
}

interface EmittedWorkflow {
  readonly graph: Graph
  readonly identifier: string
  /** The name of the type of what it takes. */
  readonly inputs: string
  readonly statements: string
}

function addType(file: SourceFile, { name, documentation, exported, fields, text, value }: EmittedType): void {
  const docs = documentation === null ? [] : [commentText(documentation)]
  if (fields === null) file.addTypeAlias({ name, isExported: true, docs, type: text })
  else file.addInterface({ name, isExported: true, docs, properties: [...fields] })
  file.addStatements(`${exported ? 'export ' : ''}const ${name} = ${value}`)
}

function addWorkflow(file: SourceFile, { graph, identifier, inputs, statements }: EmittedWorkflow, typeTexts: TypeTexts): void {
  file.addInterface({
    name: inputs,
    isExported: true,
    docs: [`What \`${graph.workflow}\` takes.`],
    properties: [...typeTexts.propertiesOf(graph.parameters)],
  })
  file.addFunction({
    name: identifier,
    isExported: true,
    isAsync: true,
    docs: [graph.documentation === null ? `Runs the workflow \`${graph.workflow}\`.` : commentText(graph.documentation)],
    parameters: [
      { name: 'inputs', type: inputs },
      { name: 'settings', type: 'mas.ModuleSettings' },
    ],
    returnType: `Promise<mas.ModuleResult<${typeTexts.typeText(graph.result)}>>`,
    statements,
  })
}

/** Whether a file's text is a module that was emitted before. */
export const isEmittedModule = (text: string): boolean => /^\/\/ Generated from .* by maslang /.test(text)

const headerText = (path: string, { version, command }: ModuleOptions): string =>
  [
    `// Generated from ${oneLine(path)} by maslang ${version}. Do not edit it: change the script, then run`,
    `//   ${oneLine(command)}`,
  ].join('\n')

/** A file's name may hold line breaks; the comment that tells it may not end with it. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029]/g, ' ')

/** A documentation comment before a declaration that ts-morph is not asked to write. */
function documentText(documentation: string | null): string {
  if (documentation === null) return ''
  const lines = commentText(documentation).split('\n')
  if (lines.length === 1) return `/** ${lines.join('')} */\n`
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`
}

/** A documentation comment may not end early. */
const commentText = (documentation: string): string => documentation.replaceAll('*/', '* /')
