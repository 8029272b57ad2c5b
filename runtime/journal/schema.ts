/** Marks a file as a journal: "MASJ". */
export const applicationId = 0x4d41534a

/** Counts up with every change of the tables or of what stands in them. Since 2, a tool call may be suspended and answered. */
export const formatVersion = 2

/** Nothing in these tables is ever changed or deleted. Values are JSON in which long texts stand for what `contents` holds. */
export const tables = `
  create table contents (hash text primary key, text text not null) strict, without rowid;
  create table plans (number integer primary key, plan text not null) strict;
  create table sessions (number integer primary key, process integer not null, started real not null) strict;
  create table executions (number integer primary key, task text unique, header text not null, started real not null) strict;
  create unique index execution_without_task on executions (task is null) where task is null;
  create table entries (
    execution integer not null, position integer not null, batch integer not null,
    kind text not null, node text not null, attempt integer not null, turn integer not null,
    asked text not null, ended text not null, time real not null, elapsed real not null,
    primary key (execution, position)
  ) strict, without rowid;
  create table ends (
    execution integer primary key, outcome text not null, usage text not null, time real not null
  ) strict;
  pragma application_id = ${applicationId};
  pragma user_version = ${formatVersion};
`
