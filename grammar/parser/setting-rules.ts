import type { IOrAlt, IToken, TokenType } from 'chevrotain'
import type { Budget, BudgetMeasure, Name, NumericSettingName, Setting } from '../syntax/index.ts'
import {
  Assign, Budget as BudgetWord, budgetTokens, Calls, CloseBrace, Colon, Comma, Depth, MaxTokens, MaxTurns, Model, OpenBrace,
  Policy, Prompt, Repairs, Role, Seconds, settingTokens, Temperature, Timeout, Tokens, Tools, TopP,
} from '../tokens/index.ts'
import { wordsOf, type EntryKind } from './entries.ts'
import { StatementRules } from './statement-rules.ts'

interface Measured {
  readonly measure: BudgetMeasure
  readonly token: IToken
}

export abstract class SettingRules extends StatementRules {
  private readonly settingEntry = this.entryKind('a setting', settingTokens)
  private readonly limitEntry = this.entryKind('a limit', budgetTokens)

  /** settings = "{" { setting } "}" ; */
  protected readonly settings = this.rule('settings', (): Setting[] => {
    this.open(1)
    const settings = this.entries(this.settingEntry, this.setting)
    this.close(1, CloseBrace, '`}`')
    return settings
  })

  private readonly settingChoices: IOrAlt<Setting>[] = [
    { ALT: () => this.textSetting(1, 'role', this.CONSUME(Role)) },
    { ALT: () => this.textSetting(2, 'prompt', this.CONSUME(Prompt)) },
    {
      ALT: () => {
        const key = this.keyOf(this.CONSUME(Model))
        return { kind: 'model', key, slot: this.SUBRULE(this.string), range: this.rangeFrom(key.range.start) }
      },
    },
    {
      ALT: () => {
        const key = this.keyOf(this.CONSUME(Policy))
        return { kind: 'policy', key, policy: this.SUBRULE(this.plainName), range: this.rangeFrom(key.range.start) }
      },
    },
    {
      ALT: () => {
        const key = this.keyOf(this.CONSUME(Tools))
        const tools: Name[] = [this.SUBRULE1(this.plainName)]
        this.MANY(() => {
          this.CONSUME(Comma)
          tools.push(this.SUBRULE2(this.plainName))
        })
        return { kind: 'tools', key, tools, range: this.rangeFrom(key.range.start) }
      },
    },
    { ALT: () => this.numberSetting(1, 'temperature', this.CONSUME(Temperature)) },
    { ALT: () => this.numberSetting(2, 'top_p', this.CONSUME(TopP)) },
    { ALT: () => this.integerSetting(1, 'max_tokens', this.CONSUME(MaxTokens)) },
    { ALT: () => this.integerSetting(2, 'max_turns', this.CONSUME(MaxTurns)) },
    { ALT: () => this.integerSetting(3, 'repairs', this.CONSUME(Repairs)) },
    { ALT: () => this.numberSetting(3, 'timeout', this.CONSUME(Timeout)) },
  ]

  /**
   * setting = "role" text | "prompt" text | "model" STRING | "policy" name | "tools" name { "," name }
   *   | "temperature" NUMBER | "top_p" NUMBER | "max_tokens" INT | "max_turns" INT | "repairs" INT | "timeout" NUMBER ;
   */
  private readonly setting = this.rule('setting', (): Setting => this.OR(this.settingChoices))

  /** budget = "budget" "{" { ( "calls" | "tokens" | "seconds" | "depth" ) NUMBER } "}" ; */
  protected readonly budget = this.rule('budget', (): Budget => {
    const start = this.mark()
    this.CONSUME(BudgetWord)
    this.CONSUME(OpenBrace)
    const limits = this.entries(this.limitEntry, this.limit)
    this.close(1, CloseBrace, '`}`')
    return { kind: 'budget', limits, range: this.rangeFrom(start) }
  })

  private readonly limit = this.rule('limit', (): Budget['limits'][number] => {
    const { measure, token } = this.OR([
      { ALT: (): Measured => ({ measure: 'calls', token: this.CONSUME(Calls) }) },
      { ALT: (): Measured => ({ measure: 'tokens', token: this.CONSUME(Tokens) }) },
      { ALT: (): Measured => ({ measure: 'seconds', token: this.CONSUME(Seconds) }) },
      { ALT: (): Measured => ({ measure: 'depth', token: this.CONSUME(Depth) }) },
    ])
    return { measure, key: this.ACTION(() => this.keyOf(token)), value: this.SUBRULE(this.number) }
  })

  private textSetting(index: number, kind: 'role' | 'prompt', token: IToken): Setting {
    const key = this.keyOf(token)
    const text = this.subrule(index, this.text)
    return { kind, key, text, range: this.rangeFrom(key.range.start) }
  }

  private numberSetting(index: number, kind: NumericSettingName, token: IToken): Setting {
    const key = this.keyOf(token)
    const value = this.subrule(index, this.number)
    return { kind, key, value, range: this.rangeFrom(key.range.start) }
  }

  private integerSetting(index: number, kind: NumericSettingName, token: IToken): Setting {
    const key = this.keyOf(token)
    const value = this.subrule(index, this.integer)
    return { kind, key, value, range: this.rangeFrom(key.range.start) }
  }

  /** `role: "…"` and `role = "…"` are read as `role "…"`. */
  private keyOf(token: IToken): Name {
    const key = this.nameOf(token)
    if (this.isCareful() && this.seesOne([Colon, Assign])) {
      const details = { setting: key.text, found: this.LA(1).image }
      this.note({ kind: 'setting_separator', range: this.rangeOf(this.LA(1)), details })
      this.SKIP_TOKEN()
    }
    return key
  }

  private entryKind(expected: string, tokens: readonly TokenType[]): EntryKind {
    return {
      expected,
      words: wordsOf(tokens),
      enclosed: true,
      opens: (ahead) => this.seesOne(tokens, ahead),
      resumes: (ahead) => this.seesOne(tokens, ahead) && this.opensLine(ahead),
    }
  }
}
