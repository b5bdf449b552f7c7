import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Source } from '../../src/source/source.ts';

/** The corpus of real exports lies beside the project; without it the tests that need it are skipped. */
const root = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** Where the corpus lies, with a slash behind it. */
export const corpusFolder = root;

export const hasCorpus: boolean = existsSync(`${root}INDEX.tsv`);

/** A file of the corpus of real exports, as its index describes it. */
export interface CorpusFile {
  readonly platform: string;
  readonly path: string;
  /** `flow`, `wrapped`, `cfn-cut`, `catalogue`, `history`, `aux`, … */
  readonly kind: string;
}

/** The files of one platform, in the order of the index; none where the corpus is absent. */
export function corpusFiles(platform: string): readonly CorpusFile[] {
  if (!hasCorpus) {
    console.warn('skipped: the corpus of real exports is not there');
    return [];
  }
  return readFileSync(`${root}INDEX.tsv`, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([name]) => name === platform)
    .map(([name = '', path = '', kind = '']) => ({ platform: name, path, kind }))
    .filter(({ path }) => existsSync(root + path));
}

/** The text of a file of the corpus, under its path there. */
export function corpusSource({ path }: CorpusFile): Source {
  return { path, text: readFileSync(root + path, 'utf8') };
}
