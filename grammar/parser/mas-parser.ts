import type { IToken } from 'chevrotain'
import type { ParserProblem } from '../problems/settle-problems.ts'
import type { Declaration, ImportDeclaration, SourceFile } from '../syntax/index.ts'
import { Agent, Enum, Export, Import, Semicolon, Tool, Type, Workflow } from '../tokens/index.ts'
import { DeclarationRules } from './declaration-rules.ts'
import { wordsOf, type EntryKind } from './entries.ts'
import { NotPlain } from './reporting-parser.ts'

/** What one reading of a file gives. */
export interface Reading {
  readonly file: SourceFile
  readonly problems: readonly ParserProblem[]
  readonly skippedNames: ReadonlySet<string>
}

type DocumentationLookup = (offset: number) => string | null

const noNames: ReadonlySet<string> = new Set()
const declarationTokens = [Import, Export, Type, Enum, Tool, Agent, Workflow]

/** The parser of the language. One instance reads any number of files, one after another. */
export class MasParser extends DeclarationRules {
  private documentation: DocumentationLookup = () => null

  private readonly declarationEntry: EntryKind = {
    expected: 'a declaration',
    words: wordsOf(declarationTokens),
    enclosed: false,
    opens: (ahead) => this.seesOne(declarationTokens, ahead),
    resumes: (ahead) => this.atDeclaration(ahead),
  }

  /** file = { import } { declaration } ; */
  readonly file = this.rule('file', (): SourceFile => {
    const imports: ImportDeclaration[] = []
    const declarations: Declaration[] = []
    const read = <Entry>(entries: Entry[], entry: () => Entry): void => {
      this.forgetBraces()
      const done = this.guard(entry, this.declarationEntry.resumes)
      if (done !== null) entries.push(done)
      this.settleFile()
    }
    this.settleFile()
    this.MANY({
      MAX_LOOKAHEAD: 1,
      DEF: () => {
        this.OR([
          { ALT: () => { read(imports, () => this.SUBRULE(this.importDeclaration)) } },
          { ALT: () => { this.semicolon(1) } },
        ])
      },
    })
    this.MANY2(() => {
      this.OR2([
        { ALT: () => { read(declarations, () => this.SUBRULE(this.declaration)) } },
        { ALT: () => { read(imports, () => this.SUBRULE(this.habitLateImport)) } },
        { ALT: () => { this.semicolon(2) } },
      ])
    })
    return { kind: 'file', imports, declarations, range: { start: 0, end: this.source.length } }
  })

  private readonly habitLateImport = this.rule('habitLateImport', (): ImportDeclaration => {
    this.note({ kind: 'late_import', range: this.rangeOf(this.LA(1)), details: {} })
    return this.SUBRULE(this.importDeclaration)
  })

  constructor(options: { readonly skipValidations: boolean } = { skipValidations: true }) {
    super(options)
    this.performSelfAnalysis()
  }

  /** Reads a whole file from its tokens; `documentation` gives the comment before a place. */
  read(source: string, tokens: IToken[], documentation: DocumentationLookup): Reading {
    return this.readPlainly(source, tokens, documentation) ?? this.readCarefully(source, tokens, documentation)
  }

  /** Reads a file that has no problems; `null` where it has one. */
  readPlainly(source: string, tokens: IToken[], documentation: DocumentationLookup): Reading | null {
    this.documentation = documentation
    // A copy: Chevrotain pads what it reads, and does not undo that where a reading is given up.
    this.startOver(source, [...tokens], true)
    try {
      const file = this.file()
      return this.errors.length === 0 ? { file, problems: [], skippedNames: noNames } : null
    } catch (error) {
      if (error instanceof NotPlain) return null
      throw error
    }
  }

  /** Reads whatever can be read. */
  readCarefully(source: string, tokens: IToken[], documentation: DocumentationLookup): Reading {
    this.documentation = documentation
    this.startOver(source, tokens, false)
    const file = this.file()
    return { file, problems: this.problemsFound(), skippedNames: this.namesSkipped() }
  }

  protected override documentationBefore(offset: number): string | null {
    return this.documentation(offset)
  }

  private semicolon(index: number): void {
    this.consume(index, Semicolon)
    this.settleFile()
  }

  /** A closing brace too many is skipped here: no block is left that it could close. */
  private settleFile(): void {
    if (!this.isCareful()) return
    if (this.hasBraceTrouble()) this.skipUntil((ahead) => this.sees(Semicolon, ahead))
    else this.settle(this.declarationEntry)
  }
}
