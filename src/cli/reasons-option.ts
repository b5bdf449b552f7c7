import type { CallFlow, CondensedLog } from '../index.ts';
import type { Terminal } from './terminal.ts';

/** The option that says what callers want, where the log's own proportions aren't those to come. */
export const reasonsOption = [
  '--reasons <table>',
  'use the numbers of calls in a table of contact reasons (reason,label,volume) instead of those in the log',
] as const;

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** The log with the calls of the table, if one is named; tells on stderr what it can't know. */
export async function withReasons(
  table: string | undefined,
  flow: CallFlow,
  log: CondensedLog,
  terminal: Terminal,
): Promise<CondensedLog> {
  if (table === undefined) return log;
  const { printable, wantedLog } = await import('../index.ts');
  const { loadReasons } = await import('../node.ts');
  const { language } = flow.script;
  const { table: read } = await loadReasons(table, { ...terminal, language });
  const volumes = new Map(read.reasons.map(({ reason, calls }) => [reason, calls]));
  const { log: wanted, unseen, unwanted } = wantedLog(flow, log, volumes);
  const tell = (names: readonly string[], what: string): void => {
    if (names.length > 0)
      terminal.stderr.write(`note: ${printable(listed(names.slice(0, 10)))}: ${what}.\n`);
  };
  tell(unseen, 'no call of the log has this reason, so it is left out');
  tell(unwanted, 'not in the table, so it counts as no calls');
  return wanted;
}
