import { describe, expect, test } from '@jest/globals';
import { createTableSql } from '../../src/calls/clickhouse/log-table.ts';
import { tableFields } from '../../src/calls/clickhouse/table-columns.ts';
import { parseTableName } from '../../src/calls/clickhouse/table-name.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asLines,
  fillEv,
  portableResults,
  portableStatements,
  sampleEvents,
} from '../support/portable-sql.ts';
import { projectFolder } from '../support/run-ivr.ts';

const page = readFileSync(join(projectFolder, 'docs/clickhouse.md'), 'utf8');

describe('the page of ClickHouse', () => {
  test('it shows the table that is made', () => {
    const made = createTableSql(parseTableName('telephony.calls'), true).replaceAll('`', '');
    expect(page).toContain(made);
  });

  test('it names every field that a column can stand for', () => {
    for (const field of tableFields) expect(page).toContain(`\`${field}\``);
  });

  test('its portable statements run in DuckDB, and count as we do', async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const events = await sampleEvents(300);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const statement of fillEv(events)) await connection.run(statement);
    const results = [];
    for (const statement of portableStatements()) {
      const rows = (await connection.runAndReadAll(statement)).getRows();
      results.push(asLines(rows.map((row) => row.map(String))));
    }
    connection.closeSync();
    expect(results).toEqual(portableResults(events));
    expect(results.map(({ length }) => length > 50)).toEqual([true, true]);
  });
});
