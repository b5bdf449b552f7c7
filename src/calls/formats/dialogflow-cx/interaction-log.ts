import { anyTranslation, type JsonFormat } from '../log-format.ts';
import { textIn } from '../values.ts';

/**
 * The interaction log that Dialogflow CX exports to BigQuery, a row a turn, as JSON.
 * https://cloud.google.com/dialogflow/cx/docs/concept/export-bq
 */
export const dialogflowLog: JsonFormat = {
  name: 'dialogflow-cx',
  title: 'interaction log of Dialogflow CX',
  records: 'json',
  lists: ['rows'],
  recognise: (value) =>
    textIn(value, 'conversation_name') !== undefined &&
    textIn(value, 'turn_position') !== undefined,
  async load(moments) {
    const { translateTurns } = await import('./translate-turns.ts');
    return anyTranslation(translateTurns(moments));
  },
};
