import type { CallRow, LogTranslation } from '../log-format.ts';
import type { MomentReader } from '../moment.ts';
import { fieldIn, listIn, textIn } from '../values.ts';
import { executionIn, itemsIn, type ExecutionItem } from './execution-items.ts';
import { tellFlow, type GenesysFacts, type MenuTurn } from './tell-flow.ts';

/** What the caller did each time a menu was said. */
function turnsOf(data: unknown, momentIn: MomentReader): readonly MenuTurn[] {
  return listIn(data, 'execution').flatMap((item) => {
    const turn = fieldIn(item, 'turn');
    if (turn === undefined) return [];
    const answer = fieldIn(turn, 'fromParticipant');
    const audio = fieldIn(answer, 'audio');
    const at = momentIn(textIn(answer, 'dateTime') ?? '');
    const dtmf = textIn(fieldIn(audio, 'dtmf'), 'value');
    const spoke = (textIn(fieldIn(audio, 'speech'), 'utterance') ?? '') !== '';
    return [
      { at: typeof at === 'number' ? at : undefined, key: dtmf === '' ? undefined : dtmf, spoke },
    ];
  });
}

/** Whether a variable that a menu sets is true at its end. */
function isSet(data: unknown, name: string): boolean {
  return listIn(data, 'outputVariables').some(
    (variable) => textIn(variable, 'variableName') === name && textIn(variable, 'value') === 'true',
  );
}

function factsOf({ kind, data }: ExecutionItem, momentIn: MomentReader): GenesysFacts {
  return {
    kind,
    name: textIn(data, 'actionName') ?? textIn(data, 'menuName') ?? textIn(data, 'taskName') ?? '',
    ids: [textIn(data, 'actionId'), textIn(data, 'trackingId')].filter((id) => id !== undefined),
    path: textIn(data, 'outputPathId') ?? '',
    queue: textIn(fieldIn(fieldIn(data, 'inputData'), 'queue'), 'name') ?? '',
    turns: kind === 'menuMenu' ? turnsOf(data, momentIn) : [],
    last: isSet(data, 'Menu.LastCollectionNoInput')
      ? 'noinput'
      : isSet(data, 'Menu.LastCollectionNoMatch')
        ? 'nomatch'
        : undefined,
  };
}

const noItem = { ids: [], path: '', queue: '', turns: [], last: undefined } as const;

/** Translates what conversations did in flows. */
export const executionTranslation = (
  momentIn: MomentReader,
): LogTranslation<{ readonly value: unknown }, GenesysFacts> => ({
  readRecord({ value }) {
    const execution = executionIn(value);
    if (execution === undefined) return { field: undefined, reason: 'not a record of this log' };
    const { call, flow, items } = execution;
    if (call === '') return { field: 'conversationId', reason: 'no call id' };
    const rows: CallRow<GenesysFacts>[] = [];
    for (const item of itemsIn(items)) {
      const at = momentIn(textIn(item.data, 'dateTime') ?? '');
      if (typeof at === 'string') return { field: 'dateTime', reason: at };
      rows.push({ call, at, facts: factsOf(item, momentIn) });
    }
    const end = textIn(flow, 'endDateTime');
    const at = end === undefined ? undefined : momentIn(end);
    if (typeof at === 'string') return { field: 'endDateTime', reason: at };
    if (at !== undefined)
      rows.push({ call, at, facts: { ...noItem, kind: 'endedFlow', name: '' } });
    return rows;
  },
  tellCall: tellFlow,
});
