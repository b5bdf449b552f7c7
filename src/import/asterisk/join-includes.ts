import type { ConfDirective } from '../../source/conf-file.ts';
import { readConf } from '../../source/read-conf.ts';
import type { Place, Source } from '../../source/source.ts';
import { placeBetween } from '../../source/source.ts';
import { matchGlob } from '../../lint/match-glob.ts';
import type { ImportNote } from '../import-report.ts';
import type { TextReading } from '../importer.ts';
import { createJoinedText, type JoinedSource } from './joined-source.ts';

/** Asterisk itself gives up behind ten files within each other. */
const deepest = 10;
/** No dialplan comes near this; files that include each other twice would. */
const mostText = 30_000_000;
const mostFiles = 1_000;

/** A dialplan with everything that it includes. */
export interface JoinedFiles {
  readonly joined: JoinedSource;
  /** Includes that were not followed, and why. */
  readonly notes: readonly ImportNote[];
  /** The files that were read besides the first. */
  readonly included: readonly string[];
}

interface Open {
  readonly source: Source;
  /** From the folder of the first file. */
  readonly path: string;
  readonly directives: readonly ConfDirective[];
  next: number;
  /** What has been taken over so far. */
  taken: number;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** The configuration folder of Asterisk is the folder that was given. */
const withoutHome = (target: string): string => target.replace(/^\/etc\/asterisk\//, '');

function lineEndBehind(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** The files that a target names, each once, in order; a target may hold `*`. */
function filesNamed(
  target: string,
  from: string,
  { neighbours }: TextReading,
): readonly (readonly [path: string, source: Source])[] {
  const bare = withoutHome(target);
  if (bare.includes('*') || bare.includes('?')) {
    const paths = neighbours.paths.filter((path) => matchGlob(bare, path));
    return paths.flatMap((path) => {
      const source = neighbours.read(path);
      return source === undefined ? [] : [[path, source] as const];
    });
  }
  // From Asterisk's own folder, where the first file stands; else from the file that includes.
  for (const path of new Set([bare, folderOf(from) + bare])) {
    const source = neighbours.read(path);
    if (source !== undefined) return [[path, source]];
  }
  return [];
}

/**
 * Reads a dialplan together with the files that it includes, in the place where it includes them.
 * Only files beside it, within the folder that the user gave, are read; `#exec` never runs.
 */
export function joinIncludes(reading: TextReading): JoinedFiles {
  const text = createJoinedText();
  const notes: ImportNote[] = [];
  const included: string[] = [];
  const open = (source: Source, path: string): Open => {
    const { file } = readConf(source);
    return { source, path, directives: file.directives, next: 0, taken: 0 };
  };
  const first = reading.source.path.slice(folderOf(reading.source.path).length);
  const stack: Open[] = [open(reading.source, first)];

  for (let here = stack.at(-1); here !== undefined; here = stack.at(-1)) {
    const { source } = here;
    const directive = here.directives[here.next];
    if (directive === undefined) {
      text.add(source, here.taken, source.text.length);
      stack.pop();
      continue;
    }
    here.next += 1;
    const behind = lineEndBehind(source.text, directive.target.end);
    text.add(source, here.taken, behind);
    here.taken = Math.max(here.taken, behind);
    const place: Place = placeBetween(source, directive.target.start, directive.target.end);
    const note = (message: string) => notes.push({ message, at: place });
    const target = directive.target.text;
    if (directive.word === 'exec') {
      note(`"${target}" is a program that writes dialplan; it isn't run, so its part is missing.`);
      continue;
    }
    const files = filesNamed(target, here.path, reading);
    if (files.length === 0 && directive.word === 'include') {
      note(`The included file "${target}" isn't there, or lies outside the folder that was given.`);
    }
    const ways = stack.map(({ path }) => path);
    for (const [path, file] of files.toReversed()) {
      if (ways.includes(path)) note(`"${target}" includes itself; Asterisk would never stop.`);
      else if (stack.length >= deepest) note(`"${target}" is included too deep to be read.`);
      else if (included.length >= mostFiles || text.length() + file.text.length > mostText) {
        note(`"${target}" isn't read: too much is included already.`);
      } else {
        included.push(path);
        stack.push(open(file, path));
      }
    }
  }
  return { joined: text.finish(reading.source.path), notes, included };
}
