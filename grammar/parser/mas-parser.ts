import type { IToken } from 'chevrotain'
import type { SyntaxProblem } from '../problems.ts'
import type { Declaration, ImportDeclaration, SourceFile } from '../syntax/index.ts'
import { DeclarationRules } from './declaration-rules.ts'

/** What one reading of a file gives. */
export interface Reading {
  readonly file: SourceFile
  readonly problems: readonly SyntaxProblem[]
  readonly skippedNames: ReadonlySet<string>
}

/** The parser of the language. One instance reads any number of files, one after another. */
export class MasParser extends DeclarationRules {
  private documentation: (offset: number) => string | null = () => null

  /** file = { import } { declaration } ; */
  readonly file = this.RULE('file', (): SourceFile => {
    const imports: ImportDeclaration[] = []
    const declarations: Declaration[] = []
    this.MANY(() => { imports.push(this.SUBRULE(this.importDeclaration)) })
    this.MANY2(() => { declarations.push(this.SUBRULE(this.declaration)) })
    return { kind: 'file', imports, declarations, range: { start: 0, end: this.source.length } }
  })

  constructor(options: { readonly skipValidations: boolean } = { skipValidations: true }) {
    super(options)
    this.performSelfAnalysis()
  }

  /** Reads a whole file from its tokens. */
  read(source: string, tokens: IToken[], documentation: (offset: number) => string | null): Reading {
    this.documentation = documentation
    this.startOver(source, tokens)
    const file = this.file()
    const found = this.errors.map((error): SyntaxProblem => ({
      kind: 'unexpected',
      range: this.rangeOf(error.token),
      details: { found: error.token.image, expected: error.message },
    }))
    return { file, problems: [...this.noted, ...found], skippedNames: this.skippedNames }
  }

  protected override documentationBefore(offset: number): string | null {
    return this.documentation(offset)
  }
}
