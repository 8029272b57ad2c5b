/** The files of a new project, by name: a script that runs with the checkpoint of the package, tasks, and a configuration. */
export const starterFiles: ReadonlyMap<string, string> = new Map([
  [
    'main.mas',
    `/// Carries out one operation: "(3+5)*2-7" becomes "8*2-7".
agent Reduce(expression: string) -> string {
  role "reduce"
  max_tokens 24
}

workflow main(expression: string) -> string budget { calls 5 } {
  current = expression
  repeat max 5 {
    stop when number(current) != none
    current = Reduce(current)
  }
  return current
}
`,
  ],
  [
    'tasks.jsonl',
    `{"id": "sum", "input": {"expression": "3+4"}, "expected": "7"}
{"id": "mixed", "input": {"expression": "(3+5)*2-7"}, "expected": "9"}
`,
  ],
  [
    'mas.config.json',
    `{
  "models": { "default": "embedded:arithmetic" },
  "limits": { "concurrency": 16 }
}
`,
  ],
])
