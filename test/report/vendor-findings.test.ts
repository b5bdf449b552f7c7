import { describe, expect, test } from '@jest/globals';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import { lintResult, type LintResult } from '../../src/lint/lint-result.ts';
import { lintScript } from '../../src/lint/run-rules.ts';
import { formatLint, type LintFormat } from '../../src/report/lint-formats.ts';
import { positionAt, type Source } from '../../src/source/source.ts';
import { action, flowOf, sourceOf } from '../support/contact-flow.ts';

/** A flow of Amazon Connect whose key 2 leads to a block that isn't there. */
const flow = flowOf([
  action(
    'main',
    'GetParticipantInput',
    {
      Text: 'For orders, press 1. For bills, press 2.',
      StoreInput: 'False',
      InputTimeLimitSeconds: '5',
    },
    {
      next: 'bye',
      errors: { InputTimeLimitExceeded: 'bye', NoMatchingCondition: 'bye', NoMatchingError: 'bye' },
      conditions: [
        ['1', 'bye'],
        ['2', 'gone-block'],
      ],
    },
  ),
  action('bye', 'DisconnectParticipant'),
]);

const template = (content: string) => `Resources:
  Main:
    Type: AWS::Connect::ContactFlow
    Properties:
      Name: Main line
      Type: CONTACT_FLOW
      Content: |
${content.replace(/^/gm, '        ')}
`;

const exported = sourceOf(flow, 'flows/main.json');
const inTemplate: Source = { path: 'stack.yaml', text: template(exported.text) };

async function lintSource(source: Source): Promise<LintResult> {
  const { documents, findings } = await readMenuFile(source);
  const found = documents.flatMap((document) => lintScript(document));
  const nodes = documents.reduce((sum, one) => sum + Object.keys(one.script.nodes).length, 0);
  return lintResult([...findings, ...found], [source], { files: 1, nodes });
}

/** How each format writes a place, and that it is about this rule. */
const shown: Readonly<Record<LintFormat, (path: string, line: number, column: number) => RegExp>> =
  {
    text: (path, line, column) =>
      new RegExp(`^${path}\\n(?:.*\\n)*? {2}${line}:${column} error missing-target$`, 'm'),
    json: (path, line, column) =>
      new RegExp(
        `"ruleId": "missing-target",[^{]*"path": "${path}",\\s*"start": {\\s*"line": ${line},\\s*"column": ${column}\\s`,
      ),
    sarif: (path, line, column) =>
      new RegExp(
        `"ruleId": "missing-target",[^]*?"uri": "${path}",[^]*?"startLine": ${line},\\s*"startColumn": ${column},`,
      ),
    github: (path, line, column) =>
      new RegExp(
        `^::error file=${path},line=${line},endLine=${line},col=${column},.*title=missing-target::`,
        'm',
      ),
    gitlab: (path, line) =>
      new RegExp(
        `"check_name": "missing-target",[^]*?"path": "${path}",\\s*"lines": {\\s*"begin": ${line},`,
      ),
    junit: (path, line, column) =>
      new RegExp(`classname="${path}" name="missing-target ${line}:${column}"`),
    markdown: (path, line, column) =>
      new RegExp(`^\\| error \\| ${path}:${line}:${column} \\| missing-target \\|`, 'm'),
  };

describe.each([
  ['a flow as it is exported', exported],
  ['a flow inside a template', inTemplate],
])('findings in %s', (_, source) => {
  const { line, column } = positionAt(source, source.text.indexOf('"gone-block"'));

  test.each(Object.keys(shown) as readonly LintFormat[])(
    'stand in the vendor’s file in %s',
    async (format) => {
      const text = await formatLint(format, await lintSource(source), { version: '1.0.0' });
      expect(text).toMatch(shown[format](source.path, line, column));
    },
  );
});

test('the same mistake has one fingerprint, wherever the flow lies in a file of that name', async () => {
  const prints = async (source: Source) => {
    const text = await formatLint('json', await lintSource(source), { version: '1.0.0' });
    const { findings } = JSON.parse(text) as {
      readonly findings: readonly { readonly fingerprint: string }[];
    };
    return findings.map(({ fingerprint }) => fingerprint);
  };
  const moved = { ...inTemplate, text: `# ours\n${inTemplate.text}` };
  expect(await prints(moved)).toEqual(await prints(inTemplate));
});
