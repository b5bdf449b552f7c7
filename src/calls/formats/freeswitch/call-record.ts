import { anyTranslation, type JsonFormat } from '../log-format.ts';
import { fieldIn, textIn } from '../values.ts';

/**
 * The call detail records that FreeSWITCH writes as JSON, one a leg, with the applications it ran.
 * https://developer.signalwire.com/freeswitch/FreeSWITCH-Explained/Modules/mod_json_cdr_6586694
 */
export const freeswitchRecord: JsonFormat = {
  name: 'freeswitch-json-cdr',
  title: 'call detail records of FreeSWITCH',
  records: 'json',
  lists: ['records', 'cdrs'],
  recognise(value) {
    const variables = fieldIn(value, 'variables');
    return (
      textIn(variables, 'uuid') !== undefined && textIn(variables, 'start_uepoch') !== undefined
    );
  },
  async load() {
    const { translateCallRecord } = await import('./translate-call-record.ts');
    return anyTranslation(translateCallRecord);
  },
};
