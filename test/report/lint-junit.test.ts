import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lintResult } from '../../src/lint/lint-result.ts';
import { lintToJunit } from '../../src/report/lint-junit.ts';
import { hostileResult } from '../support/hostile-result.ts';
import { readXml, type XmlElement } from '../support/read-xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Every element of a report, in order; throws where it isn't well-formed. */
function elementsOf(report: string): readonly XmlElement[] {
  expect(report.startsWith(declaration)).toBe(true);
  const below = (element: XmlElement): readonly XmlElement[] => [
    element,
    ...element.children.flatMap(below),
  ];
  return below(readXml(report.slice(declaration.length).trimEnd()));
}

describe('findings as JUnit', () => {
  test('are suites of files and cases of findings; a clean file is a case that passes', () => {
    const elements = elementsOf(lintToJunit(hostileResult));
    const suites = elements.filter(({ name }) => name === 'testsuite');
    expect(elements[0]).toMatchObject({
      name: 'testsuites',
      attributes: { name: 'ivr lint', tests: '3', failures: '1', errors: '0' },
    });
    expect(suites.map(({ attributes }) => [attributes['tests'], attributes['failures']])).toEqual([
      ['1', '1'],
      ['1', '0'],
      ['1', '0'],
    ]);
    expect(suites[1]?.attributes['name']).toBe('menus/clean.ivr.yaml');
    expect(elements.filter(({ name }) => name === 'failure')).toHaveLength(1);
    expect(elements.filter(({ name }) => name === 'system-out')).toHaveLength(1);
  });

  test('hold what a file holds as text only, without what XML can not hold', () => {
    const text = lintToJunit(hostileResult);
    const elements = elementsOf(text);
    const failure = elements.find(({ name }) => name === 'failure');
    expect(failure?.attributes['message']).toContain('<script>alert(1)</script>]]><!--&amp; "q\'');
    expect(failure?.attributes['message']).toContain('a\n::error::b');
    expect(text).not.toContain('<script>');
    expect(text).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\ufffe]|\p{Surrogate}/u,
    );
  });

  test('are well-formed for any path and text', () => {
    const [bad] = hostileResult.findings;
    if (bad === undefined) throw new Error('no finding');
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (path, message) => {
        const one = { ...bad, message, at: { ...bad.at, path } };
        const names = elementsOf(lintToJunit(lintResult([one], [], { files: 1, nodes: 1 }))).map(
          ({ name }) => name,
        );
        expect(names).toEqual(['testsuites', 'testsuite', 'testcase', 'failure']);
      }),
    );
  });
});
