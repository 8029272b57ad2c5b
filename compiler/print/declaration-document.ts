import type {
  AgentDeclaration,
  Budget,
  Declaration,
  Parameter,
  TypeExpression,
  WorkflowDeclaration,
} from '../../grammar/index.ts'
import { group, nothing, parts, space } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import { braced } from './block.ts'
import { bracketed } from './bracketed.ts'
import { settingDocument } from './settings-document.ts'
import { blockDocument } from './statement-document.ts'
import type { Tokens } from './tokens.ts'
import { fieldDocument, nameItems, resultDocument, typeDocument } from './type-document.ts'

/** A declaration with its documentation. */
export function declarationDocument(declaration: Declaration, tokens: Tokens): Document {
  const documentation = tokens.documentation(declaration)
  const exported = declaration.exported ? parts(tokens.word('export'), space) : nothing
  const head = parts(tokens.word(declaration.kind), space, tokens.word(declaration.name.text))
  return parts(documentation, exported, head, declared(declaration, tokens))
}

/** What stands behind the name. */
function declared(declaration: Declaration, tokens: Tokens): Document {
  switch (declaration.kind) {
    case 'type':
      return parts(space, tokens.word('='), space, typeDocument(declaration.type, tokens))
    case 'enum': {
      const items = nameItems(declaration.members, tokens)
      return parts(space, bracketed(tokens, { open: '{', close: '}', items, isPadded: true, takesComma: true }))
    }
    case 'tool': {
      const { from, pure } = declaration
      const origin = (): Document => parts(space, tokens.word('from'), space, tokens.string(from))
      const end = (): Document => (pure ? parts(origin(), space, tokens.word('pure')) : origin())
      return signatureDocument(declaration, tokens, end)
    }
    case 'agent':
      return agentDocument(declaration, tokens)
    case 'workflow':
      return workflowDocument(declaration, tokens)
  }
}

function agentDocument({ signature, settings }: AgentDeclaration, tokens: Tokens): Document {
  const entries = settings.map((setting) => () => settingDocument(setting, tokens))
  if (signature.kind === 'copy') {
    const head = parts(space, tokens.word('='), space, tokens.word(signature.of.text), space)
    return parts(head, entries.length === 0 ? braced(tokens, []) : inLine(entries, tokens))
  }
  const head = signatureDocument(signature, tokens)
  return settings.length === 0 && !tokens.sees('{') ? head : parts(head, space, braced(tokens, entries))
}

const workflowDocument = (workflow: WorkflowDeclaration, tokens: Tokens): Document =>
  parts(workflowHeadDocument(workflow, tokens), space, blockDocument(workflow.body, tokens))

/** What stands between a workflow's name and its body. */
export function workflowHeadDocument(
  { typeParameters, parameters, result, budget }: WorkflowDeclaration,
  tokens: Tokens,
): Document {
  const items = nameItems(typeParameters, tokens)
  const generic =
    items.length === 0 ? nothing : bracketed(tokens, { open: '<', close: '>', items, isPadded: false, takesComma: false })
  const limits = (): Document => (budget === null ? nothing : parts(space, budgetDocument(budget, tokens)))
  return parts(generic, signatureDocument({ parameters, result }, tokens, limits))
}

function budgetDocument({ limits }: Budget, tokens: Tokens): Document {
  const head = parts(tokens.word('budget'), space)
  const items = limits.map(({ key, value }) => () => parts(tokens.word(key.text), space, tokens.number(value)))
  return parts(head, inLine(items, tokens))
}

/** Entries without commas in braces, on one line where they fit. */
const inLine = (items: readonly (() => Document)[], tokens: Tokens): Document =>
  bracketed(tokens, { open: '{', close: '}', items, isPadded: true, takesComma: false, separator: 'none' })

interface Signature {
  readonly parameters: readonly Parameter[]
  readonly result: TypeExpression
}

/** Parameters, result, and what stands behind them on the line; where that is too long, the parameters are broken first. */
function signatureDocument({ parameters, result }: Signature, tokens: Tokens, end: () => Document = () => nothing): Document {
  const items = parameters.map((parameter) => () => {
    const fixed = parameter.static ? parts(tokens.word('static'), space) : nothing
    return parts(fixed, fieldDocument(parameter.name, () => typeDocument(parameter.type, tokens), tokens))
  })
  const list = bracketed(tokens, { open: '(', close: ')', items, isPadded: false, takesComma: true })
  const rest = parts(resultDocument(result, tokens), end())
  return parameters.length === 0 ? parts(list, rest) : group(parts(list.content, rest), { isBroken: list.isBroken })
}
