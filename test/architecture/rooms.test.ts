import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const src = join(root, 'src');

/** A room may import those above it; the public surface and the edges stand below all of them. */
const order = [
  // Runs in the page of a report: it imports nothing of ours, and is asked for as text.
  'page',
  'source',
  'script',
  'routing',
  'prompt',
  'flow',
  'lint',
  'import',
  'export',
  'diff',
  'print',
  'calls',
  'walk',
  'prove',
  'replay',
  'insight',
  'optimise',
  'advice',
  'design',
  'diagram',
  'analyze',
  'report',
  'files',
  'check',
  'index',
  'node',
  'logs',
  'cli',
];

/** Which rooms may import a package, and why nobody else may. */
const packageRooms: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly why: string }>
> = {
  '@dagrejs/graphlib': { rooms: ['flow'], why: 'graph questions are answered in flow/' },
  '@babel/parser': { rooms: ['files'], why: 'TypeScript menus are read at the file edge' },
  jiti: { rooms: ['files'], why: 'TypeScript menus are run at the file edge' },
  'd3-selection': { rooms: ['page'], why: 'it works on a document, which only a page has' },
  'd3-zoom': { rooms: ['page'], why: 'it works on a document, which only a page has' },
  'd3-node': { rooms: ['diagram'], why: 'it costs 0.7 s to load; only drawing may' },
  'get-east-asian-width': {
    rooms: ['diagram', 'report'],
    why: 'only pictures and tables measure text',
  },
  'csv-parse': {
    rooms: ['calls', 'source'],
    why: 'logs become rows in calls/, small tables rows with places in source/',
  },
  '@duckdb/node-api': { rooms: ['calls'], why: 'logs are condensed in calls/' },
  '@clickhouse/client': { rooms: ['calls'], why: 'logs in tables become calls in calls/' },
  commander: { rooms: ['cli'], why: 'the library knows nothing of terminals' },
  picocolors: { rooms: ['cli'], why: 'the library knows nothing of terminals' },
  'cli-progress': { rooms: ['cli'], why: 'the library knows nothing of terminals' },
  zod: {
    rooms: ['script', 'routing', 'lint', 'export', 'calls', 'advice'],
    why: 'schemas stand where outside data enters: menus, directories, configurations, names, logs, calibrations',
  },
  yaml: {
    rooms: ['source', 'export'],
    why: 'text becomes a tree in source/, and text again in export/',
  },
  saxes: { rooms: ['source'], why: 'text becomes a tree in source/' },
  'jsonc-parser': { rooms: ['source'], why: 'text becomes a tree in source/' },
  'libphonenumber-js': { rooms: ['routing'], why: 'outside numbers are checked in routing/' },
  opening_hours: { rooms: ['routing'], why: 'calendars are evaluated in routing/' },
  'temporal-polyfill': {
    rooms: ['routing', 'walk'],
    why: 'zones matter to calendars and to simulated arrivals',
  },
};

/** Rooms whose files may use Node; everything else must run in a browser. */
const nodeRooms = new Set(['files', 'node', 'logs', 'cli']);
const nodeFiles =
  /^calls\/((duckdb|aside|by-call)\/[a-z-]+|bytes\/call-ids|read-[a-z-]+|remove-on-signal|[a-z-]*(engine|thread)[a-z-]*)\.ts$/;

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** Import and export statements with a source, and imports that are made when they are needed. */
const statement =
  /^(?:import|export)\s+(?:type\s+)?(?:\{[^}]*\}|\*[^'"]*|\w+(?:\s*,\s*\{[^}]*\})?)\s+from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

const roomOf = (file: string): string => file.split('/')[0]?.replace(/\.ts$/, '') ?? '';

const files = sourceFiles(src).map((path) => relative(src, path).replaceAll('\\', '/'));
const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8');
  const found = [...text.matchAll(statement)];
  return found.map((match) => ({ file, room: roomOf(file), from: match[1] ?? match[2] ?? '' }));
});

const packageOf = (from: string): string =>
  from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? from);

describe('the rooms of src/', () => {
  test('every file stands in a room that the order knows', () => {
    expect(files.filter((file) => !order.includes(roomOf(file)))).toEqual([]);
  });

  test('imports go one way: a room imports only rooms above it', () => {
    const wrong = imports
      .filter(({ from }) => from.startsWith('.'))
      .map((one) => ({
        ...one,
        target: roomOf(posix.normalize(posix.join(dirname(one.file), one.from))),
      }))
      .filter(({ room, target }) => order.indexOf(target) > order.indexOf(room))
      .map(
        ({ file, target }) =>
          `${file} imports ${target}/, which stands below it: turn the dependency round`,
      );
    expect(wrong).toEqual([]);
  });

  test('what runs in a page is asked for as text, and by nobody otherwise', () => {
    const wrong = imports
      .filter(({ from, room }) => room !== 'page' && /(?:^|\/)page\/main\.ts/.test(from))
      .filter(({ from }) => !from.endsWith('?bundle'))
      .map(({ file, from }) => `${file} imports ${from}: write ${from}?bundle`);
    expect(wrong).toEqual([]);
  });

  test('each package is imported by its own room only', () => {
    const wrong = imports
      .filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'))
      .flatMap(({ file, room, from }) => {
        const rule = packageRooms[packageOf(from)];
        if (rule === undefined) return [`${file} imports ${from}: give it a room here, and an ADR`];
        return rule.rooms.includes(room) ? [] : [`${file} imports ${from}: ${rule.why}`];
      });
    expect(wrong).toEqual([]);
  });

  test('the core runs in a browser: only the edges import node: modules', () => {
    const wrong = imports
      .filter(({ from }) => from.startsWith('node:'))
      .filter(({ file, room }) => !nodeRooms.has(room) && !nodeFiles.test(file))
      .map(({ file, from }) => `${file} imports ${from}: move that to files/ or cli/`);
    expect(wrong).toEqual([]);
  });

  test('the command line uses only the public surface', () => {
    const surface = /^(?:\.\/|(?:\.\.\/)+)(?:check|index|logs|node|diagram\/index)\.ts$/;
    const wrong = imports
      .filter(({ room, from }) => room === 'cli' && from.startsWith('.'))
      .filter(
        ({ file, from }) =>
          roomOf(posix.join(dirname(file), from)) !== 'cli' && !surface.test(from),
      )
      .map(
        ({ file, from }) =>
          `${file} imports ${from}: export what it needs from a door: src/index.ts, check.ts, logs.ts, node.ts, diagram/index.ts`,
      );
    expect(wrong).toEqual([]);
  });

  test('packages that are slow to load are imported only when they are needed', () => {
    const slow =
      /import\s+(?!type\b)[^;]*?from\s*'(d3-node|opening_hours|jiti|@babel\/parser|cli-progress|@duckdb\/node-api|@clickhouse\/client)'/;
    expect(files.filter((file) => slow.test(readFileSync(join(src, file), 'utf8')))).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const long = files.filter(
      (file) => readFileSync(join(src, file), 'utf8').split('\n').length > 301,
    );
    expect(long).toEqual([]);
  });
});
