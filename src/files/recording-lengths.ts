import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { recordingSeconds } from '../prompt/recording/recording-seconds.ts';
import { promptsIn } from '../script/prompts-in.ts';
import type { Script, ScriptNode } from '../script/script.ts';
import type { Language, Prompt } from '../script/values.ts';

/** Longer files are no prompts; a telephone takes an hour for so many bytes. */
const mostBytes = 32 * 2 ** 20;
const isSound = /\.(?:wav|wave|mp3)$/i;

/** Tells the seconds of a recording that lies in a folder, by the name that a script gives it. */
type Measure = (name: string) => Promise<number | undefined>;

/**
 * A file that is named relative to a folder and lies within it, links followed. Nothing else is opened: a
 * menu may come from anybody.
 */
async function fileWithin(folder: string, name: string): Promise<string | undefined> {
  if (!isSound.test(name) || isAbsolute(name) || /^[a-z][a-z\d+.-]+:/i.test(name)) return undefined;
  try {
    const [root, file] = [await realpath(folder), await realpath(resolve(folder, name))];
    const way = relative(root, file);
    if (way === '' || way.startsWith('..') || isAbsolute(way)) return undefined;
    const found = await stat(file);
    return found.isFile() && found.size <= mostBytes ? file : undefined;
  } catch {
    return undefined;
  }
}

function measureIn(folder: string): Measure {
  const known = new Map<string, Promise<number | undefined>>();
  const measure = async (name: string): Promise<number | undefined> => {
    const file = await fileWithin(folder, name);
    if (file === undefined) return undefined;
    try {
      return recordingSeconds(await readFile(file));
    } catch {
      return undefined;
    }
  };
  return (name) => {
    const seconds = known.get(name) ?? measure(name);
    known.set(name, seconds);
    return seconds;
  };
}

/** The length of a prompt's recordings; nothing where one of them can't be told. */
async function lengthOf(
  { recording }: Prompt,
  measure: Measure,
): Promise<number | Readonly<Record<Language, number>> | undefined> {
  if (recording === undefined) return undefined;
  if (typeof recording === 'string') return measure(recording);
  const lengths: [Language, number][] = [];
  for (const [language, name] of Object.entries(recording)) {
    const seconds = await measure(name);
    if (seconds === undefined) return undefined;
    lengths.push([language, seconds]);
  }
  return Object.fromEntries(lengths);
}

/** A copy of nested values with one of them replaced; the way must be there. */
function replaced(
  value: unknown,
  [step, ...rest]: readonly (string | number)[],
  by: unknown,
): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value) && typeof step === 'number')
    return value.with(step, replaced(value[step], rest, by));
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [step]: replaced(fields[step], rest, by) };
}

/**
 * A script in which recordings without a length have the one of their file, where that is a WAV or MP3 in
 * the folder of the menu or below it. Everything else stays as it is: the same script where no length is
 * found.
 */
export async function withRecordingLengths(script: Script, menuFile: string): Promise<Script> {
  const measure = measureIn(dirname(menuFile));
  const changed = new Map<string, ScriptNode>();
  for (const [id, node] of Object.entries(script.nodes) as [string, ScriptNode][]) {
    for (const { prompt, path } of promptsIn(node)) {
      if (prompt.recording === undefined || prompt.length !== undefined) continue;
      const length = await lengthOf(prompt, measure);
      if (length === undefined) continue;
      const own = changed.get(id) ?? node;
      changed.set(id, replaced(own, path, { ...prompt, length }) as ScriptNode);
    }
  }
  const defaults = await defaultLengths(script, measure);
  if (changed.size === 0 && defaults === script.defaults) return script;
  const nodes = Object.fromEntries(
    Object.entries(script.nodes).map(([id, node]) => [id, changed.get(id) ?? node]),
  );
  return { ...script, ...(defaults === undefined ? {} : { defaults }), nodes };
}

/** The same for what every menu says after silence. */
async function defaultLengths({ defaults }: Script, measure: Measure): Promise<Script['defaults']> {
  if (defaults === undefined) return undefined;
  let found: Script['defaults'] = defaults;
  for (const trigger of ['noInput', 'noMatch'] as const) {
    const say: Prompt | undefined = defaults[trigger]?.say;
    if (say?.recording === undefined || say.length !== undefined) continue;
    const length = await lengthOf(say, measure);
    if (length === undefined) continue;
    found = { ...found, [trigger]: { ...defaults[trigger], say: { ...say, length } } };
  }
  return found;
}
