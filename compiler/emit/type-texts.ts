import type { CheckedProgram, DeclaredSymbol } from '../check/checked-program.ts'
import type { Type } from '../types/index.ts'
import { fieldKey, objectText } from './identifiers.ts'
import type { Identifiers } from './identifiers.ts'
import { stringLiteral } from './literals.ts'

/** A declared type or enum as the module declares it: once for TypeScript, once as a value that replies are validated with. */
export interface EmittedType {
  readonly name: string
  readonly documentation: string | null
  readonly exported: boolean
  /** The members of an interface; `null` where it is an alias. */
  readonly fields: readonly PropertyText[] | null
  /** The TypeScript type. */
  readonly text: string
  /** The expression of the value. */
  readonly value: string
}

/** A member of an interface. */
export interface PropertyText {
  readonly name: string
  readonly type: string
  readonly isReadonly: true
}

interface NamedType {
  readonly name: string
  readonly type: Type
}

interface Named {
  readonly symbol: Extract<DeclaredSymbol, { kind: 'type' | 'enum' }>
  readonly identifier: string
}

/** How types are written: by their declared names where they have one. */
export class TypeTexts {
  readonly #named = new Map<string, Named>()
  readonly #emitted = new Map<string, EmittedType>()

  constructor(program: CheckedProgram, identifiers: Identifiers) {
    const modules = [program.entry, ...[...program.modules.values()].filter((module) => module !== program.entry)]
    for (const module of modules) {
      for (const symbol of module.scope.values()) {
        if ((symbol.kind !== 'type' && symbol.kind !== 'enum') || symbol.module !== module.path) continue
        const key = keyOf(symbol.type)
        const isNamed = symbol.type.kind === 'record' || symbol.type.kind === 'enum' || symbol.kind === 'type'
        if (isNamed && !this.#named.has(key) && !isBasic(symbol.type)) {
          this.#named.set(key, { symbol, identifier: identifiers.take(symbol.name) })
        }
      }
    }
    for (const { symbol } of this.#named.values()) if (symbol.module === program.entry.path) this.typeText(symbol.type)
  }

  /** The declared types that were written so far, those that others are made of first. */
  get emitted(): readonly EmittedType[] {
    return [...this.#emitted.values()]
  }

  /** The type in TypeScript. */
  typeText(type: Type): string {
    return this.#name(type) ?? this.#structure(type)
  }

  /** An expression whose value is the type. */
  valueText(type: Type): string {
    return this.#name(type) ?? this.#value(type)
  }

  /** Fields as the members of an interface. */
  propertiesOf(fields: readonly NamedType[]): readonly PropertyText[] {
    return fields.map(({ name, type }) => ({ name: fieldKey(name), type: this.typeText(type), isReadonly: true }))
  }

  #name(type: Type): string | null {
    const key = keyOf(type)
    const named = this.#named.get(key)
    if (named === undefined) return null
    if (!this.#emitted.has(key)) {
      const { symbol, identifier: name } = named
      const fields = type.kind === 'record' ? this.propertiesOf(type.fields) : null
      const text = this.#structure(type)
      const value = this.#value(type)
      const { documentation, exported } = symbol.declaration
      this.#emitted.set(key, { name, documentation, exported, fields, text, value })
    }
    return named.identifier
  }

  #structure(type: Type): string {
    switch (type.kind) {
      case 'string':
        return 'string'
      case 'int':
      case 'number':
        return 'number'
      case 'bool':
        return 'boolean'
      case 'none':
        return 'null'
      case 'never':
        return 'never'
      case 'list':
        return `readonly ${this.#suffixed(type.element)}[]`
      case 'optional':
        return `${this.typeText(type.inner)} | null`
      case 'record':
        return `{ ${type.fields.map((field) => `readonly ${fieldKey(field.name)}: ${this.typeText(field.type)}`).join('; ')} }`
      case 'enum':
        return type.members.map((member) => stringLiteral(member)).join(' | ')
      case 'agent':
      case 'parameter':
      case 'unknown':
        return 'unknown'
    }
  }

  #suffixed(element: Type): string {
    const text = this.typeText(element)
    return / \||^readonly /.test(text) ? `(${text})` : text
  }

  #value(type: Type): string {
    switch (type.kind) {
      case 'list':
        return `mas.types.list(${this.valueText(type.element)}${type.size?.kind === 'number' ? `, ${type.size.value}` : ''})`
      case 'optional':
        return `mas.types.optional(${this.valueText(type.inner)})`
      case 'record':
        return `mas.types.record(${this.fieldsText(type.fields)})`
      case 'enum':
        return `mas.types.enum(${stringLiteral(type.name)}, [${type.members.map((member) => stringLiteral(member)).join(', ')}])`
      default:
        return `mas.types.${type.kind}`
    }
  }

  /** An object of types by name. */
  fieldsText(fields: readonly NamedType[]): string {
    return objectText(fields.map(({ name, type }) => [name, this.valueText(type)]))
  }
}

const isBasic = ({ kind }: Type): boolean => ['string', 'int', 'number', 'bool'].includes(kind)

const keyOf = (type: Type): string => JSON.stringify(type)
