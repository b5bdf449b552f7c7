import { fieldIn, jsonIn, objectIn, textIn, type JsonObject } from '../values.ts';

/** The entry in a message: JSON, perhaps behind a moment. */
function entryInText(text: string): JsonObject | undefined {
  const begin = text.indexOf('{');
  return begin < 0 ? undefined : objectIn(jsonIn(text.slice(begin)));
}

/** The entry of a flow log in whatever CloudWatch wraps it in; nothing where there is none. */
export function entryIn(value: unknown): JsonObject | undefined {
  if (typeof value === 'string') return entryInText(value);
  if (Array.isArray(value)) {
    // A row of Logs Insights: a list of fields with their values.
    const message = (value as readonly unknown[]).find(
      (field) => textIn(field, 'field') === '@message',
    );
    return message === undefined ? undefined : entryIn(textIn(message, 'value'));
  }
  for (const name of ['message', '@message']) {
    const message = fieldIn(value, name);
    if (typeof message === 'string') return entryInText(message);
    if (objectIn(message) !== undefined) return objectIn(message);
  }
  return objectIn(value);
}
