import type { CallFlow } from '../flow/call-flow.ts';
import { simulateCalls } from './simulate.ts';
import type { SimulateOptions } from './simulate-options.ts';
import { writeLog } from './write-log.ts';

/**
 * Simulates calls on a flow and writes their log: chunks of native CSV, in the order of time, the
 * same for the same options in every zone and on every machine. docs/simulate.md states the model.
 */
export async function* simulateLog(
  flow: CallFlow,
  options: SimulateOptions,
): AsyncGenerator<string, void> {
  const rows = await simulateCalls(flow, options);
  yield* writeLog(rows, { callers: options.callers });
}
