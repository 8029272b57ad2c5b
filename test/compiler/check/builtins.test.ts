import { describe, expect, test } from 'vitest'
import { builtins } from '../../../compiler/builtins/index.ts'
import { typeText } from '../../../compiler/types/index.ts'
import { checkSource } from './findings.ts'
import { asValue, checkRows } from './rows.ts'

/** The type of the expression, as the language writes it. */
function typeOf(expression: string): string {
  const { program, diagnostics } = checkSource(asValue(expression))
  expect(diagnostics).toEqual([])
  const workflow = program?.entry.file.declarations.find((declaration) => declaration.name.text === 'main')
  const statement = workflow?.kind === 'workflow' ? workflow.body.statements[0] : undefined
  const type = statement?.kind === 'binding' ? program?.entry.facts.types.get(statement.value) : undefined
  return type === undefined ? 'no type' : typeText(type)
}

const draft = '{ answer: string, score: int, note: string? }'

describe('results of builtins', () => {
  const rows: readonly (readonly [expression: string, type: string])[] = [
    ['vote(words)', 'string'],
    ['vote(drafts, .answer)', draft],
    ['vote(drafts)', draft],
    ['best(drafts, .score)', draft],
    ['best([1, 2])', 'int'],
    ['sort(few)', 'string[3]'],
    ['sort(drafts, .answer)', `${draft}[4]`],
    ['where(each d in drafts { yield d.score > 1 })', 'bool[4]'],
    ['count(each d in drafts { yield d.score > 1 })', 'int'],
    ['any([sure])', 'bool'],
    ['all([sure])', 'bool'],
    ['present([hint, none])', 'string[2]'],
    ['present(words)', 'string[]'],
    ['len(words)', 'int'],
    ['len(task)', 'int'],
    ['first(words, 3)', 'string[3]'],
    ['first(few, 2)', 'string[2]'],
    ['first(few, 9)', 'string[3]'],
    ['first(few, count)', 'string[3]'],
    ['first(words, count)', 'string[]'],
    ['last(few)', 'string'],
    ['concat(few, few)', 'string[6]'],
    ['concat(few, words)', 'string[]'],
    ['concat(few, [])', 'string[3]'],
    ['concat([1], [0.5])', 'number[2]'],
    ['flatten([few, few])', 'string[6]'],
    ['flatten([words])', 'string[]'],
    ['chunk(few, 2)', 'string[2][3]'],
    ['chunk(words, count)', 'string[][]'],
    ['range(4)', 'int[4]'],
    ['sum([1, 2])', 'int'],
    ['sum([1, 0.5])', 'number'],
    ['mean([1, 2])', 'number'],
    ['min([1, 2])', 'int'],
    ['max(1, 0.5)', 'number'],
    ['max(count, 2)', 'int'],
    ['round(ratio)', 'int'],
    ['abs(count)', 'int'],
    ['abs(ratio)', 'number'],
    ['number(task)', 'number?'],
    ['int(task)', 'int?'],
    ['text(draft)', 'string'],
    ['json(words)', 'string'],
    ['lines(task)', 'string[]'],
    ['split(task, ",")', 'string[]'],
    ['chunks(task, 4000)', 'string[]'],
    ['join(words, ", ")', 'string'],
    ['join([1, 2], ", ")', 'string'],
    ['trim(task)', 'string'],
    ['lower(task)', 'string'],
    ['replace(task, "a", "b")', 'string'],
    ['contains(task, "a")', 'bool'],
  ]
  test.each(rows)('%s is %s', (expression, type) => {
    expect(typeOf(expression)).toBe(type)
  })

  test('every builtin is tried', () => {
    const tried = new Set(rows.map(([expression]) => expression.slice(0, expression.indexOf('('))))
    expect([...builtins.keys()].filter((name) => !tried.has(name))).toEqual([])
  })
})

checkRows(
  'arguments of builtins',
  [
    ['a text for a list', 'vote(«task»)', 'MAS3003'],
    ['a list for a text', 'lower(«words»)', 'MAS3003'],
    ['an optional for a text', 'lower(«hint»)', 'MAS3003'],
    ['texts have no sum', 'sum(«words»)', 'MAS3003'],
    ['texts have no best', 'best(«words»)', 'MAS3108'],
    ['records have no best without a field', 'best(«drafts»)', 'MAS3108'],
    ['a field that is no number', 'best(drafts, .«answer»)', 'MAS3116'],
    ['a field that is not there', 'vote(drafts, .«anser»)', 'MAS2006'],
    ['a field of texts', 'vote(words, .«answer»)', 'MAS3207'],
    ['a field for a builtin without', 'len(drafts, .«answer»)', 'MAS3107'],
    ['two fields', 'vote(drafts, .answer, .«score»)', 'MAS3101'],
    ['conditions are counted', 'count(«drafts»)', 'MAS3108'],
    ['a field that is no condition', 'any(drafts, .«score»)', 'MAS3116'],
    ['names of arguments', 'join(«list»: words, «separator»: "")', 'MAS3109', 'MAS3109'],
    ['too many arguments', 'lower(task, «task»)', 'MAS3101'],
    ['too few arguments', '«join»(words)', 'MAS3102'],
    ['no argument', '«max»()', 'MAS3102'],
    ['a bound below 1', 'first(words, «0»)', 'MAS3009'],
    ['a negative bound', 'first(words, «-1»)', 'MAS3009'],
    ['a range that is not known', 'range(«count»)', 'MAS3010'],
    ['a range that is computed', 'range(«1 + 1»)', 'MAS3010'],
    ['lists with nothing in common', '«concat(words, [1])»', 'MAS3005'],
    ['a number of a number', 'number(«count»)', 'MAS3003'],
    ['an agent in a list argument', 'len(«Write»)', 'MAS2008'],
  ],
  asValue,
)
