/** Where an expression stands: it settles what white space is, and what may be written. */
export type Region =
  /** Outside of texts. */
  | 'code'
  /** In a `"…"`, where no line ends. */
  | 'line'
  /** In a `"""…"""`. */
  | 'block'

/** Which statements may stand in a block. */
export type Flow =
  | 'plain'
  /** Also `stop`. */
  | 'loop'
  /** At its end every way has returned. */
  | 'last'

/** What a rule is a part of. A rule of the parser becomes one for each context that makes a difference to it. */
export interface Context {
  readonly region: Region
  readonly flow: Flow
}

/** The blocks of these rules are loops, or have to return. */
const flowInside: ReadonlyMap<string, Flow> = new Map([
  ['repeatStatement', 'loop'], ['forStatement', 'loop'],
  ['workflowDeclaration', 'last'], ['rest', 'last'], ['lastStatement', 'last'],
])

const regionInside: ReadonlyMap<string, Region> = new Map([
  ['lineText', 'line'], ['plainLineText', 'line'], ['lineParts', 'line'],
  ['blockText', 'block'], ['plainBlockText', 'block'], ['blockParts', 'block'],
])

/** The rules that read statements. */
const flowRules: ReadonlySet<string> = new Set(['block', 'ifStatement', 'branch', 'matchStatement', 'arm'])

/** The rules that read expressions, or what is around them in a text. */
const regionRules: ReadonlySet<string> = new Set([
  'textPart', 'textParts', 'insertion', 'textIf', 'textEach', 'expression', 'orExpression', 'andExpression', 'notExpression',
  'comparison', 'sum', 'product', 'unary', 'defaultExpression', 'postfix', 'primary', 'list', 'record', 'spread', 'field',
  'argument', 'builtinCall', 'builtinArgument', 'enumMember',
])

/** The context around a rule, as far as it makes a difference to the rule. A `statement` is never the last one. */
export function settleContext(name: string, { region, flow }: Context): Context {
  return {
    region: regionRules.has(name) ? region : 'code',
    flow: flowRules.has(name) || (name === 'statement' && flow === 'loop') ? flow : 'plain',
  }
}

/** The context of what is inside a rule. */
export function contextInside(name: string, around: Context): Context {
  return { region: regionInside.get(name) ?? around.region, flow: flowInside.get(name) ?? around.flow }
}

/** The name of the rule in a settled context: `lineExpression`, `loopBlock`. */
export function nameInContext(name: string, { region, flow }: Context): string {
  const prefix = flow !== 'plain' ? flow : region !== 'code' ? region : ''
  return prefix === '' ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
