import type { IOrAlt } from 'chevrotain'
import type {
  AgentDeclaration, Declaration, ImportDeclaration, Name, Parameter, StringLiteral, TypeExpression,
} from '../syntax/index.ts'
import {
  Agent, Arrow, Assign, BlockTextOpen, CloseBrace, CloseParenthesis, Colon, Enum, Export, FatArrow, From, Greater,
  Identifier, Import, Less, LineTextOpen, OpenBrace, OpenParenthesis, Pure, Static, Tool, Type, Word, Workflow,
} from '../tokens/index.ts'
import { SettingRules } from './setting-rules.ts'

/** What a declaration's own rule reads; `export`, the comment before it and the whole range are added around it. */
type Declared = Declaration extends infer Each ? Each extends Declaration ? Omit<Each, keyof Around> : never : never
type Around = Pick<Declaration, 'exported' | 'documentation' | 'range' | 'damaged'>

export abstract class DeclarationRules extends SettingRules {
  /** import = "import" "{" name { "," name } [ "," ] "}" "from" STRING ; */
  protected readonly importDeclaration = this.rule('importDeclaration', (): ImportDeclaration => {
    const start = this.mark()
    this.CONSUME(Import)
    this.CONSUME(OpenBrace)
    const names = this.oneOrMore(1, this.declaredName, [Identifier])
    this.close(1, CloseBrace, '`,` or `}`')
    const from = this.SUBRULE(this.origin)
    return { kind: 'import', names, from, range: this.rangeFrom(start) }
  })

  private readonly declarationChoices: IOrAlt<Declared>[] = [
    { ALT: () => this.SUBRULE(this.typeDeclaration) },
    { ALT: () => this.SUBRULE(this.enumDeclaration) },
    { ALT: () => this.SUBRULE(this.toolDeclaration) },
    { ALT: () => this.SUBRULE(this.agentDeclaration) },
    { ALT: () => this.SUBRULE(this.workflowDeclaration) },
  ]

  /** declaration = [ "export" ] ( type_decl | enum_decl | tool_decl | agent_decl | workflow_decl ) ; */
  protected readonly declaration = this.rule('declaration', (): Declaration => {
    const start = this.mark()
    const documentation = this.documentationBefore(start)
    const exported = this.OPTION(() => this.CONSUME(Export)) !== undefined
    const declared = this.OR(this.declarationChoices)
    return { ...declared, exported, documentation, range: this.rangeFrom(start), damaged: false }
  })

  /** type_decl = "type" Name "=" type ; */
  private readonly typeDeclaration = this.rule('typeDeclaration', (): Declared => {
    this.CONSUME(Type)
    const name = this.SUBRULE(this.declaredName)
    this.CONSUME(Assign)
    return { kind: 'type', name, type: this.SUBRULE(this.type) }
  })

  /** enum_decl = "enum" Name "{" name { "," name } [ "," ] "}" ; */
  private readonly enumDeclaration = this.rule('enumDeclaration', (): Declared => {
    this.CONSUME(Enum)
    const name = this.SUBRULE(this.declaredName)
    this.CONSUME(OpenBrace)
    const members = this.oneOrMore(1, this.declaredName, [Identifier])
    this.close(1, CloseBrace, '`,` or `}`')
    return { kind: 'enum', name, members }
  })

  /** tool_decl = "tool" name params "->" type "from" STRING [ "pure" ] ; */
  private readonly toolDeclaration = this.rule('toolDeclaration', (): Declared => {
    this.CONSUME(Tool)
    const name = this.SUBRULE(this.declaredName)
    const parameters = this.SUBRULE(this.parameters)
    const result = this.SUBRULE(this.result)
    const from = this.SUBRULE(this.origin)
    const pure = this.OPTION(() => this.CONSUME(Pure)) !== undefined
    return { kind: 'tool', name, parameters, result, from, pure }
  })

