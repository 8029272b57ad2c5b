import type { IToken, TokenType } from 'chevrotain'
import type { Budget, BudgetMeasure, Name, NumericSettingName, Setting } from '../syntax/index.ts'
import {
  Budget as BudgetWord, budgetTokens, Calls, CloseBrace, Comma, Depth, MaxTokens, MaxTurns, Model, OpenBrace, Policy, Prompt,
  Repairs, Role, Seconds, Semicolon, settingTokens, Temperature, Timeout, Tokens, Tools, TopP,
} from '../tokens/index.ts'
import { opensLine } from './landmarks.ts'
import { StatementRules } from './statement-rules.ts'

interface Measured {
  readonly measure: BudgetMeasure
  readonly token: IToken
}

export abstract class SettingRules extends StatementRules {
  /** settings = "{" { setting } "}" ; */
  protected readonly settings = this.rule('settings', (): Setting[] => {
    const settings: Setting[] = []
    this.CONSUME(OpenBrace)
    this.settleAtEntry(settingTokens, 'a setting')
    this.MANY(() => {
      this.OR([
        { ALT: () => { this.CONSUME(Semicolon) } },
        {
          ALT: () => {
            const setting = this.guard(() => this.SUBRULE(this.setting), (ahead) => this.resumesAtEntry(settingTokens, ahead))
            if (setting !== null) settings.push(setting)
          },
        },
      ])
      this.settleAtEntry(settingTokens, 'a setting')
    })
    this.close(1, CloseBrace, '`}`')
    return settings
  })

  /**
   * setting = "role" text | "prompt" text | "model" STRING | "policy" name | "tools" name { "," name }
   *   | "temperature" NUMBER | "top_p" NUMBER | "max_tokens" INT | "max_turns" INT | "repairs" INT | "timeout" NUMBER ;
   */
  private readonly setting = this.rule('setting', (): Setting => {
    const start = this.mark()
    return this.OR([
      { ALT: () => this.textSetting(1, start, 'role', this.CONSUME(Role)) },
      { ALT: () => this.textSetting(2, start, 'prompt', this.CONSUME(Prompt)) },
      {
        ALT: (): Setting => {
          const key = this.nameOf(this.CONSUME(Model))
          return { kind: 'model', key, slot: this.SUBRULE(this.string), range: this.rangeFrom(start) }
        },
      },
      {
        ALT: (): Setting => {
          const key = this.nameOf(this.CONSUME(Policy))
          return { kind: 'policy', key, policy: this.SUBRULE(this.plainName), range: this.rangeFrom(start) }
        },
      },
      {
        ALT: (): Setting => {
          const key = this.nameOf(this.CONSUME(Tools))
          const tools: Name[] = [this.SUBRULE1(this.plainName)]
          this.MANY(() => {
            this.CONSUME(Comma)
            tools.push(this.SUBRULE2(this.plainName))
          })
          return { kind: 'tools', key, tools, range: this.rangeFrom(start) }
        },
      },
      { ALT: () => this.numberSetting(1, start, 'temperature', this.CONSUME(Temperature)) },
      { ALT: () => this.numberSetting(2, start, 'top_p', this.CONSUME(TopP)) },
      { ALT: () => this.integerSetting(1, start, 'max_tokens', this.CONSUME(MaxTokens)) },
      { ALT: () => this.integerSetting(2, start, 'max_turns', this.CONSUME(MaxTurns)) },
      { ALT: () => this.integerSetting(3, start, 'repairs', this.CONSUME(Repairs)) },
      { ALT: () => this.numberSetting(3, start, 'timeout', this.CONSUME(Timeout)) },
    ])
  })

  /** budget = "budget" "{" { ( "calls" | "tokens" | "seconds" | "depth" ) NUMBER } "}" ; */
  protected readonly budget = this.rule('budget', (): Budget => {
    const start = this.mark()
    this.CONSUME(BudgetWord)
    this.CONSUME(OpenBrace)
    const limits: Budget['limits'][number][] = []
    this.settleAtEntry(budgetTokens, 'a limit')
    this.MANY(() => {
      this.OR([
        { ALT: () => { this.CONSUME(Semicolon) } },
        {
          ALT: () => {
            const limit = this.guard(() => this.SUBRULE(this.limit), (ahead) => this.resumesAtEntry(budgetTokens, ahead))
            if (limit !== null) limits.push(limit)
          },
        },
      ])
      this.settleAtEntry(budgetTokens, 'a limit')
    })
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
    return { measure, key: this.ACTION(() => this.nameOf(token)), value: this.SUBRULE(this.number) }
  })

  private textSetting(index: number, start: number, kind: 'role' | 'prompt', key: IToken): Setting {
    const text = this.subrule(index, this.text)
    return { kind, key: this.nameOf(key), text, range: this.rangeFrom(start) }
  }

  private numberSetting(index: number, start: number, kind: NumericSettingName, key: IToken): Setting {
    const value = this.subrule(index, this.number)
    return { kind, key: this.nameOf(key), value, range: this.rangeFrom(start) }
  }

  private integerSetting(index: number, start: number, kind: NumericSettingName, key: IToken): Setting {
    const value = this.subrule(index, this.integer)
    return { kind, key: this.nameOf(key), value, range: this.rangeFrom(start) }
  }

  /** After this an entry, a closing brace, a declaration or the end of the file comes next. */
  private settleAtEntry(entries: readonly TokenType[], expected: string): void {
    if (this.RECORDING_PHASE || this.atEnd() || this.sees(CloseBrace) || this.sees(Semicolon) || this.atDeclaration()) return
    if (entries.some((entry) => this.sees(entry))) return
    this.noteUnexpected(expected)
    this.skipUntil((ahead) => this.resumesAtEntry(entries, ahead))
  }

  private resumesAtEntry(entries: readonly TokenType[], ahead: number): boolean {
    if (this.sees(CloseBrace, ahead) || this.sees(Semicolon, ahead)) return true
    return entries.some((entry) => this.sees(entry, ahead)) && opensLine(this.source, this.LA(ahead - 1), this.LA(ahead))
  }
}
