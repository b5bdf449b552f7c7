// Reads {centres: [{script, directory, from, to}]} from standard input; prints what is proved of each.
import { text } from 'node:stream/consumers';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import { proveFlow } from '../../../src/prove/prove-flow.ts';
import type { AnyCentre } from '../any-centre.ts';

const { centres } = JSON.parse(await text(process.stdin)) as {
  readonly centres: readonly AnyCentre[];
};
for (const { script, directory, from, to } of centres) {
  const proof = await proveFlow(buildCallFlow(script), directory, { from, to });
  const plain = JSON.stringify(proof, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  process.stdout.write(`${plain}\n`);
}
