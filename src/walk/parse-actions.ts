import { IvrError } from '../source/ivr-error.ts';
import type { Action } from './action.ts';

const help =
  'Write a list of actions as JSON, as ivr prove gives them: [{"do": "press", "key": "2"}, {"do": "silence"}].';

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 200;
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
const isKey = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9*#]{1,40}$/.test(value);
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < 1;
const isTime = (value: unknown): boolean => typeof value === 'number' && value >= 0;

type Field = (value: unknown) => boolean;
interface Form {
  readonly needs?: Readonly<Record<string, Field>>;
  readonly may?: Readonly<Record<string, Field>>;
}

const timed = { after: isTime };

/** What each action is made of. */
const forms: Readonly<Record<Action['do'], Form>> = {
  press: { needs: { key: isKey }, may: timed },
  speak: { needs: { intent: isText }, may: timed },
  enter: { needs: { digits: isCount }, may: timed },
  silence: {},
  hangup: { may: timed },
  next: { may: { ...timed, share: isShare } },
  succeed: { may: { ...timed, result: isText } },
  fail: { may: timed },
  answer: { may: timed },
  overflow: { may: timed },
  closed: {},
  full: {},
  abandon: { may: timed },
  error: {},
  exit: { needs: { index: isCount }, may: timed },
};

function isAction(value: unknown): value is Action {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { do: does, ...fields } = value as Readonly<Record<string, unknown>>;
  if (typeof does !== 'string' || !Object.hasOwn(forms, does)) return false;
  const { needs = {}, may = {} } = forms[does as Action['do']];
  const hasAll = Object.keys(needs).every((name) => Object.hasOwn(fields, name));
  const fits = Object.entries(fields).every(([name, field]) => {
    const form = Object.hasOwn(needs, name) ? needs[name] : undefined;
    return (form ?? (Object.hasOwn(may, name) ? may[name] : undefined))?.(field) === true;
  });
  return hasAll && fits;
}

/** Reads a list of actions written as JSON. Throws an IvrError `usage` that says which is none. */
export function parseActions(text: string): readonly Action[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    throw new IvrError('usage', "The actions aren't JSON.", { help, cause });
  }
  if (!Array.isArray(read)) throw new IvrError('usage', "The actions aren't a list.", { help });
  return read.map((value: unknown, index) => {
    if (isAction(value)) return value;
    throw new IvrError('usage', `Action ${index + 1} of the list is unknown.`, { help });
  });
}
