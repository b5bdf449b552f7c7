import { condenseLogs } from './condense-logs.ts';
import type { LogEngine } from './log-engine.ts';

/** The engine that needs nothing but Node: it reads every text layout, in one pass where it can. */
export const streamEngine: LogEngine = { name: 'stream', condense: condenseLogs };
