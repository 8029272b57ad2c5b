import { IndentationText, Project, QuoteKind } from 'ts-morph'
import type { SourceFile } from 'ts-morph'
import type { CompiledFile } from '../compile/index.ts'
import type { Graph } from '../graph/index.ts'
import { writeWorkflowBody } from './block-writer.ts'
import { definitionNames } from './definition-names.ts'
import type { DefinitionNames } from './definition-names.ts'
import { Identifiers, objectText, upperFirst } from './identifiers.ts'
import { stringLiteral } from './literals.ts'
import { TypeTexts } from './type-texts.ts'
import type { EmittedType } from './type-texts.ts'
import { writeDefinition } from './write-definition.ts'

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
export function emitModule(compiled: CompiledFile, graphs: readonly Graph[], options: ModuleOptions): string {
  const { program } = compiled
  if (program === null) throw new Error('a file with a graph was read')
  const project = new Project({ useInMemoryFileSystem: true, manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single } })
  const file = project.createSourceFile('module.ts')
  const identifiers = new Identifiers()
  const workflows = graphs.map((graph) => ({
    graph,
    identifier: identifiers.take(graph.workflow),
    inputs: identifiers.take(`${upperFirst(graph.workflow)}Inputs`),
  }))
  const typeTexts = new TypeTexts(program, identifiers)
  const definitions = definitionNames(graphs, identifiers)
  const constants = definitions.constants.map((emitted) => [emitted.identifier, writeDefinition(emitted, typeTexts)] as const)
  const functions = workflows.map(({ graph, inputs, identifier }) => ({
    graph,
    inputs,
    identifier,
    fields: graph.parameters.map(({ name, type }) => ({ name, type: typeTexts.typeText(type) })),
    result: typeTexts.typeText(graph.result),
    call: workflowCall(graph, definitions, typeTexts, inputs, identifiers),
  }))
  file.addImportDeclaration({ moduleSpecifier: 'maslang/runtime', namedImports: [{ name: 'emitted', alias: 'mas' }] })
  for (const type of typeTexts.emitted) addType(file, type)
  for (const [name, initializer] of constants) file.addStatements(`\nconst ${name} = ${initializer}`)
  for (const { graph, inputs, identifier, fields, result, call } of functions) {
    file.addInterface({
      name: inputs,
      isExported: true,
      docs: [`What \`${graph.workflow}\` takes.`],
      properties: fields.map(({ name, type }) => ({ name, type, isReadonly: true })),
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
      returnType: `Promise<mas.ModuleResult<${result}>>`,
      statements: call,
    })
  }
  const header = [
    `// Generated from ${oneLine(compiled.path)} by maslang ${options.version}. Do not edit it: change the script, then run`,
    `//   ${oneLine(options.command)}`,
    '',
  ]
  return `${header.join('\n')}${file.getFullText().replace(/^\n+/, '')}`
}

function addType(file: SourceFile, { name, documentation, exported, type, text, isInterface, value }: EmittedType): void {
  const docs = documentation === null ? [] : [commentText(documentation)]
  if (isInterface && type.kind === 'record' && type.fields.every((field) => /^(?!__proto__$)/.test(field.name))) {
    const members = text.slice(2, -2).split('; ').map((member) => `  ${member}`).join('\n')
    file.addStatements(`\n${docs.map((doc) => `/** ${doc} */\n`).join('')}export interface ${name} {\n${members}\n}`)
  } else {
    file.addTypeAlias({ name, isExported: true, docs, type: text })
  }
  file.addStatements(`${exported ? 'export ' : ''}const ${name} = ${value}`)
}

function workflowCall(
  graph: Graph,
  definitions: DefinitionNames,
  typeTexts: TypeTexts,
  inputs: string,
  identifiers: Identifiers,
): string {
  const names = definitions.byGraph.get(graph)
  if (names === undefined) throw new Error('every graph has its definitions')
  const calls = [...names.agents.values(), ...names.tools.values()]
  const own = graph.budgets.find(({ path }) => path === graph.workflow)
  const limits = own === undefined ? [] : [own.tokens === null ? [] : [`tokens: ${own.tokens}`], own.seconds === null ? [] : [`seconds: ${own.seconds}`]]
  const about: (readonly [string, string])[] = [
    ['workflow', stringLiteral(graph.workflow)],
    ['file', stringLiteral(graph.file)],
    ['parameters', typeTexts.fieldsText(graph.parameters)],
    ['calls', `[${[...new Set(calls)].join(', ')}]`],
  ]
  if (own !== undefined) about.push(['budget', `{ ${limits.flat().join(', ')} }`])
  const code = writeWorkflowBody({ graph, typeTexts, agents: names.agents, tools: names.tools }, [inputs], identifiers)
  return `const workflow = ${objectText(about)}\nreturn mas.runModule(workflow, inputs, settings, ${code})`
}

/** A file's name may hold line breaks; the comment that tells it may not end with it. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029]/g, ' ')

/** A documentation comment may not end early. */
const commentText = (documentation: string): string => documentation.replaceAll('*/', '* /')
