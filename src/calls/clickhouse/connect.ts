import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { IvrError } from '../../source/ivr-error.ts';
import { engineMissing } from '../log-engine.ts';
import { BrokenAnswer, failureOf, serverError } from './server-error.ts';
import type { ServerAddress } from './server-address.ts';

/** A row of an answer, as it came: nobody has looked at it yet. */
export type AnswerRow = Readonly<Record<string, unknown>>;

/** What takes the rows of one try. `end` throws a `BrokenAnswer` when some are missing. */
export interface Reading<Result> {
  readonly take: (row: AnswerRow) => void;
  readonly end: () => Result;
}

export interface Insert {
  /** As statements name it. */
  readonly table: string;
  readonly columns: readonly [string, ...string[]];
  /** The rows that are to be added; asked again before another try, for those that are still missing. */
  readonly rows: (tries: number) => Promise<readonly AnswerRow[]>;
  readonly settings?: ClickHouseSettings | undefined;
}

/**
 * A server that statements can be sent to. What fails throws an IvrError `server-failed` that names the
 * server.
 */
export interface Server {
  readonly name: string;
  /** The rows of a statement that only reads, all or none. Tries that fail in passing are repeated. */
  readonly rows: (statement: string) => Promise<readonly AnswerRow[]>;
  /**
   * The same for many rows, which are not kept: every try begins anew with what `begin` gives. Whether
   * all came, its `end` must find out.
   */
  readonly read: <Result>(statement: string, begin: () => Reading<Result>) => Promise<Result>;
  /** Runs a statement that changes something, once. */
  readonly command: (statement: string) => Promise<void>;
  /** Adds rows to a table. */
  readonly insert: (insert: Insert) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ConnectOptions {
  /** How long a server may be silent, in milliseconds. */
  readonly timeout: number;
  /** Ends all that is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Waits so many milliseconds before another try. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** How long to wait before another try, in milliseconds. */
const pauses = [500, 2000];
/** A statement of more bytes than this may need a larger `max_query_size` than the usual 256 KiB. */
const longStatement = 200_000;

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function loadClient() {
  try {
    return await import('@clickhouse/client');
  } catch (cause) {
    throw engineMissing('clickhouse', 'npm install @clickhouse/client', cause);
  }
}

/** What goes with every statement. A user who may change no settings can still run short ones. */
function statementOf(query: string, abort_signal: AbortSignal | undefined) {
  const size = new TextEncoder().encode(query).length;
  return {
    query,
    ...(abort_signal === undefined ? {} : { abort_signal }),
    ...(size < longStatement ? {} : { clickhouse_settings: { max_query_size: `${size * 2}` } }),
  };
}

/** Servers write what went wrong in the middle of an answer into the answer. */
function parsedAnswer<Answer>(parse: () => Answer, text: () => string): Answer {
  try {
    return parse();
  } catch (cause) {
    const said = text();
    throw said.includes('Exception')
      ? new Error(said, { cause })
      : new BrokenAnswer('its answer is incomplete', { cause });
  }
}

async function readRows(
  client: ClickHouseClient,
  query: string,
  signal: AbortSignal | undefined,
): Promise<readonly AnswerRow[]> {
  // One JSON document: unlike lines it shows when its end is missing.
  const answer = await client.query({ ...statementOf(query, signal), format: 'JSON' });
  const text = await answer.text();
  const document = parsedAnswer(
    () => JSON.parse(text) as { readonly data?: readonly AnswerRow[] },
    () => text,
  );
  if (document.data === undefined) throw new BrokenAnswer('it answers like no ClickHouse server');
  return document.data;
}

async function readStream<Result>(
  client: ClickHouseClient,
  query: string,
  { take, end }: Reading<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const answer = await client.query({ ...statementOf(query, signal), format: 'JSONEachRow' });
  const close = (): void => {
    answer.close();
  };
  signal?.addEventListener('abort', close);
  try {
    for await (const rows of answer.stream<AnswerRow>()) {
      for (const row of rows) {
        take(
          parsedAnswer(
            () => row.json(),
            () => row.text,
          ),
        );
      }
    }
    return end();
  } finally {
    signal?.removeEventListener('abort', close);
    close();
  }
}

/** Connects to a server; nothing is sent before the first statement. */
export async function connect(
  { name, url, database, user, password }: ServerAddress,
  { timeout, signal, wait = sleep }: ConnectOptions,
): Promise<Server> {
  const { createClient, ClickHouseLogLevel } = await loadClient();
  const client = createClient({
    url,
    ...(database === undefined ? {} : { database }),
    ...(user === undefined ? {} : { username: user }),
    ...(password === undefined ? {} : { password }),
    application: 'ivrkit',
    request_timeout: timeout,
    log: { level: ClickHouseLogLevel.OFF },
  });

  const tried = async <Result>(
    work: (tries: number) => Promise<Result>,
    waits: readonly number[],
  ): Promise<Result> => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await work(tries);
      } catch (error) {
        if (error instanceof IvrError) throw error;
        const failure = failureOf(error);
        const pause = waits[tries];
        if (pause === undefined || !failure.mayPass || signal?.aborted === true)
          throw serverError(name, failure, error);
        await wait(pause);
      }
    }
  };

  return {
    name,
    rows: (statement) => tried(() => readRows(client, statement, signal), pauses),
    read: (statement, begin) => tried(() => readStream(client, statement, begin(), signal), pauses),
    command: (statement) =>
      tried(async () => {
        await client.command(statementOf(statement, signal));
      }, []),
    insert: ({ table, columns, rows, settings }) =>
      tried(async (tries) => {
        const values = await rows(tries);
        if (values.length === 0) return;
        await client.insert({
          ...{ table, columns: [...columns], values, format: 'JSONEachRow' },
          ...(signal === undefined ? {} : { abort_signal: signal }),
          ...(settings === undefined ? {} : { clickhouse_settings: settings }),
        });
      }, pauses),
    close: () => client.close(),
  };
}
