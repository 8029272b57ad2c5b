import { createToken, Lexer, type TokenType } from 'chevrotain'

/** The lexer's group that comments are kept in, apart from the tokens that the parser sees. */
export const commentGroup = 'comments'

const comment = (name: string, pattern: RegExp): TokenType =>
  createToken({ name, pattern, group: commentGroup, line_breaks: pattern.source.includes('[^]') })

export const WhiteSpace = createToken({
  name: 'WhiteSpace',
  pattern: /[ \t\n\r\f\uFEFF]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
})
/** White space in the insertion of a one-line text: a line break there ends the text. */
export const Blank = createToken({ name: 'Blank', pattern: /[ \t\f\uFEFF]+/, group: Lexer.SKIPPED })

/** Three slashes and no fourth. */
export const DocumentationComment = comment('DocumentationComment', /\/\/\/(?!\/)[^\n\r]*/)
export const LineComment = comment('LineComment', /\/\/[^\n\r]*/)
export const BlockComment = comment('BlockComment', /\/\*[^]*?\*\//)
/** Runs to the end of the file. */
export const UnclosedComment = comment('UnclosedComment', /\/\*[^]*/)
/** A comment as other languages write it; reported. */
export const HashComment = comment('HashComment', /#[^\n\r]*/)

export const commentTokens: readonly TokenType[] = [
  DocumentationComment, LineComment, BlockComment, UnclosedComment, HashComment,
]
