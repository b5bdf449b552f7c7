import { keysText, type CostsReport } from './costs-report.ts';
import { csvCell } from './csv-cell.ts';

const columns = [
  ...['node', 'kind', 'name', 'title', 'keys', 'site', 'vendor', 'currency'],
  ...['first_minute', 'further_minute', 'waiting_minute', 'holding_minute', 'unknown'],
];

const amount = (price: number | undefined): number | undefined =>
  price === undefined ? undefined : price / 10_000;

/** What `ivr costs --format csv` prints: a line for every destination and site; unknown is empty. */
export function costsToCsv({ costs }: CostsReport): string {
  const rows = costs.map(({ node, kind, name, title, keys, site, vendor, prices }) => [
    ...[node, kind, name, title, keys.length === 0 ? '' : keysText(keys), site, vendor],
    ...(typeof prices === 'string'
      ? [undefined, undefined, undefined, undefined, undefined, prices]
      : [
          prices.currency,
          amount(prices.firstMinute),
          amount(prices.furtherMinute),
          amount(prices.waitingMinute),
          amount(prices.holdingMinute),
          undefined,
        ]),
  ]);
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}
