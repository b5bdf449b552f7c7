import { IvrError } from '../../source/ivr-error.ts';
import type { AnswerRow } from './connect.ts';
import type { Shard } from './describe-table.ts';
import { callIdsSql } from './row-sql.ts';

/** Asks all servers at once. */
export type OnAll = <Result>(
  work: (shard: Shard, index: number) => Promise<Result>,
) => Promise<readonly Result[]>;

/** Hashes that tables are usually sharded by. */
const hashes = ['cityHash64', 'sipHash64'] as const;
/** Rests of a division by a multiple of this tell shards apart, for nearly all numbers of shards. */
const rests = 5040;
/** How many ids of a shard are looked at together. */
const idsAtOnce = 200_000;

const valuesOf = (rows: readonly AnswerRow[]): readonly string[] =>
  rows.map(({ value }) => String(value));

/** The first value that two lists share, with their positions. */
function sharedValue(
  lists: readonly (readonly string[])[],
): { readonly first: number; readonly second: number } | undefined {
  const owner = new Map<string, number>();
  for (const [second, values] of lists.entries()) {
    for (const value of values) {
      const first = owner.get(value);
      if (first !== undefined && first !== second) return { first, second };
      owner.set(value, second);
    }
  }
  return undefined;
}

/**
 * Throws an IvrError `log-layout` when two shards hold rows of the same call: each would count a part
 * of it as a whole one. Tables that are sharded by a hash of the call show at once that they don't;
 * of others all ids are compared.
 */
export async function refuseSharedCalls(onAll: OnAll, shards: readonly Shard[]): Promise<void> {
  if (shards.length === 1) return;
  for (const hash of hashes) {
    const lists = await onAll(async ({ server, table, columns }) => {
      const ids = callIdsSql(table, columns);
      const rest = `toString(${hash}(sharded) % ${rests * shards.length})`;
      return valuesOf(await server.rows(`SELECT DISTINCT ${rest} AS value FROM (${ids})`));
    });
    if (sharedValue(lists) === undefined) return;
  }
  const sizes = await onAll(async ({ server, table, columns }) => {
    const counted = `SELECT toString(uniq(id)) AS value FROM (${callIdsSql(table, columns)})`;
    return Number(valuesOf(await server.rows(counted))[0] ?? '0');
  });
  const slices = Math.max(1, Math.ceil(Math.max(...sizes) / idsAtOnce));
  for (let slice = 0; slice < slices; slice += 1) {
    const lists = await onAll(async ({ server, table, columns }) => {
      const ids = `SELECT DISTINCT id AS value FROM (${callIdsSql(table, columns)})`;
      return valuesOf(await server.rows(`${ids} WHERE cityHash64(id) % ${slices} = ${slice}`));
    });
    const shared = sharedValue(lists);
    if (shared === undefined) continue;
    const [one, other] = [shared.first, shared.second].map((index) => shards[index]?.server.name);
    throw new IvrError(
      'log-layout',
      `Calls are split: ${String(one)} and ${String(other)} both hold rows of one call.`,
      {
        help: 'Shard the table by the call, as in cityHash64(call), name each shard once and no replica of it; or name one server and a Distributed table: then the cluster brings the rows of a call together, which takes longer.',
      },
    );
  }
}
