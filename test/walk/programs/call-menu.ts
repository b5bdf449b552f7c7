// Reads {script, directory, calls} from standard input; prints each call as text and as JSON.
import { text } from 'node:stream/consumers';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import { judgeCall } from '../../../src/replay/judge-call.ts';
import { callToJson } from '../../../src/report/call-json.ts';
import { callToText } from '../../../src/report/call-text.ts';
import { parseDirectory } from '../../../src/routing/parse-directory.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import { followCall } from '../../../src/walk/follow-call.ts';
import { parseKeys } from '../../../src/walk/parse-keys.ts';
import { setUpCall } from '../../../src/walk/set-up-call.ts';

const input = JSON.parse(await text(process.stdin)) as {
  readonly script: string;
  readonly directory: string;
  readonly calls: readonly { readonly at: string; readonly keys: string }[];
};
const { document } = parseScript({ path: 'menu.ivr.yaml', text: input.script });
const directory = parseDirectory({ path: 'menu.directory.yaml', text: input.directory }).document
  ?.directory;
if (document === undefined) throw new Error('the script can not be read');
const { script } = document;
const flow = buildCallFlow(script);
for (const { at, keys } of input.calls) {
  const setup = await setUpCall(flow, directory, { now: Date.UTC(2026, 10, 27, 23, 30), at });
  const call = followCall(flow, setup.world, parseKeys(keys), setup.start);
  const judgement = judgeCall(flow, call);
  const report = { script, directory, call, judgement, ...setup, time: setup };
  process.stdout.write(callToText(report) + callToJson(report));
}
