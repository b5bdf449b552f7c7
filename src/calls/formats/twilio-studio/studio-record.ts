import { fieldIn, textIn } from '../values.ts';

/** The records of Studio, whichever way they came: as resources of the API, or as events. */
export interface StudioRecord {
  readonly is: 'step' | 'execution';
  readonly data: unknown;
}

/** A field by its name in the API; the command line writes `transitionedTo` for `transitioned_to`. */
export function studioText(data: unknown, name: string): string | undefined {
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return textIn(data, name) ?? textIn(data, camel);
}

/** The record that a value holds; nothing where it is none of Studio's. */
export function studioRecord(value: unknown): StudioRecord | undefined {
  const type = textIn(value, 'type') ?? '';
  const isEvent = type.startsWith('com.twilio.studio.flow.');
  const data = isEvent ? fieldIn(value, 'data') : value;
  if (type.startsWith('com.twilio.studio.flow.execution.')) return { is: 'execution', data };
  if (
    studioText(data, 'transitioned_to') !== undefined &&
    studioText(data, 'execution_sid') !== undefined
  )
    return { is: 'step', data };
  const isExecution =
    /^FN[0-9a-f]{32}$/i.test(textIn(data, 'sid') ?? '') &&
    studioText(data, 'flow_sid') !== undefined &&
    textIn(data, 'status') !== undefined;
  return isExecution ? { is: 'execution', data } : undefined;
}
