import { formatMoney } from '../routing/billing.ts';
import { printable } from '../source/code-frame.ts';
import { keysText, unknownWords, type CostsReport } from './costs-report.ts';
import { tableLines, type Cell } from './table.ts';

const header = ['keys', 'to', 'site', 'vendor', 'first min', 'further', 'waiting', 'on hold', ''];

/** What a minute costs at every destination, as a table for people. */
export function costsToText({ script, costs }: CostsReport): string {
  const title = printable(script.title ?? script.id);
  if (costs.length === 0) return `${title}\n\nNo queue and no outside number can be reached.\n`;
  const rows = costs.map(({ keys, name, node, site, vendor, prices }): readonly Cell[] => {
    const money =
      typeof prices === 'string'
        ? ['unknown', '', '', '', unknownWords[prices]]
        : [
            prices.firstMinute,
            prices.furtherMinute,
            prices.waitingMinute,
            prices.holdingMinute,
          ].map((price) => (price === undefined ? 'unknown' : formatMoney(price, prices.currency)));
    return [keysText(keys), name ?? node, site ?? '', vendor ?? '', ...money].map((text) => ({
      text: printable(text),
    }));
  });
  const lines = tableLines(
    [header.map((text) => ({ text })), ...rows],
    header.map(() => 'left'),
  );
  const unsaid = costs.some(
    ({ prices }) =>
      typeof prices !== 'string' &&
      (prices.waitingMinute === undefined || prices.holdingMinute === undefined),
  );
  const note = unsaid
    ? '\n"unknown" next to a price: the terms don\'t say whether that time is billed.\n'
    : '';
  return `${title}\n\n${lines.join('\n')}\n${note}`;
}
