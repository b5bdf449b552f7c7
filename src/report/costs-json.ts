import type { DestinationCost } from '../insight/destination-costs.ts';
import type { CostsReport } from './costs-report.ts';
import { jsonText } from './json.ts';

/** Ten-thousandths as a number of the currency: at most four decimals. */
const amount = (price: number | undefined): number | null =>
  price === undefined ? null : price / 10_000;

function pricesJson(prices: DestinationCost['prices']) {
  return typeof prices === 'string'
    ? { known: false, reason: prices }
    : {
        known: true,
        currency: prices.currency,
        firstMinute: amount(prices.firstMinute),
        furtherMinute: amount(prices.furtherMinute),
        waitingMinute: amount(prices.waitingMinute),
        holdingMinute: amount(prices.holdingMinute),
      };
}

/** What `ivr costs --format json` prints: prices in the currency, `null` where terms say nothing. */
export function costsToJson({ script, costs }: CostsReport): string {
  return jsonText({
    schemaVersion: 1,
    script: script.id,
    destinations: costs.map(({ node, kind, name, title, keys, site, vendor, prices }) => ({
      node,
      kind,
      name: name ?? null,
      title: title ?? null,
      keys: keys.map(({ trigger, value }) => (value === '' ? { trigger } : { trigger, value })),
      site: site ?? null,
      vendor: vendor ?? null,
      ...pricesJson(prices),
    })),
  });
}
