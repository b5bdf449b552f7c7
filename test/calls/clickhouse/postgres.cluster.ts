import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  asLines,
  fillEv,
  portableResults,
  portableStatements,
  sampleEvents,
} from '../../support/portable-sql.ts';
import { findPostgres, startPostgres, type TestPostgres } from '../../support/postgres-server.ts';

const programs = findPostgres();
if (programs === undefined)
  process.stderr.write('No PostgreSQL was found: the portable statements are not tried on it.\n');

(programs === undefined ? describe.skip : describe)('PostgreSQL', () => {
  let server: TestPostgres | undefined;
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
  });
  afterAll(async () => {
    await server?.stop();
  });

  test('the portable statements run there, and count as we do', async () => {
    const events = await sampleEvents(300);
    for (const statement of fillEv(events)) await server?.run(statement);
    const results = [];
    for (const statement of portableStatements()) {
      const text = (await server?.run(statement)) ?? '';
      results.push(asLines(text.split('\n').map((line) => line.split('\t'))));
    }
    expect(results).toEqual(portableResults(events));
  });
});
