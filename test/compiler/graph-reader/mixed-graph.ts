/** A script whose graph has every kind of node, for edits that spoil it. */
export const script = `enum Kind { easy, hard }
tool look(key: string) -> string from "host:look" pure
tool write(key: string) -> string from "host:write"
agent Sort(task: string) -> Kind { repairs 0 }
agent Writer(task: string, notes: string[3]) -> string { prompt "Do {{task}}" }
agent Helper(task: string) -> string? { tools look, Writer max_turns 2 }
workflow main(task: string, hint: string?) -> string budget { tokens 100000 } {
  kind = Sort(task)
  match kind { easy => { draft = "x" } hard => { draft = Writer(task, ["a"]) } }
  if draft == "x" { draft = write(draft) }
  repeat max 3 {
    better = Helper(draft)
    stop when better == none
    draft = better
  }
  drafts = each part, i in lines(draft) max 3 { yield Writer("{{i}} {{part}}", []) }
  for one in drafts { draft = "{{draft}} {{one}}" }
  tries = sample 2 of (Writer(draft, drafts) otherwise "none")
  sure = hint != none and Sort(hint) == Kind.easy
  assert sure else "unsure of {{draft}}"
  return vote(tries)
}`

/** Where the nodes of its graph stand. */
export const nodes = '/body/nodes'
