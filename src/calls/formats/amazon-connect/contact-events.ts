import { anyTranslation, type JsonFormat } from '../log-format.ts';
import { textIn } from '../values.ts';
import { entryIn } from './log-entry.ts';

const kind = 'Amazon Connect Contact Event';

/**
 * The events that Amazon Connect sends to EventBridge while a contact is there, as a rule's target keeps them:
 * CloudWatch, Firehose, a queue. They know the queue, the person and the end.
 * https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html
 */
export const contactEvents: JsonFormat = {
  name: 'amazon-connect-contact-events',
  title: 'contact events of Amazon Connect',
  records: 'json',
  lists: ['events', 'logEvents', 'results'],
  mayFollowText: true,
  recognise: (value) => textIn(entryIn(value), 'detail-type') === kind,
  async load(moments) {
    const { translateContactEvent } = await import('./translate-contact-event.ts');
    return anyTranslation(translateContactEvent(moments));
  },
};
