import { textIn } from '../values.ts';

/** Whether a value is a contact record: its id stands beside the moment at which it began. */
export function isContactRecord(value: unknown): boolean {
  return (
    textIn(value, 'ContactId') !== undefined && textIn(value, 'InitiationTimestamp') !== undefined
  );
}
