import type { RegisterCommand } from '../command.ts';
import { registerCallsCheck } from './calls/check.ts';
import { registerCallsConvert } from './calls/convert.ts';
import { registerCallsLoad } from './calls/load.ts';
import { registerCallsMap } from './calls/map.ts';

/** `ivr calls`: what can be done with logs of calls before any menu is looked at. */
export const registerCalls: RegisterCommand = (program, context) => {
  const calls = program
    .command('calls')
    .description('work with call logs: check them, map their columns, convert and load them')
    .addHelpText('after', '\nExample:\n  $ ivr calls check sample-logs/northwind-bank.csv\n');
  registerCallsCheck(calls, context);
  registerCallsMap(calls, context);
  registerCallsConvert(calls, context);
  registerCallsLoad(calls, context);
};
