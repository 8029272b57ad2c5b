import { createToken, Lexer, type TokenType } from 'chevrotain'

function symbol(name: string, text: string): TokenType {
  return createToken({ name, pattern: text, label: `\`${text}\`` })
}

export const OpenBrace = symbol('OpenBrace', '{')
export const CloseBrace = symbol('CloseBrace', '}')
export const OpenParenthesis = symbol('OpenParenthesis', '(')
export const CloseParenthesis = symbol('CloseParenthesis', ')')
export const OpenBracket = symbol('OpenBracket', '[')
export const CloseBracket = symbol('CloseBracket', ']')
export const Comma = symbol('Comma', ',')
export const Colon = symbol('Colon', ':')
export const Semicolon = symbol('Semicolon', ';')
export const Ellipsis = symbol('Ellipsis', '...')
export const Dot = symbol('Dot', '.')
export const Arrow = symbol('Arrow', '->')
export const FatArrow = symbol('FatArrow', '=>')
export const Equal = symbol('Equal', '==')
export const NotEqual = symbol('NotEqual', '!=')
export const LessEqual = symbol('LessEqual', '<=')
export const GreaterEqual = symbol('GreaterEqual', '>=')
export const Less = symbol('Less', '<')
export const Greater = symbol('Greater', '>')
export const Assign = symbol('Assign', '=')
export const Plus = symbol('Plus', '+')
export const Minus = symbol('Minus', '-')
export const Star = symbol('Star', '*')
export const Slash = symbol('Slash', '/')
export const Percent = symbol('Percent', '%')
export const Default = symbol('Default', '??')
export const Question = symbol('Question', '?')

export const Numeric = createToken({ name: 'Numeric', pattern: Lexer.NA, label: 'a number' })
export const Decimal = createToken({
  name: 'Decimal',
  pattern: /\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)/,
  categories: [Numeric],
  label: 'a number',
})
export const Integer = createToken({ name: 'Integer', pattern: /\d+/, categories: [Numeric], label: 'a whole number' })

export const numberTokens: readonly TokenType[] = [Decimal, Integer, Numeric]

/** Longer symbols stand before their beginnings; braces are left out, they differ from mode to mode. */
export const symbolTokens: readonly TokenType[] = [
  OpenParenthesis, CloseParenthesis, OpenBracket, CloseBracket, Comma, Colon, Semicolon, Ellipsis, Dot, Arrow, FatArrow,
  Equal, NotEqual, LessEqual, GreaterEqual, Less, Greater, Assign, Plus, Minus, Star, Slash, Percent, Default, Question,
]
