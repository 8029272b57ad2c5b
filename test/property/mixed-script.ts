/** A workflow for each way in which things may depend on each other, so that a change of it means another graph. */
export const mixedScript = `enum Kind { one, two }
tool look(key: string) -> string from "host:look" pure
tool write(key: string, value: string) -> string from "host:write"
agent Helper(task: string) -> string { tools look max_turns 2 }
agent Fast(task: string) -> string
agent Slow(task: string) -> int? { tools Helper, write max_turns 3 repairs 2 max_tokens 7 }
agent Sort(task: string) -> Kind { repairs 0 }
workflow step(task: string, static n: int, use: agent(string) -> string) -> string {
  drafts = sample n of use(task)
  assert len(drafts) == n else "none"
  return drafts[0]
}
workflow ask(task: string) -> string { return Fast(write("a", task)) }
workflow main(task: string, other: string) -> string {
  first_one = Fast(task) otherwise step(other, n: 2, use: Helper)
  slow = Slow(task) ?? 3
  repeat max 3 {
    kind = Sort(first_one)
    match kind {
      one => { first_one = step(first_one, n: 3, use: Fast) stop when slow > 1 }
      two => { other = Helper(other) }
    }
    slow = Slow(other) ?? slow
    stop when Sort(first_one) == Kind.one and Fast(other) == "a"
  }
  found = each part, i in lines(other) max 4 {
    if i > 1 { line = ask(part) } else { line = Fast(part) }
    yield line
  }
  for line in found { task = Fast(line) stop when task == look(line) }
  done = write(task, join(found, ","))
  return Fast(done)
}
`
