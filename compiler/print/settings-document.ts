import type { Setting } from '../../grammar/index.ts'
import { group, indent, isForced, line, parts, sequence, space } from '../layout/index.ts'
import type { Document } from '../layout/index.ts'
import type { Tokens } from './tokens.ts'

/** One of an agent's settings: its name and its value. */
export const settingDocument = (setting: Setting, tokens: Tokens): Document =>
  parts(tokens.word(setting.key.text), space, valueDocument(setting, tokens))

function valueDocument(setting: Setting, tokens: Tokens): Document {
  switch (setting.kind) {
    case 'role':
    case 'prompt':
      return tokens.text(setting.text)
    case 'model':
      return tokens.string(setting.slot)
    case 'policy':
      return tokens.word(setting.policy.text)
    case 'tools':
      return toolsDocument(setting.tools, tokens)
    default:
      return tokens.number(setting.value)
  }
}

function toolsDocument([first, ...others]: Extract<Setting, { kind: 'tools' }>['tools'], tokens: Tokens): Document {
  const start = tokens.word(first?.text ?? '')
  let isBroken = false
  const rest = others.map(({ text }) => {
    const above = parts(tokens.behind(), tokens.comma(), tokens.restOfLine(), line, tokens.beforeItem())
    isBroken ||= isForced(above)
    return parts(above, tokens.word(text))
  })
  return group(parts(start, indent(sequence(rest))), { isBroken })
}
