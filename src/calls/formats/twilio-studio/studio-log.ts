import { anyTranslation, type JsonFormat } from '../log-format.ts';
import { studioRecord } from './studio-record.ts';

/**
 * What executions of Twilio Studio did: their steps and themselves, as the API and its command line list
 * them, and the events that Event Streams sends of them, in any mixture.
 * https://www.twilio.com/docs/studio/rest-api/v2/step
 * https://www.twilio.com/docs/events/event-types/studio/flow
 */
export const studioLog: JsonFormat = {
  name: 'twilio-studio',
  title: 'steps and events of Twilio Studio',
  records: 'json',
  lists: ['steps', 'executions'],
  recognise: (value) => studioRecord(value) !== undefined,
  async load(moments) {
    const { studioTranslation } = await import('./translate-studio-log.ts');
    return anyTranslation(studioTranslation(moments));
  },
};
