// Reads {script, directory, options} from standard input; prints the log that is simulated.
import { text } from 'node:stream/consumers';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import { parseDirectory } from '../../../src/routing/parse-directory.ts';
import { parseScript } from '../../../src/script/parse-script.ts';
import { simulateLog } from '../../../src/walk/simulate-log.ts';
import type { SimulateOptions } from '../../../src/walk/simulate-options.ts';

const input = JSON.parse(await text(process.stdin)) as {
  readonly script: string;
  readonly directory: string;
  readonly options: SimulateOptions;
};
const { document } = parseScript({ path: 'menu.ivr.yaml', text: input.script });
const directory = parseDirectory({ path: 'menu.directory.yaml', text: input.directory }).document
  ?.directory;
if (document === undefined) throw new Error('the script can not be read');
const flow = buildCallFlow(document.script);
for await (const chunk of simulateLog(flow, { ...input.options, directory }))
  process.stdout.write(chunk);
