import { fieldOf, type Tree } from '../source/tree.ts';

/** What a file can be, for messages to those who gave it where another was asked for. */
export interface FileKind {
  /** What it is, with its article. */
  readonly is: string;
  /** How it is given to `ivr`, as in "give it with --log"; nothing for what it has no use for. */
  readonly given: string | undefined;
}

/** The kinds of files that `ivr` reads and writes, in the words of those who use them. */
export const fileKinds = {
  menu: { is: 'a menu', given: 'by its name alone, as to ivr lint' },
  directory: { is: 'a directory of queues and hours', given: 'with --directory' },
  configuration: { is: 'a configuration of ivr lint', given: 'with --config' },
  baseline: { is: 'a baseline of ivr lint', given: 'with --baseline' },
  mapping: { is: 'a mapping of the columns of a log', given: 'with --map' },
  calibration: { is: 'a calibration', given: 'with --calibration' },
  names: { is: 'a table of names', given: 'with --names' },
  log: { is: 'a log', given: 'with --log' },
  report: { is: 'an IVR report of counts', given: 'with --report' },
  reasons: { is: 'a table of contact reasons', given: 'to ivr design' },
  output: { is: 'what ivr printed as JSON', given: 'to other programs' },
} as const satisfies Readonly<Record<string, FileKind>>;

export type FileKindName = keyof typeof fileKinds;

const isNumbered = (tree: Tree, name: string): boolean => {
  const value = fieldOf(tree, name)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'number';
};

/** The fields of a configuration; a file with another is none, or a broken one. */
const configured: ReadonlySet<string> = new Set(['$schema', 'preset', 'rules', 'overrides']);

/** The fields by one of which the JSON that `ivr` prints is told from that of other programs. */
const printed = ['script', 'findings', 'before', 'rules', 'verdict', 'versions', 'secondsPerCall'];

/** What a document in JSON or YAML is, by what it says of itself; nothing where that is unclear. */
export function kindOfTree(tree: Tree): FileKindName | undefined {
  if (tree.kind !== 'map') return undefined;
  const has = (...names: readonly string[]) =>
    names.every((name) => fieldOf(tree, name) !== undefined);
  if (has('ivr')) return 'menu';
  if (isNumbered(tree, 'directory')) return 'directory';
  if (isNumbered(tree, 'ivrBaseline')) return 'baseline';
  if (isNumbered(tree, 'mapping')) return 'mapping';
  if (isNumbered(tree, 'calibration')) return 'calibration';
  if (isNumbered(tree, 'schemaVersion') && printed.some((name) => has(name))) return 'output';
  if (has('call', 'at', 'event')) return 'log';
  const isConfigured = tree.fields.every(({ name }) => configured.has(name));
  return isConfigured && (has('rules') || has('preset')) ? 'configuration' : undefined;
}
