// Writes src/routing/holiday-areas-table.ts: the countries and regions whose public holidays
// opening_hours knows. Run it again when that package brings new ones; without, they are known all
// the same, but only once the package is loaded.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import OpeningHours from 'opening_hours';

const library = fileURLToPath(import.meta.resolve('opening_hours'));
const table = fileURLToPath(new URL('../src/routing/holiday-areas-table.ts', import.meta.url));
const regions = [
  ...new Set(
    [...readFileSync(library, 'utf8').matchAll(/"_state_code": "([a-z\d]+)"/g)].map(
      ([, code]) => code,
    ),
  ),
].sort();
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Whether the holidays there are known: asked for its state by name, the package knew no region. */
function isKnown(country, region) {
  let knewRegion = true;
  const address = {
    country_code: country,
    ...(region === undefined ? {} : { 'ISO3166-2-lvl4': region }),
    get state() {
      knewRegion = region === undefined;
      return undefined;
    },
  };
  try {
    new OpeningHours('PH', { lat: 0, lon: 0, address }, 0);
    return knewRegion;
  } catch {
    return false;
  }
}

console.error = () => {};
const areas = letters
  .flatMap((first) => letters.map((second) => first + second))
  .map((country) => ({
    country,
    alone: isKnown(country),
    regions: regions.filter((region) => isKnown(country, region)),
  }))
  .filter((area) => area.alone || area.regions.length > 0);
const rows = areas.map(
  ({ country, alone, regions: known }) =>
    `  ${country}: '${[...(alone ? ['-'] : []), ...known].join(' ')}',`,
);
const text = `/**
 * Where public holidays are known, by country (ISO 3166-1) and region (ISO 3166-2): facts of
 * opening_hours, written out by scripts/holiday-areas.mjs. A dash stands for the country alone.
 */
export const holidayAreas: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`;
const style = await resolveConfig(table);
writeFileSync(table, await format(text, { ...style, parser: 'typescript' }));
