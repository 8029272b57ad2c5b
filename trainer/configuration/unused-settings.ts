/** Settings of a schedule that stand in a file and would do nothing there, one text each with its path. */
export function unusedSettings(written: unknown): readonly string[] {
  const schedule = fieldOf(written, 'schedule')
  const has = (name: string): boolean => fieldOf(schedule, name) !== undefined
  const problems: string[] = []
  if (has('phases') && has('preset')) problems.push('schedule: has either "preset" or "phases"')
  if (has('stageSteps') && (has('phases') || (fieldOf(schedule, 'preset') ?? 'stages') !== 'stages')) {
    problems.push('schedule.stageSteps: is for the preset "stages" alone; leave it out')
  }
  if (has('repeat') && !has('phases')) problems.push('schedule.repeat: is for "phases" alone; presets go on until the budget is spent')
  return problems
}

/** Whether a file says what the designer's network is like. */
export const namesDesignerNetwork = (written: unknown): boolean => fieldOf(fieldOf(written, 'designer'), 'network') !== undefined

/** Whether a file writes out the phases of its schedule. */
export const writesPhases = (written: unknown): boolean => fieldOf(fieldOf(written, 'schedule'), 'phases') !== undefined

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined
