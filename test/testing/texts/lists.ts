import type { CharacterGrammar, GrammarExpression } from '../../../grammar/export/index.ts'

const literal = (text: string): GrammarExpression => ({ kind: 'literal', text })
export const rule = (name: string): GrammarExpression => ({ kind: 'rule', name })

/** Numbers in brackets, and in brackets in brackets: `[1,[2]]`. */
export const lists: CharacterGrammar = {
  start: 'list',
  rules: new Map<string, GrammarExpression>([
    ['list', { kind: 'sequence', items: [literal('['), rule('item'), { kind: 'repetition', item: rule('more'), minimum: 0, maximum: null }, literal(']')] }],
    ['more', { kind: 'sequence', items: [literal(','), rule('item')] }],
    ['item', { kind: 'choice', options: [rule('list'), rule('digit')] }],
  ]),
  lexemes: new Map<string, GrammarExpression>([['digit', { kind: 'characters', ranges: [['1', '9']], negated: false }]]),
}