  /** agent_decl = "agent" Name ( params "->" type [ settings ] | "=" Name settings ) ; */
  private readonly agentDeclaration = this.rule('agentDeclaration', (): Declared => {
    this.CONSUME(Agent)
    const name = this.SUBRULE(this.declaredName)
    const rest = this.OR([
      {
        ALT: (): Pick<AgentDeclaration, 'signature' | 'settings'> => {
          const parameters = this.SUBRULE(this.parameters)
          const result = this.SUBRULE(this.result)
          const settings = this.OPTION(() => this.SUBRULE(this.settings)) ?? []
          return { signature: { kind: 'signature', parameters, result }, settings }
        },
      },
      {
        ALT: (): Pick<AgentDeclaration, 'signature' | 'settings'> => {
          this.CONSUME(Assign)
          const of = this.SUBRULE2(this.plainName)
          return { signature: { kind: 'copy', of }, settings: this.SUBRULE2(this.settings) }
        },
      },
    ])
    return { kind: 'agent', name, ...rest }
  })

  /** workflow_decl = "workflow" name [ "<" Name { "," Name } ">" ] params "->" type [ budget ] block ; */
  private readonly workflowDeclaration = this.rule('workflowDeclaration', (): Declared => {
    this.CONSUME(Workflow)
    const name = this.SUBRULE(this.declaredName)
    const typeParameters = this.OPTION(() => this.SUBRULE(this.typeParameters)) ?? []
    const parameters = this.SUBRULE(this.parameters)
    const result = this.SUBRULE(this.result)
    const budget = this.OPTION2(() => this.SUBRULE(this.budget)) ?? null
    return { kind: 'workflow', name, typeParameters, parameters, result, budget, body: this.SUBRULE(this.block) }
  })

  private readonly typeParameters = this.rule('typeParameters', (): Name[] => {
    this.CONSUME(Less)
    const names = this.oneOrMore(1, this.declaredName, [Identifier])
    this.close(1, Greater, '`,` or `>`')
    return names
  })

  /** params = "(" [ param { "," param } [ "," ] ] ")" ; */
  private readonly parameters = this.rule('parameters', (): Parameter[] => {
    this.CONSUME(OpenParenthesis)
    const parameters = this.items(1, this.parameter, [Word])
    this.close(1, CloseParenthesis, '`,` or `)`')
    return parameters
  })

  /** param = [ "static" ] name ":" type ; */
  private readonly parameter = this.rule('parameter', (): Parameter => {
    const start = this.mark()
    const isStatic = this.OPTION(() => this.CONSUME(Static)) !== undefined
    const name = this.SUBRULE(this.declaredName)
    this.CONSUME(Colon)
    const type = this.SUBRULE(this.type)
    return { kind: 'parameter', static: isStatic, name, type, range: this.rangeFrom(start) }
  })

  /** "from" STRING */
  private readonly origin = this.rule('origin', (): StringLiteral => {
    if (this.isCareful() && !this.seesOne([From, LineTextOpen, BlockTextOpen])) {
      this.noteMissing('`from`')
      return { kind: 'string_literal', value: '', range: this.nowhere() }
    }
    this.CONSUME(From)
    return this.SUBRULE(this.string)
  })

  /** "->" type */
  private readonly result = this.rule('result', (): TypeExpression => {
    if (this.isCareful() && this.seesOne([FatArrow, Colon])) {
      this.note({ kind: 'result_arrow', range: this.placeOfNext(), details: { found: this.LA(1).image } })
      this.SKIP_TOKEN()
    } else if (this.isCareful() && this.sees(OpenBrace)) {
      this.noteMissing('`->`')
      return { kind: 'missing_type', range: this.nowhere() }
    } else {
      this.CONSUME(Arrow)
    }
    if (this.seesBlock()) {
      this.noteMissing('a type')
      return { kind: 'missing_type', range: this.nowhere() }
    }
    return this.SUBRULE(this.type)
  })

  /** The `///` lines right before a place. */
  protected abstract documentationBefore(offset: number): string | null
}
