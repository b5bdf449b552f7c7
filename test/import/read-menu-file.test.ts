import { describe, expect, test } from '@jest/globals';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import { lineText, positionAt, type Source } from '../../src/source/source.ts';
import { action, flowOf, importSource, sourceOf } from '../support/contact-flow.ts';

const flow = flowOf([
  action('hello', 'MessageParticipant', { Text: 'Say "hi"\n\\ Ünï €.' }, { next: 'nowhere' }),
]);
const compact = JSON.stringify(flow);

/** Every place of the import must cover what JSON would write there, wherever the flow is wrapped. */
function expectPlaces(source: Source, written: (value: string) => string) {
  const { document } = importSource(source);
  const textAt = (...path: (string | number)[]) => {
    const { start, end } = document.places.at(path);
    expect(start.line).toBe(end.line);
    return lineText(source, start.line).slice(start.column - 1, end.column - 1);
  };
  expect(textAt('nodes', 'hello')).toBe(written('hello'));
  expect(textAt('nodes', 'hello', 'to')).toBe(written('nowhere'));
  expect(textAt('nodes', 'hello', 'say')).toBe(written('Say "hi"\n\\ Ünï €.'));
  expect(textAt('entries', 0, 'start')).toBe(written('hello'));
}

const inString = (value: string) => JSON.stringify(JSON.stringify(value)).slice(1, -1);
const indented = (text: string, by: string) => text.replace(/^/gm, by);
const pretty = JSON.stringify(flow, null, 2);

