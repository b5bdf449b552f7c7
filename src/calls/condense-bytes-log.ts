import { beginCondensing, type CondensingOptions } from './begin-condensing.ts';
import { partialLog, type PartialLog } from './bytes/partial-log.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import { createByteReader } from './bytes/read-bytes.ts';
import type { OnReject } from './log-engine.ts';
import { createRowTally } from './row-tally.ts';

/** Condenses a log, or one part of its calls, out of bytes that begin behind the header. */
export interface BytesCondensing {
  readonly take: (chunk: Uint8Array) => void;
  /** Whether rows came so late that calls may have been let go before them. */
  readonly isTorn: () => boolean;
  readonly finish: () => PartialLog;
}

/** Begins to condense a log whose rows can be read as bytes. */
export function condenseBytes(
  path: string,
  { columns, firstLine }: PlainHeader,
  options: CondensingOptions & { readonly onReject?: OnReject | undefined },
): BytesCondensing {
  const tally = createRowTally(path, options.onReject);
  const condensing = beginCondensing(options);
  const reader = createByteReader({ condensing, log: 0, tally, columns, firstLine });
  return {
    take: reader.take,
    isTorn: condensing.condenser.isTorn,
    finish() {
      reader.end();
      return partialLog(condensing, tally.counts());
    },
  };
}
