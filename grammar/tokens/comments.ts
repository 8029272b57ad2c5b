import { createToken, Lexer, type TokenType } from 'chevrotain'

/** The lexer's group that comments are kept in, apart from the tokens that the parser sees. */
export const commentGroup = 'comments'

export const WhiteSpace = createToken({ name: 'WhiteSpace', pattern: /[ \t\n\r\f\uFEFF]+/, group: Lexer.SKIPPED, line_breaks: true })
/** White space in the insertion of a one-line text: a line break there ends the text. */
export const Blank = createToken({ name: 'Blank', pattern: /[ \t\f\uFEFF]+/, group: Lexer.SKIPPED })

/** Three slashes and no fourth. */
export const DocumentationComment = createToken({
  name: 'DocumentationComment',
  pattern: /\/\/\/(?!\/)[^\n\r]*/,
  group: commentGroup,
})
export const LineComment = createToken({ name: 'LineComment', pattern: /\/\/[^\n\r]*/, group: commentGroup })
export const BlockComment = createToken({
  name: 'BlockComment',
  pattern: /\/\*[^]*?\*\//,
  group: commentGroup,
  line_breaks: true,
})
/** Runs to the end of the file. */
export const UnclosedComment = createToken({ name: 'UnclosedComment', pattern: /\/\*[^]*/, group: commentGroup, line_breaks: true })

export const commentTokens: readonly TokenType[] = [DocumentationComment, LineComment, BlockComment, UnclosedComment]
