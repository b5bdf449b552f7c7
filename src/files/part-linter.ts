import { parentPort, workerData } from 'node:worker_threads';
import { createPartLinter, type LintPart, type LintTask } from './lint-part.ts';

// What runs in a thread that lints: parts come in, and what became of them goes out, one by one.
const port = parentPort;
if (port !== null) {
  const lintPart = createPartLinter(workerData as LintTask);
  let before = Promise.resolve();
  port.on('message', (part: LintPart) => {
    before = before.then(async () => {
      port.postMessage(await lintPart(part));
    });
  });
}
