import { loadCalls } from './load-calls.ts';
import type { LogFlags } from './log-options.ts';
import { noting } from './noting.ts';
import { deliver } from './output.ts';
import { paintInto } from './paint.ts';
import { withReasons } from './reasons-option.ts';
import type { TableFlags } from './table-options.ts';
import type { Terminal } from './terminal.ts';
import type { VersionFlags } from './version-options.ts';

/** What a comparison with a proposed menu is asked for. */
export interface WhatIfFlags
  extends Omit<LogFlags, 'log'>, Omit<TableFlags, 'log'>, Omit<VersionFlags, 'log'> {
  readonly log?: string[];
  readonly as?: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly calibration?: string;
  readonly callsPerYear?: number;
  readonly callersKey?: string;
  readonly reasons?: string;
}

/** Walks what the callers of a log wanted over a proposed menu, and tells what that does to them. */
export async function replayAs(
  file: string | undefined,
  as: string,
  flags: WhatIfFlags,
  terminal: Terminal,
): Promise<void> {
  const { buildCallFlow, IvrError, replayLog, whatIf, whatIfToJson, whatIfToText } =
    await import('../index.ts');
  const { loadCalibration, loadOneScript } = await import('../node.ts');
  const { loadDetails } = await import('../logs.ts');
  const { script, until, from, to, directory, id, calibration: measured } = flags;
  if (file === undefined || script !== undefined || until !== undefined)
    throw new IvrError(
      'usage',
      '--as compares two menus: the one that the calls were made to, and a new one.',
      {
        help: 'Write ivr replay new.ivr.yaml --as old.ivr.yaml --log calls.csv.',
      },
    );
  const before = await loadOneScript(as, { ...noting(terminal), directory, id, recordings: true });
  const after = await loadOneScript(file, { ...noting(terminal), directory, id, recordings: true });
  const flow = buildCallFlow(before.document.script);
  const zone = flags.zone ?? before.directory?.directory.timeZone ?? 'UTC';
  const callers = { keyFile: flags.callersKey, key: terminal.env['IVR_CALLERS_KEY'] };
  const limits = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const details = await loadDetails({
    ...{ cwd: terminal.cwd, zone, callers, ...limits, now: Date.now() },
  });
  const counted = await loadCalls(flags.log, flow, flags, terminal, { details });
  const log = await withReasons(flags.reasons, flow, counted, terminal);
  const calibration =
    measured === undefined ? undefined : await loadCalibration(measured, terminal);
  const found = whatIf(flow, buildCallFlow(after.document.script), log, replayLog(flow, log), {
    ...{ calibration, callsPerYear: flags.callsPerYear },
  });
  const text =
    flags.format === 'json'
      ? whatIfToJson(found)
      : whatIfToText(found, paintInto(flags.output, terminal));
  await deliver(terminal, flags.output, text);
}
