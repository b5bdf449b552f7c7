import { createCsvReader } from '../../csv-rows.ts';
import { anyTranslation, type LineFormat, type TableFormat } from '../log-format.ts';
import type { ChannelField, ChannelRow } from './translate-channel-log.ts';

const queueLogName = { name: 'asterisk-queue-log', title: 'queue log of Asterisk' } as const;
const channelLogName = {
  name: 'asterisk-cel',
  title: 'channel event log of Asterisk',
} as const;

/**
 * The file `queue_log`: `moment|call|queue|member|event|…`.
 * https://docs.asterisk.org/Operation/Logging/Queue-Logs/
 */
const queueLog: LineFormat = {
  ...queueLogName,
  records: 'lines',
  recognise: (line) => /^\d{9,11}(?:\.\d+)?\|[^|]*\|[^|]*\|[^|]*\|[A-Z]{4,}/.test(line),
  async load(moments) {
    const { queueRowIn, translateQueueLog } = await import('./translate-queue-log.ts');
    return anyTranslation(translateQueueLog(({ text }) => queueRowIn(text), moments));
  },
};

/** The same log where it is kept in a database: its table, exported. */
const queueLogTable: TableFormat = {
  ...queueLogName,
  records: 'table',
  columns: ['time', 'callid', 'queuename', 'event'],
  async load(moments) {
    const { translateQueueLog } = await import('./translate-queue-log.ts');
    return anyTranslation(
      translateQueueLog(
        ({ field }) => ({
          time: field('time'),
          call: field('callid'),
          queue: field('queuename'),
          event: field('event'),
        }),
        moments,
      ),
    );
  },
};

/** The table `cel` of a database, exported. https://docs.asterisk.org/Configuration/Reporting/Channel-Event-Logging-CEL/ */
const channelLogTable: TableFormat = {
  ...channelLogName,
  records: 'table',
  columns: ['eventtype', 'eventtime', 'exten', 'context', 'appname', 'uniqueid', 'linkedid'],
  async load(moments) {
    const { translateChannelLog } = await import('./translate-channel-log.ts');
    return anyTranslation(translateChannelLog((record) => record.field, moments));
  },
};

/** The order of `Master.csv`, as the sample of `cel_custom.conf` has it. */
const inMaster: Readonly<Record<ChannelField, number>> = {
  eventtype: 0,
  eventtime: 1,
  exten: 7,
  context: 8,
  channame: 9,
  appname: 10,
  appdata: 11,
  uniqueid: 14,
  linkedid: 15,
  extra: -1,
};
const fewestFields = 16;

function masterRow(line: string): ChannelRow | undefined {
  const reader = createCsvReader();
  const [row] = [...reader.take({ first: 1, lines: [line] }), ...reader.end()];
  if (row === undefined || !('fields' in row) || row.fields.length < fewestFields) return undefined;
  const { fields } = row;
  return (field) => (fields.at(inMaster[field]) ?? '').trim();
}

/** The file `Master.csv`, which has no header. */
const channelLogLines: LineFormat = {
  ...channelLogName,
  records: 'lines',
  recognise: (line) =>
    /^"?(?:CHAN_START|APP_START|ANSWER|HANGUP)"?,/.test(line) && masterRow(line) !== undefined,
  async load(moments) {
    const { translateChannelLog } = await import('./translate-channel-log.ts');
    return anyTranslation(translateChannelLog((record) => masterRow(record.text), moments));
  },
};

/** The logs of Asterisk and FreePBX that tell where callers go. */
export const asteriskLogs = [queueLog, queueLogTable, channelLogTable, channelLogLines] as const;
