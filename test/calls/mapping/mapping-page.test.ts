import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { mappingSchema } from '../../../src/calls/mapping/schema.ts';
import { parseMapping } from '../../../src/calls/mapping/parse-mapping.ts';

const page = readFileSync(new URL('../../../docs/log-formats/mapping.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```yaml mapping\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('the page of mapping files', () => {
  test.each(examples)('shows mappings that can be read', (text) => {
    expect(parseMapping({ path: 'example.mapping.yaml', text }).findings).toEqual([]);
  });

  test('tells every field', () => {
    const fields = Object.keys(mappingSchema.shape).filter(
      (name) => !['$schema', 'mapping', 'title'].includes(name),
    );
    expect(fields.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
