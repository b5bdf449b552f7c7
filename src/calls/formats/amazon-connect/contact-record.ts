import { anyTranslation, type JsonFormat } from '../log-format.ts';
import { isContactRecord } from './is-contact-record.ts';

/**
 * The records that Amazon Connect streams when a contact is over, and again when they change. They know
 * the queue, the person and the end.
 * https://docs.aws.amazon.com/connect/latest/adminguide/ctr-data-model.html
 */
export const contactRecord: JsonFormat = {
  name: 'amazon-connect-contact-record',
  title: 'contact records of Amazon Connect',
  records: 'json',
  lists: ['records'],
  recognise: isContactRecord,
  async load(moments) {
    const { translateContactRecord } = await import('./translate-contact-record.ts');
    return anyTranslation(translateContactRecord(moments));
  },
};
