// A model that is bound to a grammar would otherwise write white space, digits or braces for ever.

/** White space and comments between two tokens. */
export const mostWhiteSpace = 200
/** White space in an insertion of a `"…"`. */
export const mostBlanks = 20
export const longestComment = 500
/** Of a name, without its first character. */
export const longestName = 63
/** Digits before and after the point; the greatest whole number that is kept exactly has 16. */
export const mostDigits = 15
/** Digits of an exponent: with them every number is finite. */
export const mostExponentDigits = 2
/** `{` in a row before what an insertion is made of, and quotes in a row at the end of a text. */
export const longestRun = 8
/** Quotes, backslashes and braces in a row, in groups. */
export const mostSigns = 16
