import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { writeNativeDirectory } from '../../src/export/native-directory.ts';
import { parseDirectory } from '../../src/routing/parse-directory.ts';

const menus = new URL('../../menus/', import.meta.url);
const names = readdirSync(menus).filter((name) => name.endsWith('.directory.yaml'));

test.each(names.flatMap((name) => [[name, 'yaml'] as const, [name, 'json'] as const]))(
  '%s, written as %s, reads back as the same directory',
  (name, format) => {
    const { document } = parseDirectory({
      path: name,
      text: readFileSync(new URL(name, menus), 'utf8'),
    });
    if (document === undefined) throw new Error('no directory');
    const text = writeNativeDirectory(document.directory, format);
    const again = parseDirectory({ path: `a.${format}`, text });
    expect(again.findings).toEqual([]);
    expect(again.document?.directory).toEqual(document.directory);
  },
);
