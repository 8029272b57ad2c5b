/** The part of a JSON Schema that the reference shows. */
interface Setting {
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Setting>>
  readonly items?: Setting
}

/** A table for each section of a schema, with every setting, what it may be and its default. */
export function configurationReference(schema: object): string {
  const root = schema as Setting
  const tables = sectionsOf(root, '')
  return tables.map(({ path, section }) => tableOf(path, section)).join('\n')
}

/** The page with what stands between its two marks replaced. Throws where it lacks them. */
export function withReference(page: string, reference: string): string {
  const [before, rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`the page lacks ${begin} and ${end}`)
  return `${before}${begin}\n\n${reference}\n${end}${after}`
}

const begin = '<!-- reference: begin -->'
const end = '<!-- reference: end -->'

interface Section {
  readonly path: string
  readonly section: Setting
}

/** The section itself, then those inside it, in order. */
function sectionsOf(section: Setting, path: string): readonly Section[] {
  const inner = Object.entries(section.properties ?? {}).flatMap(([name, setting]) => {
    const place = path === '' ? name : `${path}.${name}`
    if (isSection(setting)) return sectionsOf(setting, place)
    return setting.items?.properties === undefined ? [] : sectionsOf(setting.items, `${place}[]`)
  })
  return [{ path, section }, ...inner]
}

/** Whether a setting has a table of its own: small values such as {"minimum", "maximum"} with a default stand in a row. */
const isSection = ({ properties, default: value }: Setting): boolean =>
  properties !== undefined && (value === undefined || Object.values(properties).some((inner) => inner.properties !== undefined) || isEmpty(value))

const isEmpty = (value: unknown): boolean => JSON.stringify(value) === '{}'

function tableOf(path: string, { description = '', properties = {} }: Setting): string {
  const rows = Object.entries(properties)
    .filter(([, setting]) => !isSection(setting))
    .map(([name, setting]) => `| \`${name}\` | ${valueText(setting)} | ${defaultText(setting)} | ${cell(setting.description ?? '')} |`)
  const heading = path === '' ? '### At the top' : `### \`${path}\``
  const table = rows.length === 0 ? [] : ['', '| setting | value | default | |', '|---|---|---|---|', ...rows]
  return [heading, '', cell(description), ...table, ''].join('\n')
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

function valueText(setting: Setting): string {
  if (setting.enum !== undefined) return setting.enum.map((name) => `\`${String(name)}\``).join(', ')
  if (setting.items !== undefined) return setting.items.enum === undefined ? 'a list' : `a list of ${valueText(setting.items)}`
  if (setting.properties !== undefined) {
    return `object of ${Object.entries(setting.properties).map(([name, inner]) => `\`${name}\`, ${valueText(inner)}`).join('; ')}`
  }
  const types = [setting.type ?? 'object'].flat()
  return types.map((type) => (type === 'null' ? '`null`' : `${typeTexts[type] ?? type}${rangeText(setting)}`)).join(' or ')
}

const typeTexts: Readonly<Record<string, string>> = {
  integer: 'whole number',
  number: 'number',
  string: 'text',
  boolean: '`true` or `false`',
}

function rangeText({ minimum, exclusiveMinimum, maximum }: Setting): string {
  const limits = [
    ...(minimum === undefined ? [] : [`from ${minimum.toLocaleString('en')}`]),
    ...(exclusiveMinimum === undefined ? [] : [`above ${exclusiveMinimum.toLocaleString('en')}`]),
    ...(maximum === undefined ? [] : [`to ${maximum.toLocaleString('en')}`]),
  ]
  return limits.length === 0 ? '' : ` ${limits.join(' ')}`
}

const defaultText = (setting: Setting): string => (setting.default === undefined ? '' : `\`${JSON.stringify(setting.default)}\``)
