import { expect, test } from '@jest/globals';
import { importDirectory } from '../../../src/import/directory/import-directory.ts';
import { corpusFiles, corpusSource, hasCorpus } from '../../support/corpus.ts';

const folders = [
  ['aws-samples__amazon-connect-gitlab-cicd-terraform/', '3 calendars, 2 queues, 1 numbers'],
  ['awsnolan__amazon-connect-copy/tests/fixtures/source/', '2 calendars, 2 queues, 0 numbers'],
  ['awsnolan__amazon-connect-copy/tests/fixtures/broken/', '2 calendars, 1 queues, 0 numbers'],
  ['awsnolan__amazon-connect-copy/tests/fixtures/target/', '1 calendars, 1 queues, 0 numbers'],
] as const;
const files = corpusFiles('amazon-connect-aux');

(hasCorpus ? test.each(folders) : test.skip.each(folders))(
  'the export in %s becomes %s, and every queue finds its hours',
  (folder, counts) => {
    const sources = files.filter(({ path }) => path.includes(folder)).map(corpusSource);
    const imported = importDirectory(sources, 'export');
    if (imported?.document === undefined) throw new Error('not recognised');
    const { calendars, queues, numbers, left, settings, used } = imported.report;
    expect(`${calendars} calendars, ${queues} queues, ${numbers} numbers`).toBe(counts);
    expect(settings).toBe(used + Object.values(left).reduce((sum, count) => sum + count, 0));
    for (const queue of Object.values(imported.document.directory.queues)) {
      expect(Object.keys(imported.document.directory.calendars)).toContain(queue.calendar);
    }
  },
);

(hasCorpus ? test : test.skip)('no flow is taken for a directory', () => {
  for (const platform of ['amazon-connect', 'amazon-connect-legacy', 'twilio-studio']) {
    for (const file of corpusFiles(platform)) {
      expect([file.path, importDirectory([corpusSource(file)], 'x')]).toEqual([
        file.path,
        undefined,
      ]);
    }
  }
});
