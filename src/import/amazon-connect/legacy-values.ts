import type { Field, ListTree, MapTree, ScalarTree, Tree } from '../../source/tree.ts';
import { itemsOf, textBelow, below, scalarBelow } from '../tree-values.ts';

/**
 * Values of the flow language made from what an older export says, each with the place of what it was
 * made from, so that findings point into the file.
 */
export const made = {
  text: (value: string, { start, end }: Tree): ScalarTree => ({
    kind: 'scalar',
    value,
    start,
    end,
  }),
  list: (items: readonly Tree[], { start, end }: Tree): ListTree => ({
    kind: 'list',
    items,
    start,
    end,
  }),
  map: (
    entries: readonly (readonly [name: string, value: Tree | undefined])[],
    { start, end }: Tree,
  ): MapTree => ({
    kind: 'map',
    fields: entries.flatMap(([name, value]): readonly Field[] =>
      value === undefined ? [] : [{ name, nameExtent: value, value }],
    ),
    start,
    end,
  }),
} as const;

/** The system's own attributes, by their names in the older console. */
const systemNames: ReadonlyMap<string, string> = new Map([
  ['Customer Number', '$.CustomerEndpoint.Address'],
  ['Dialed Number', '$.SystemEndpoint.Address'],
  ['Stored customer input', '$.StoredCustomerInput'],
  ['ContactId', '$.ContactId'],
  ['Channel', '$.Channel'],
  ['Initiation method', '$.InitiationMethod'],
  ['Language', '$.LanguageCode'],
  ['Queue name', '$.Queue.Name'],
  ['Queue Name', '$.Queue.Name'],
  ['Queue ARN', '$.Queue.ARN'],
  ['Text to speech voice', '$.TextToSpeechVoiceId'],
]);

/** An attribute by its name and where it comes from, as today's flows write it. */
export function attributePath(name: string, namespace: string | undefined): string {
  switch (namespace) {
    case 'User Defined':
      return `$.Attributes.${name}`;
    case 'External':
      return `$.External.${name}`;
    case 'Lex':
      return `$.Lex.${name}`;
    case 'System':
      return systemNames.get(name) ?? `$.${name.replace(/\s+/g, '')}`;
    default:
      return namespace === undefined ? name : `$.${namespace.replace(/\s+/g, '')}.${name}`;
  }
}

/** The parameters of a module, by their names: some names come several times. */
export interface LegacyParameters {
  readonly all: (name: string) => readonly Tree[];
  /** The value of a parameter: a literal, or the attribute that a namespace makes of it. */
  readonly value: (...names: readonly string[]) => ScalarTree | undefined;
  /** The name that the console shows for what a parameter refers to. */
  readonly shown: (...names: readonly string[]) => ScalarTree | undefined;
}

/** The value of one parameter. */
export function parameterValue(parameter: Tree | undefined): ScalarTree | undefined {
  const written = scalarBelow(parameter, 'value');
  if (written === undefined) return undefined;
  const namespace = textBelow(parameter, 'namespace');
  return made.text(attributePath(String(written.value), namespace), written);
}

/** Reads the parameters of a module once, by name. */
export function legacyParameters(module: Tree): LegacyParameters {
  const byName = new Map<string, Tree[]>();
  for (const parameter of itemsOf(below(module, 'parameters'))) {
    const name = textBelow(parameter, 'name') ?? '';
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [parameter]);
    else known.push(parameter);
  }
  const all = (name: string) => byName.get(name) ?? [];
  const first = (names: readonly string[]) => names.flatMap((name) => all(name).slice(0, 1));
  return {
    all,
    value: (...names) => first(names).map(parameterValue).find(Boolean),
    shown: (...names) =>
      first(names)
        .map((parameter) => scalarBelow(parameter, 'resourceName'))
        .find(Boolean),
  };
}