describe('a flow of Amazon Connect', () => {
  test('is recognised bare, after a byte-order mark, and whatever its file is called', () => {
    for (const path of ['flow.json', 'flow', 'flow.txt', 'flow.yaml']) {
      expectPlaces({ path, text: pretty }, JSON.stringify);
    }
    expectPlaces({ path: 'flow.json', text: `\uFEFF${pretty}` }, JSON.stringify);
    expectPlaces({ path: 'flow.json', text: pretty.replaceAll('\n', '\r\n') }, JSON.stringify);
  });

  test('is found in what the API describes, as a string, with its name and type', () => {
    for (const wrapper of ['ContactFlow', 'ContactFlowModule']) {
      const described = { [wrapper]: { Name: 'Main IVR', Type: 'CONTACT_FLOW', Content: compact } };
      const source = sourceOf(described, 'x.json');
      expectPlaces(source, inString);
      const { script, textAt } = importSource(source);
      expect(script).toMatchObject({ id: 'main-ivr', title: 'Main IVR' });
      expect(textAt('title')).toBe('"Main IVR"');
    }
    expectPlaces(sourceOf({ Name: 'Main', Content: compact }), inString);
    expectPlaces(sourceOf({ Name: 'Main', Content: pretty }), inString);
    expectPlaces(sourceOf({ Name: 'Main', Content: flow }), JSON.stringify);
  });

  test('escapes of any kind in the string don’t move the places', () => {
    const escaped = JSON.stringify(compact).replace(/[eo/]/g, (letter) =>
      letter === '/' ? '\\/' : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const written = (value: string) =>
      inString(value).replace(
        /[eo]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    expectPlaces({ path: 'x.json', text: `{"Content": ${escaped}, "Name": "n"}` }, written);
  });

  const template = (content: string) =>
    `Resources:\n  Other: {Type: "AWS::S3::Bucket"}\n  MainFlow:\n    Type: AWS::Connect::ContactFlow\n    Properties:\n      Name: Main\n      Type: CONTACT_FLOW\n      Content: ${content}\n`;
  const block = indented(pretty, '        ');

  test.each([
    ['a block', `|\n${block}`, JSON.stringify],
    ['a block with !Sub', `!Sub |\n${block}`, JSON.stringify],
    [
      'a kept block of its own indentation',
      `|4+\n${indented(pretty, '          ')}\n`,
      JSON.stringify,
    ],
    ['a folded block', `>-\n${block}`, JSON.stringify],
    ['Fn::Sub', `\n        Fn::Sub: |\n${indented(pretty, '          ')}`, JSON.stringify],
    [
      '!Sub with values',
      `!Sub\n        - |\n${indented(pretty, '          ')}\n        - {A: b}`,
      JSON.stringify,
    ],
    [
      'Fn::Sub with values',
      `\n        Fn::Sub:\n          - |\n${indented(pretty, '            ')}\n          - {A: b}`,
      JSON.stringify,
    ],
    ['single quotes', `'${compact.replaceAll("'", "''")}'`, JSON.stringify],
    ['double quotes', JSON.stringify(compact), inString],
    [
      'double quotes on several lines',
      JSON.stringify(compact).replaceAll(',', ',\n         '),
      inString,
    ],
    ['a flow map', compact, JSON.stringify],
    ['Fn::ToJsonString', `\n        Fn::ToJsonString: ${compact}`, JSON.stringify],
  ])('is found in a template in YAML, written with %s', (_, content, written) => {
    const source = { path: 'template.yaml', text: template(content) };
    expectPlaces(source, written);
    expect(importSource(source).script).toMatchObject({ id: 'main', title: 'Main' });
  });

  test('is found in a template in JSON, in pieces too', () => {
    const [head = '', tail = ''] = compact.split('"Type"');
    for (const Content of [
      compact,
      { 'Fn::Sub': compact },
      { 'Fn::Sub': [compact, { A: 'b' }] },
      { 'Fn::Join': ['', [head, '"Type"', tail]] },
    ]) {
      const properties = { Name: 'Main', Content };
      const resource = { Type: 'AWS::Connect::ContactFlow', Properties: properties };
      expectPlaces(sourceOf({ Resources: { F: resource } }), inString);
    }
  });

  test('in pieces keeps a name for what only the stack knows', () => {
    const arn = compact.replace('nowhere', '@');
    const [head = '', tail = ''] = arn.split('@');
    const Content = { 'Fn::Join': ['', [head, { Ref: 'Other' }, tail]] };
    const { node } = importSource(
      sourceOf({
        Resources: { F: { Type: 'AWS::Connect::ContactFlow', Properties: { Content } } },
      }),
    );
    expect(node('hello')).toMatchObject({ to: 'other' });
  });

  test('several of them in one file are several scripts, with one report', async () => {
    const named = (Name: string, Type = 'AWS::Connect::ContactFlow') => ({
      Type,
      Properties: { Name, Content: compact },
    });
    const files = [
      sourceOf({
        Resources: { A: named('One'), B: named('One', 'AWS::Connect::ContactFlowModule') },
      }),
      sourceOf([
        { Name: 'One', Content: compact },
        { ContactFlow: { Name: 'One', Content: compact } },
      ]),
      { path: 'all.json', text: `${pretty}\n${pretty}` },
    ];
    for (const source of files) {
      const { documents, findings, report, format } = await readMenuFile(source);
      expect(format).toBe('amazon-connect');
      expect(findings).toEqual([]);
      expect(documents).toHaveLength(2);
      expect(new Set(documents.map(({ script }) => script.id)).size).toBe(2);
      expect(report).toMatchObject({ flows: 2, blocks: 2, nodes: 2 });
    }
  });

  test('behind another one in the same file keeps its own lines', async () => {
    const { documents } = await readMenuFile({ path: 'all.json', text: `${pretty}\n${pretty}` });
    const lines = pretty.split('\n').length;
    const [one, two] = documents.map(({ places }) => places.at(['nodes', 'hello']).start.line);
    expect(two).toBe((one ?? 0) + lines);
  });

  test('that is broken is one finding in its line, and the others are read', async () => {
    const broken = compact.replace('"Type"', 'Type');
    const text = template(`|\n        ${broken}`).replace(
      '  Other: {Type: "AWS::S3::Bucket"}\n',
      `  Good:\n    Type: AWS::Connect::ContactFlow\n    Properties: {Content: '${compact}'}\n`,
    );
    const { documents, findings } = await readMenuFile({ path: 'template.yaml', text });
    expect(documents).toHaveLength(1);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.ruleId).toBe('syntax');
    expect(findings[0]?.at.start).toEqual(
      positionAt({ path: '', text }, text.lastIndexOf('Type:"')),
    );
  });
});

describe('other menus', () => {
  const native =
    'ivr: 1\nid: a\nlanguage: en\nentries: [{start: end}]\nnodes: {end: {kind: hangup}}\n';

  test('a native script is recognised in YAML and in JSON', async () => {
    const json = JSON.stringify({
      ivr: 1,
      id: 'a',
      language: 'en',
      entries: [{ start: 'end' }],
      nodes: { end: { kind: 'hangup' } },
    });
    for (const text of [native, json]) {
      const { format, documents, findings, report } = await readMenuFile({ path: 'a', text });
      expect({ format, findings, report }).toEqual({ format: 'native', findings: [] });
      expect(documents).toHaveLength(1);
    }
  });

  test('a native script with a mistake stays native', async () => {
    const { format, documents, findings } = await readMenuFile({
      path: 'a.yaml',
      text: native.replace('hangup', 'hangout'),
    });
    expect({ format, documents }).toEqual({ format: 'native', documents: [] });
    expect(findings).not.toEqual([]);
  });

  test('what was exported before 2019 is a flow too, bare or wrapped', async () => {
    const legacy = { modules: [{ id: 'a', type: 'Disconnect' }], version: '1', start: 'a' };
    for (const document of [legacy, { Name: 'x', Content: JSON.stringify(legacy) }]) {
      const { format, documents, findings } = await readMenuFile(sourceOf(document));
      expect({ format, findings }).toEqual({ format: 'amazon-connect', findings: [] });
      expect(Object.keys(documents[0]?.script.nodes ?? {})).toEqual(['a']);
    }
  });

  test.each([
    ['a', 'it is plain text', 1],
    ['', 'it is empty', 1],
    ['# nothing yet\n', 'it is empty', 1],
    ['call,at,event,node,value\nc1,x,start,,', 'it is a log, which goes with --log', 1],
    ['\n\n{"a": 1, "b": 2}', 'it has the fields "a", "b"', 3],
    ['[]', 'it is a list in which no flow was found', 1],
    ['{}', 'it is empty', 1],
    ['<svg version="1.1"/>', 'it is XML that begins with <svg>', 1],
    [
      '{"name": "x", "type": "say-play", "transitions": [], "properties": {}}',
      'it looks like a single widget of Twilio Studio, not like a flow',
      1,
    ],
    ['inboundCall: {name: x}', 'it looks like a flow of Genesys Cloud Architect', 1],
    [
      'Resources: {A: {Type: "AWS::S3::Bucket"}}',
      'it is a CloudFormation template without a contact flow',
      1,
    ],
    ['queues: {}', 'it looks like a directory of queues and calendars', 1],
    ['{"Content": "some text"}', 'it has the fields "Content"', 1],
    [
      '{"Name": "x", "Content": "{\\"a\\": 1}"}',
      'the content of this flow has no "StartAction" and "Actions"',
      1,
    ],
  ])('%j is no menu', async (text, found, line) => {
    const { documents, findings } = await readMenuFile({ path: 'x', text });
    expect(documents).toEqual([]);
    expect(findings).toMatchObject([{ ruleId: 'unknown-format', data: { found } }]);
    expect(findings[0]?.at.start.line).toBe(line);
  });

  test.each([
    '{"Version": ',
    '{"a": 1}}',
    '[[[',
    'a: [',
    '['.repeat(5000),
    '{} '.repeat(9000) + 'x',
  ])('broken text is one finding', async (text) => {
    const { documents, findings } = await readMenuFile({ path: 'x', text });
    expect(documents).toEqual([]);
    expect(findings).toMatchObject([{ ruleId: 'syntax' }]);
  });
});
