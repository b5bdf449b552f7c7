import { describe, expect, test } from '@jest/globals';
import { default as AjvDraft4 } from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { lintResult } from '../../src/lint/lint-result.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import { lintToSarif } from '../../src/report/lint-sarif.ts';
import type { Finding } from '../../src/source/finding.ts';
import { hostileResult } from '../support/hostile-result.ts';
import { documentOf } from '../support/script-of.ts';

// The schema of SARIF 2.1.0 as the SARIF SDK ships it: draft-04, every object closed.
const schemaFile = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
const ajv = new AjvDraft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

interface Place {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
  readonly region: Readonly<Record<string, number>>;
}
interface Log {
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: {
      readonly driver: {
        readonly semanticVersion: string;
        readonly rules: readonly {
          readonly id: string;
          readonly shortDescription?: { readonly text: string };
          readonly help?: { readonly text: string; readonly markdown: string };
          readonly defaultConfiguration?: { readonly level: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly { readonly physicalLocation: Place }[];
      readonly relatedLocations?: readonly {
        readonly id: number;
        readonly message: { readonly text: string };
        readonly physicalLocation: Place;
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

const version = '1.2.3';
function runOf(text: string): Log['runs'][number] {
  const log = JSON.parse(text) as Log;
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

const { source, ...document } = documentOf(`  a: {kind: announcement, say: Hello, to: nowhere}
  b:
    kind: menu
    say: Press 1.
    options: [{key: "1", to: a}, {key: "1", to: a}]
    noInput: {to: a}
    noMatch: {to: a}`);
const result = lintResult(lintScript({ ...document, source }), [source], { files: 1, nodes: 2 });

const placed = (path: string): Finding => ({
  ruleId: 'syntax',
  severity: 'warning',
  message: 'm',
  data: {},
  subject: '',
  at: { path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  related: [],
  help: 'h',
});
const sarifOf = (path: string, root?: string): Place | undefined => {
  const one = lintResult([placed(path)], [], { files: 1, nodes: 0 });
  const [first] = runOf(lintToSarif(one, { version, root })).results;
  return first?.locations[0]?.physicalLocation;
};

describe('findings as SARIF', () => {
  test('the schema that they are held to refuses what is no SARIF', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
    expect(validate({ version: '2.1.0', runs: [], more: 1 })).toBe(false);
  });

  test('are valid and hold rule, level, place and fingerprint', () => {
    const run = runOf(lintToSarif(result, { version }));
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.semanticVersion).toBe(version);
    expect(run.results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
      'missing-target error',
      'unreachable-node error',
      'duplicate-key error',
    ]);
    const duplicate = run.results[2];
    expect(duplicate?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'test.ivr.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 10, startColumn: 40, endLine: 10, endColumn: 43 },
        },
      },
    ]);
    expect(Object.values(duplicate?.partialFingerprints ?? {})).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}$/),
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]);
  });

  test('point with their index at the rule that they are of, which says what it asks for', () => {
    const { tool, results } = runOf(lintToSarif(result, { version }));
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const rule = tool.driver.rules.find(({ id }) => id === 'duplicate-key');
    expect(rule?.shortDescription?.text).toBe('Every key of a menu leads to one option.');
    expect(rule?.defaultConfiguration).toEqual({ level: 'error' });
    expect(rule?.help?.markdown).toContain('**Source:**');
    expect(rule?.help?.text).not.toContain('**');
  });

  test('link to their related places from the message', () => {
    const duplicate = runOf(lintToSarif(result, { version })).results[2];
    expect(duplicate?.message.text).toMatch(/ See \[the first option with it\]\(1\)\.$/);
    expect(duplicate?.relatedLocations).toMatchObject([
      { id: 1, physicalLocation: { region: { startLine: 10, startColumn: 21 } } },
    ]);
  });

  test('are valid when there are none', () => {
    const none = lintResult([], [], { files: 1, nodes: 1 });
    expect(runOf(lintToSarif(none, { version })).results).toEqual([]);
  });

  test('stay valid and hold no link of the user’s, whatever names and texts hold', () => {
    const text = lintToSarif(hostileResult, { version });
    const { results, tool } = runOf(text);
    const first = results.find(({ ruleId }) => ruleId === 'dead-end');
    const { uri } = first?.locations[0]?.physicalLocation.artifactLocation ?? { uri: '' };
    expect(uri).toMatch(/^[A-Za-z0-9\-._~%!$&'()*+,;=@/]+$/);
    expect(first?.message.text.match(/\]\(/g)).toHaveLength(1);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['dead-end', 'not-known-to-anybody']);
  });

  test('are valid for any path and text', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(text, text, text, (path, message, help) => {
        const one = lintResult([{ ...placed(path), message, help }], [], { files: 1, nodes: 0 });
        runOf(lintToSarif(one, { version }));
      }),
      { numRuns: 200 },
    );
  });

  test('name files from the root of the run, percent-encoded', () => {
    const relative = (uri: string) => ({ artifactLocation: { uri, uriBaseId: '%SRCROOT%' } });
    expect(sarifOf('./menus/a b#ü.yaml')).toMatchObject(relative('menus/a%20b%23%C3%BC.yaml'));
    expect(sarifOf('/home/me/x.yaml', '/home/me')).toMatchObject(relative('x.yaml'));
    expect(sarifOf('/home/men/x.yaml', '/home/me')).toEqual(
      expect.objectContaining({ artifactLocation: { uri: 'file:///home/men/x.yaml' } }),
    );
    expect(sarifOf('C:\\menus\\x.yaml', 'C:\\')).toMatchObject(relative('menus/x.yaml'));
    expect(sarifOf('D:\\x.yaml', 'C:\\')).toEqual(
      expect.objectContaining({ artifactLocation: { uri: 'file:///D:/x.yaml' } }),
    );
  });
});
