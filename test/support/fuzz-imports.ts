import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exportScript } from '../../src/export/export-script.ts';
import { exportFormats } from '../../src/export/exporter.ts';
import { writeNativeScript } from '../../src/export/native.ts';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { IvrError } from '../../src/source/ivr-error.ts';
import type { Source } from '../../src/source/source.ts';
import { randomFrom, type Random } from '../../src/walk/random.ts';
import { corpusFiles, corpusSource, hasCorpus } from './corpus.ts';
import { beside } from './import-of.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What one menu looks like in every format that can be written, and perhaps read. */
async function written(path: string): Promise<readonly Source[]> {
  const { document } = parseScript({ path, text: readFileSync(`${root}menus/${path}`, 'utf8') });
  if (document === undefined) return [];
  const files: Source[] = [];
  for (const format of exportFormats) {
    const { text } = await exportScript(document, format);
    files.push({ path: `${format}.txt`, text });
  }
  return files;
}

/** A file whose mutations are tried, and what lies beside it, by path. */
export interface FuzzSample {
  readonly source: Source;
  readonly others: Readonly<Record<string, string>>;
}

const together = (sources: readonly Source[]): readonly FuzzSample[] => {
  const others = Object.fromEntries(sources.map(({ path, text }) => [path, text]));
  return sources.map((source) => ({ source, others }));
};

/** Small files of every format that can be read; mutations of them are what is tried. */
export async function fuzzSamples(): Promise<readonly FuzzSample[]> {
  const files = ['menus', 'test/import/samples'].flatMap((folder) =>
    readdirSync(root + folder)
      .filter((name) => /\.(ya?ml|json|xml|vxml|conf|sql|csv)$/.test(name))
      .map((name) => ({ path: name, text: readFileSync(`${root}${folder}/${name}`, 'utf8') })),
  );
  return together([...files, ...(await written('harbour-clinic.ivr.yaml'))]);
}

/** No mutation of larger files is tried: it would take longer and show nothing else. */
const mostCharacters = 40_000;

/** Real exports, where they are at hand; each alone, since a folder of them is read anew every time. */
export function fuzzCorpus(): readonly FuzzSample[] {
  if (!hasCorpus) return [];
  return ['amazon-connect', 'amazon-connect-legacy', 'twilio-studio', 'genesys-cloud']
    .flatMap(corpusFiles)
    .map(corpusSource)
    .filter(({ text }) => text.length <= mostCharacters)
    .map((source) => ({ source, others: {} }));
}

const nasty = [
  ...[
    '__proto__',
    'constructor',
    '\u0000',
    '\ufeff',
    '\u202e',
    '"',
    '<',
    '&x;',
    ']]>',
    '{{',
    '${x}',
  ],
  ...['-1', '1e999', 'null', '[]', '{}', '""', '#', '*', '/(a+)+$/', '\n', '\t', '\ud800'],
];

const at = (random: Random, text: string): number => random.below(text.length + 1);

/** Changes a text in one way: flips, cuts, doubles, swaps, or puts something nasty in. */
function mutate(text: string, random: Random): string {
  const from = at(random, text);
  const to = Math.min(text.length, from + 1 + random.below(80));
  switch (random.below(8)) {
    case 0:
      return text.slice(0, from) + String.fromCharCode(random.below(256)) + text.slice(from + 1);
    case 1:
      return text.slice(0, from) + text.slice(to);
    case 2:
      return text.slice(0, to) + text.slice(from);
    case 3:
      return text.slice(0, from);
    case 4: {
      const words = text.split(/(?<=[\s"<>:,])/);
      const [a, b] = [random.below(words.length), random.below(words.length)];
      const [first = '', second = ''] = [words[a], words[b]];
      words[a] = second;
      words[b] = first;
      return words.join('');
    }
    case 5:
      return text.replace(/"[^"]{0,40}"/g, (word) => (random.chance(0.1) ? '7' : word));
    default:
      return text.slice(0, from) + (nasty[random.below(nasty.length)] ?? '') + text.slice(from);
  }
}

/** One input: a sample with one to four changes. The same seed makes the same. */
export function fuzzInput(samples: readonly FuzzSample[], seed: number): FuzzSample {
  const random = randomFrom(seed, 'fuzz');
  const sample = samples[random.below(samples.length)];
  if (sample === undefined) throw new Error('There are no samples.');
  const { path } = sample.source;
  let { text } = sample.source;
  for (let changes = 1 + random.below(4); changes > 0; changes -= 1) text = mutate(text, random);
  return { source: { path, text }, others: sample.others };
}

/** What is wrong with what became of an input; nothing where all is well. */
export async function fuzzProblem({ source: input, others }: FuzzSample) {
  try {
    const menu = await readMenuFile(input, beside({ ...others, [input.path]: input.text }));
    const lines = input.text.split(/\r\n|\n|\r/).length;
    const outside = menu.findings.find(
      ({ at: { path, start } }) => path === input.path && (start.line < 1 || start.line > lines),
    );
    if (outside !== undefined) return `a finding at no place: ${outside.message}`;
    if (menu.documents.length === 0 && menu.findings.length === 0) return 'nothing, and no reason';
    for (const { script } of menu.documents) {
      const written = writeNativeScript(script, 'json');
      const again = parseScript({ path: 'a.json', text: written });
      if (again.document === undefined)
        return `no valid script: ${again.findings[0]?.subject ?? ''} ${again.findings[0]?.message ?? ''}`;
      if (writeNativeScript(again.document.script, 'json') !== written) return 'another script';
    }
    return undefined;
  } catch (error) {
    if (error instanceof IvrError) return undefined;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
