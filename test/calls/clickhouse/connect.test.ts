import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import { connect, type Server } from '../../../src/calls/clickhouse/connect.ts';
import { parseServerAddress } from '../../../src/calls/clickhouse/server-address.ts';
import { BrokenAnswer } from '../../../src/calls/clickhouse/server-error.ts';

type Answer = (response: ServerResponse) => void;

let listener: HttpServer | undefined;
let client: Server | undefined;
afterEach(async () => {
  await client?.close();
  listener?.closeAllConnections();
  await new Promise((resolve) => {
    if (listener === undefined) resolve(undefined);
    else listener.close(resolve);
  });
});

/** A server that gives these answers, one after the other and the last one from then on. */
async function answering(...answers: readonly Answer[]) {
  let asked = 0;
  const pauses: number[] = [];
  const own = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      answers[Math.min(asked, answers.length - 1)]?.(response);
      asked += 1;
    });
  });
  listener = own;
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  const address = own.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const server = await connect(parseServerAddress(`http://ann:hunter2@127.0.0.1:${port}`), {
    timeout: 500,
    wait: (pause) => Promise.resolve(void pauses.push(pause)),
  });
  client = server;
  return { server, name: `http://127.0.0.1:${port}`, asked: () => asked, pauses };
}

const document: Answer = (response) => response.end('{"data": [{"a": "1"}, {"a": 2}], "rows": 2}');
const fails =
  (status: number, text: string): Answer =>
  (response) => {
    response.statusCode = status;
    response.end(text);
  };
const breaksOff: Answer = (response) => {
  response.writeHead(200);
  response.write('{"data": [{"a"');
  setTimeout(() => response.destroy(), 20);
};
const silent: Answer = () => undefined;

describe('a connection to a server', () => {
  test('gives the rows of an answer', async () => {
    const { server } = await answering(document);
    expect(await server.rows('SELECT 1')).toEqual([{ a: '1' }, { a: 2 }]);
  });

  test.each([
    ['breaks off', breaksOff],
    ['ends in the middle', fails(200, '{"data": [{"a": "1"}')],
    [
      'is busy',
      fails(500, 'Code: 202. DB::Exception: Too many simultaneous queries. (X_Y) (version 1)'),
    ],
    [
      'says in the middle of its answer that it lost another',
      fails(
        200,
        '{"data": [{"a": "1"},\nCode: 210, e.displayText() = DB::NetException: x, e.what() = DB::Exception',
      ),
    ],
  ])('one that %s is asked again, twice', async (_, answer) => {
    const passing = await answering(answer, answer, document);
    expect(await passing.server.rows('SELECT 1')).toHaveLength(2);
    expect(passing.pauses).toEqual([500, 2000]);
  });

  test('one that keeps breaking off ends the work, with its name and no secret', async () => {
    const { server, name, asked } = await answering(breaksOff);
    const failed = server.rows('SELECT 1');
    await expect(failed).rejects.toMatchObject({
      code: 'server-failed',
      message: `${name} gave no complete answer: the connection broke off.`,
    });
    expect(asked()).toBe(3);
  });

  test.each([
    [
      "Code: 60, e.displayText() = DB::Exception: Table x doesn't exist., e.what() = DB::Exception",
      /Table x doesn't exist. \(code 60\)/,
    ],
    [
      'Code: 516. DB::Exception: ann: Authentication failed. (AUTHENTICATION_FAILED) (version 24.8.1)',
      /Authentication failed/,
    ],
    [
      'Code: 6. DB::Exception: Cannot parse string 49301234567 as UInt8. (CANNOT_PARSE_TEXT)',
      /Cannot parse string … as UInt8/,
    ],
    ['<html>no database</html>', /no database/],
  ])('what does not pass is told at once: %s', async (text, message) => {
    const { server, asked } = await answering(fails(500, text));
    await expect(server.rows('SELECT 1')).rejects.toMatchObject({
      ...{ code: 'server-failed', message: expect.stringMatching(message) },
    });
    expect(asked()).toBe(1);
  });

  test('one that is silent is not asked again: it may still be at work', async () => {
    const { server, asked } = await answering(silent);
    await expect(server.rows('SELECT 1')).rejects.toMatchObject({
      message: expect.stringContaining('it did not answer in time'),
      help: expect.stringContaining('--timeout'),
    });
    expect(asked()).toBe(1);
  });

  test('a stream begins anew with every try, and its reader says whether it is whole', async () => {
    const lines =
      (count: number): Answer =>
      (response) =>
        response.end('{"n": 1}\n'.repeat(count));
    const { server } = await answering(lines(2), breaksOff, lines(3));
    const sum = await server.read('SELECT n', () => {
      let total = 0;
      return {
        take: () => (total += 1),
        end: () => {
          if (total < 3) throw new BrokenAnswer('rows are missing');
          return total;
        },
      };
    });
    expect(sum).toBe(3);
  });

  test('before rows are added again, it is asked which are missing', async () => {
    const { server } = await answering(breaksOff, (response) => response.end());
    const tries: number[] = [];
    await server.insert({
      ...{ table: '`t`', columns: ['a'] },
      rows: (count) => Promise.resolve(tries.push(count) > 1 ? [] : [{ a: 1 }]),
    });
    expect(tries).toEqual([0, 1]);
  });
});
