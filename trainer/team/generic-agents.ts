/**
 * Agents for tasks whose inputs are texts and whose result is one, where nobody has written any: one that solves, one that finds
 * mistakes, one that mends. `main` is the single agent.
 */
export function genericAgents(inputs: readonly string[]): string {
  const given = inputs.map((name) => `${name}: string`).join(', ')
  return `/// Solves the task.
agent Solver(${given}) -> string {
  role "Solve the task. Reply with the final answer alone, without any explanation."
}

/// Looks for a mistake in an answer.
agent Critic(${given}, proposed_answer: string) -> string {
  role "Check the proposed answer to the task step by step. Say in one or two sentences what is wrong with it, or that it is right."
}

/// Answers again, knowing what was said of the first answer.
agent Reviser(${given}, proposed_answer: string, criticism: string) -> string {
  role "Solve the task, with the criticism of the proposed answer in mind. Reply with the final answer alone, without any explanation."
}

workflow main(${given}) -> string {
  return Solver(${inputs.join(', ')})
}
`
}

/** Designs of the generic agents for a supervised start, beside those that any agents have. */
export function genericStarts(inputs: readonly string[]): readonly string[] {
  const given = inputs.join(', ')
  return [
    `solver = Solver(${given}) return Reviser(${given}, solver, Critic(${given}, solver))`,
    `winner = vote(sample 3 of Solver(${given})) return Reviser(${given}, winner, Critic(${given}, winner))`,
  ]
}
