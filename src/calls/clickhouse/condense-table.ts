import { grouped, plural } from '../../source/plural.ts';
import { mergePartialLogs } from '../bytes/partial-log.ts';
import type { CondensedLog, LogSource } from '../condensed-log.ts';
import type { KnownValues } from '../kept-value.ts';
import type { CondenseOptions } from '../log-engine.ts';
import type { LogMapping } from '../mapping/mapping.ts';
import { codeTokens } from './codes.ts';
import { condenseSql } from './condense-sql.ts';
import { connect, type ConnectOptions } from './connect.ts';
import { describeTable, refuseDistributed } from './describe-table.ts';
import { mappedRowJudge } from './judge-mapped-row.ts';
import { skippedEvent, skippedSql, tokensSql } from './row-sql.ts';
import type { ServerAddress } from './server-address.ts';
import { readShardAnswer } from './shard-answer.ts';
import { refuseSharedCalls } from './shared-calls.ts';
import type { ColumnNames } from './table-columns.ts';
import type { TableName } from './table-name.ts';

/** A log that lies in a table, in one server or spread over several. */
export interface TableLog {
  /** One server, or all that hold a shard of the table, each named once. */
  readonly servers: readonly ServerAddress[];
  readonly table: TableName;
  readonly columns: ColumnNames;
  /** What its columns stand for, where they are those of another system; `columns` then names places. */
  readonly mapping?: LogMapping | undefined;
}

export interface CondenseTableOptions
  extends Pick<CondenseOptions, 'onNote' | 'onReject'>, Pick<ConnectOptions, 'timeout' | 'wait'> {
  /** Told how many servers have answered, and how many there are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What a table is reported under. */
const pathOf = (server: string, { database, table }: TableName): string =>
  `${database === undefined ? '' : `${database}.`}${table} on ${server}`;

const sourceOf = (server: string, table: TableName): LogSource => ({
  ...{ path: pathOf(server, table), layout: 'table of ClickHouse' },
  ...{ encoding: 'utf-8', packed: undefined },
});

/** How the tokens of rows begin that say nothing. */
const skippedToken = `${skippedEvent}\n`;

/** Tokens beyond these are rare, and their rows are left to the rules. */
const mostTokens = 20_000;

/** Runs work for all; the first that fails ends the others, and its error is thrown when all have ended. */
async function allOrNone<Item, Result>(
  items: readonly Item[],
  abort: AbortController,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const settled = await Promise.allSettled(
    items.map(async (item, index) => {
      try {
        return await work(item, index);
      } catch (error) {
        // What the others throw because of this abort is no news.
        if (!abort.signal.aborted) abort.abort(error);
        throw error;
      }
    }),
  );
  if (abort.signal.aborted) throw abort.signal.reason;
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function tell(
  { onNote }: CondenseTableOptions,
  judgedIds: number,
  unclearCalls: number,
  calls: number,
): void {
  if (judgedIds > 0 && judgedIds * 10 > calls)
    onNote?.(
      `Rows of ${plural(judgedIds, 'id')} were fetched, as their order, duplicates or texts need a closer look.`,
    );
  if (unclearCalls > 0)
    onNote?.(
      `In ${grouped(unclearCalls)} of ${plural(calls, 'call')} the table doesn't say which of two events of one moment came first: it has no column "row" or "seq".`,
    );
}

/**
 * Condenses a log that lies in ClickHouse, by the rules of docs/log-format.md. Each server condenses
 * what it holds, so that only counts cross the wire, and the rows of the few ids that the rules must
 * judge one by one; the results are added up here. The numbers are those that the same rows give as a
 * file. Throws an IvrError: `server-failed` when a server gives no whole answer, which is never passed
 * over, `log-layout` when the table is no log, or its calls are torn between servers.
 */
export async function condenseTable(
  { servers, table: name, columns: names, mapping }: TableLog,
  known: KnownValues,
  options: CondenseTableOptions,
): Promise<CondensedLog> {
  const { timeout, wait, onProgress } = options;
  const abort = new AbortController();
  const { signal } = abort;
  const connected = await Promise.all(
    servers.map((address) => connect(address, { timeout, wait, signal })),
  );
  try {
    const shards = await allOrNone(connected, abort, (server) =>
      describeTable(server, name, names, mapping),
    );
    refuseDistributed(shards);
    await refuseSharedCalls((work) => allOrNone(shards, abort, work), shards);
    const tokens = await allOrNone(shards, abort, async ({ server, table, columns }) => {
      const rows = await server.rows(tokensSql(table, columns, known, mostTokens));
      return rows.map(({ token }) => String(token));
    });
    const codes = codeTokens(tokens.flat(), known);
    const judge = mapping === undefined ? undefined : await mappedRowJudge(mapping);
    let done = 0;
    const answers = await allOrNone(shards, abort, async ({ server, table, columns }, index) => {
      const statement = condenseSql(table, columns, known, codes.ofToken);
      const path = pathOf(server.name, name);
      const isEmpty = tokens[index]?.every((token) => token.startsWith(skippedToken)) === true;
      const hasPlaces = columns.of.row !== undefined;
      const answer = await server.read(statement, () =>
        readShardAnswer(path, codes, known, { hasPlaces, isEmpty, judge }),
      );
      done += 1;
      onProgress?.(done, shards.length);
      return answer;
    });
    for (const { rejects } of answers)
      for (const { path, line, column, reason } of rejects)
        options.onReject?.(path, line, column, reason);
    const skipped = await allOrNone(shards, abort, async ({ server, table, columns }) => {
      const statement = skippedSql(table, columns, known);
      const [row] = statement === undefined ? [] : await server.rows(statement);
      return Number(row?.['n'] ?? 0);
    });
    const merged = mergePartialLogs(
      answers.flatMap(({ parts }) => parts),
      shards.map(({ server }) => sourceOf(server.name, name)),
    );
    const rows = skipped.reduce((total, n) => total + n, 0);
    const { read, used } = merged.rows;
    const log = { ...merged, rows: { ...merged.rows, read: read + rows, used: used + rows } };
    const sum = (key: 'judgedIds' | 'unclearCalls') =>
      answers.reduce((total, answer) => total + answer[key], 0);
    tell(options, sum('judgedIds'), sum('unclearCalls'), log.calls);
    return log;
  } finally {
    await Promise.all(connected.map((server) => server.close()));
  }
}
