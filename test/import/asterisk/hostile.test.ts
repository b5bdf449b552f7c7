import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { importDialplan } from '../../../src/import/asterisk/import-dialplan.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { isName } from '../../../src/script/names.ts';
import { scriptSchema } from '../../../src/script/schema.ts';
import { writeNativeScript } from '../../../src/export/native.ts';
import { noNeighbours } from '../../../src/import/importer.ts';
import { filesBeside, importText } from '../../support/asterisk-dialplan.ts';
import '../../support/fixed-seed.ts';

/** These are heavy, and machines are shared: time is no part of what they say. */
jest.setTimeout(120_000);

const read = (text: string) =>
  importDialplan({ source: { path: 'x.conf', text }, neighbours: noNeighbours });

/** The same, held to be scripts that other parts can take. */
const follows = (text: string) => {
  const { documents, report } = read(text);
  for (const { script, places } of documents) {
    for (const id of Object.keys(script.nodes)) {
      expect(isName(id)).toBe(true);
      places.at(['nodes', id]);
    }
    const written = JSON.parse(writeNativeScript(script, 'json')) as unknown;
    expect(scriptSchema.safeParse(written).error?.issues ?? []).toEqual([]);
  }
  return { documents, report };
};

describe('included files', () => {
  test('are read where they are included, and findings point into them', () => {
    const { script, textAt, document, told } = importText(
      '[incoming]\n#include "more.conf"\nexten => 2,1,Queue(two)\n',
      {
        'more.conf':
          'exten => s,1,Playback(hello)\n same => n,WaitExten(5)\nexten => 1,1,Queue(one)',
      },
    );
    expect(Object.keys(script.nodes)).toEqual(['say-hello', 'incoming', 'queue-one', 'queue-two']);
    expect(document.places.at(['nodes', 'say-hello'])).toMatchObject({
      path: 'more.conf',
      start: { line: 1, column: 14 },
    });
    expect(textAt('nodes', 'queue-two')).toBe('Queue(two)');
    expect(told).toContain('"more.conf" is included and was read.');
  });

  test('by a pattern, or by their place on the server, are found', () => {
    const files = {
      'conf.d/a.conf': '[a]\nexten => s,1,Queue(a)\n',
      'b.conf': '[b]\nexten => s,1,Queue(b)\n',
    };
    const { script } = importText(
      '[incoming]\nexten => s,1,Goto(a,s,1)\nexten => 5551,1,Goto(b,s,1)\n#include conf.d/*.conf\n#include "/etc/asterisk/b.conf"\n',
      files,
    );
    expect(Object.keys(script.nodes)).toEqual(['queue-a', 'queue-b']);
  });

  test('that include each other end', () => {
    const { told } = importText('[incoming]\nexten => s,1,Hangup\n#include "a.conf"\n', {
      'a.conf': '#include "b.conf"\n',
      'b.conf': '#include "a.conf"\n',
    });
    expect(told).toContain('"a.conf" includes itself; Asterisk would never stop.');
  });

  test('that aren’t there, or would be programs, are told and never run', () => {
    const { told } = importText(
      '[incoming]\nexten => s,1,Hangup\n#include "../secret.conf"\n#tryinclude "maybe.conf"\n#exec /bin/rm\n',
    );
    expect(told).toContain('"../secret.conf" isn\'t there, or lies outside the folder');
    expect(told).not.toContain('maybe.conf');
    expect(told).toContain('"/bin/rm" is a program that writes dialplan; it isn\'t run');
  });

  test('that double at every step stop', () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [
        `f${index}.conf`,
        `#include "f${index + 1}.conf"\n`.repeat(9),
      ]),
    );
    const { told } = importText('[incoming]\nexten => s,1,Hangup\n#include "f0.conf"\n', files);
    expect(told).toContain('too much is included already');
  });

  test('are read by the reader of menus as well', async () => {
    const source = {
      path: 'extensions.conf',
      text: '[incoming]\n#include "a.conf"\nexten => 1,1,Hangup\n',
    };
    const neighbours = filesBeside({ 'a.conf': 'exten => s,1,WaitExten(1)\n' });
    const { format, documents } = await readMenuFile(source, neighbours);
    expect(format).toBe('asterisk');
    expect(documents).toHaveLength(1);
  });
});

describe('broken and hostile files', () => {
  test('of 50,000 priorities are read, each of them a part of something', () => {
    const lines = Array.from(
      { length: 50_000 },
      (_, index) => ` same => n,Playback(p${index % 7})`,
    );
    const { report } = read(`[incoming]\nexten => s,1,Answer()\n${lines.join('\n')}\n`);
    expect(report.blocks).toBe(50_001);
  });

  test('of 3,000 conditions, jumps, waits and subroutines don’t hang', () => {
    const many = (line: (index: number) => string) =>
      `[incoming]\nexten => s,1,NoOp()\n${Array.from({ length: 3_000 }, (_, index) => line(index)).join('\n')}\n`;
    read(many((index) => ` same => n,GotoIf($["\${A${index}}" = "1"]?${index + 2})`));
    read(many((index) => `exten => e${index},1,Goto(e${index + 1},1)`));
    read(many((index) => `exten => ${index},1,Background(a)\n same => n,WaitExten(1)`));
    read(many((index) => ` same => n,Set(V${index}=\${V${index - 1}}x)`));
    read(
      `${many((index) => ` same => n,Gosub(sub,s,1(${index}))`)}[sub]\nexten => s,1,Playback(x)\n same => n,Return()\n`,
    );
    read(many((index) => `[c${index}]\ninclude => c${index + 1}\nexten => s,1,WaitExten(1)`));
  });

  test('with lines of a megabyte don’t hang', () => {
    const long = 'x'.repeat(1_000_000);
    for (const text of [
      `exten => s,1,NoOp(${long})`,
      `exten => s,1,GotoIf($[${'('.repeat(1_000_000)}]?2)`,
      `exten => s,1,Set(A=${'${'.repeat(500_000)})`,
      `exten => s,1,Set(A=${'$['.repeat(500_000)})`,
      `exten => ${long},1,Playback(${'&'.repeat(1_000_000)})`,
      `exten => _${'[1-9]'.repeat(200_000)},1,Hangup`,
      `exten => s,${' '.repeat(1_000_000)}1,Hangup`,
      `exten => s,1,Gosub(${'a(,'.repeat(300_000)}`,
      `exten => s,1,Dial(${'a:b'.repeat(300_000)})`,
      `; "${long}\nexten => s,1,Playback(a)`,
    ]) {
      follows(`[incoming]\n${text}\n same => n,Hangup\n`);
    }
  });

  test('with names that every object has, and bytes that are no text, are read', () => {
    for (const name of ['__proto__', 'constructor', 'toString', '\u0000\uFFFD', '日本']) {
      const { documents } = follows(
        `[${name}]\nexten => s,1,Queue(${name})\n same => n,Goto(${name},${name},${name})\nexten => ${name},1,Set(${name}=\${${name}})\n`,
      );
      expect(documents).toHaveLength(1);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('without anything that a call can begin with are one finding', () => {
    const { documents, findings } = importDialplan({
      source: { path: 'x.conf', text: '[a]\nexten => s,2,Hangup\n' },
      neighbours: noNeighbours,
    });
    expect(documents).toEqual([]);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['unknown-format']);
  });

  test('tell what Asterisk passes over', () => {
    const { told } = importText(
      '[incoming]\nsame => n,NoOp\nexten => s,n,NoOp\nexten => s,1,Hangup\nexten => s,1,Answer\nexten => s\nexten => 1,x,NoOp\nexten => 100,hint,PJSIP/100\nswitch => IAX2/a\nodd => 1\n',
    );
    expect(told.split('\n')).toEqual([
      'Calls begin in [incoming]: its name says that calls come in there.',
      'Asterisk ignores this: "same" comes before any extension.',
      'Asterisk ignores this: "n" comes before any other priority.',
      'Priority 1 of "s" is written twice; Asterisk keeps the first.',
      'Asterisk ignores this: it has no priority.',
      'Asterisk ignores this: "x" is not a priority.',
      'Extensions of "IAX2/a" count here too; they are on another server.',
      'Asterisk ignores "odd" here.',
    ]);
  });

  test('of any words are scripts that follow the schema, or a finding', () => {
    const word = fc.constantFrom(
      ...[
        's',
        'i',
        't',
        '1',
        '2',
        'n',
        'a',
        'b',
        '_X',
        '_[1-3]',
        '_X.',
        '_!',
        '*',
        '${EXTEN}',
        '${A}',
        '$[${A}+1]',
      ],
      ...[
        '$["${A}" = "1"]',
        '"',
        '(',
        ')',
        '?',
        ':',
        ',',
        '|',
        '\\',
        '${',
        '}',
        '&',
        '10',
        '09:00-10:00',
        '日',
        '__proto__',
      ],
    );
    const application = fc.constantFrom(
      ...[
        'Goto',
        'GotoIf',
        'GotoIfTime',
        'Gosub',
        'GosubIf',
        'Return',
        'Macro',
        'Background',
        'WaitExten',
        'Read',
      ],
      ...[
        'Queue',
        'Dial',
        'Playback',
        'Set',
        'ExecIf',
        'While',
        'EndWhile',
        'ExitWhile',
        'Hangup',
        'VoiceMail',
        'Odd',
      ],
    );
    const args = fc.array(word, { maxLength: 6 }).map((words) => words.join(''));
    const line = fc.oneof(
      fc
        .tuple(word, word, application, args)
        .map(([a, b, c, d]) => `exten => ${a},${b},${c}(${d})`),
      fc
        .tuple(fc.constantFrom('s', '1', 'i', 't'), application, args)
        .map(([a, c, d]) => `exten => ${a},1,${c}(${d})`),
      fc.tuple(application, args).map(([a, b]) => ` same => n,${a}(${b})`),
      fc.tuple(application, args).map(([a, b]) => ` same => n(a),${a}(${b})`),
      word.map((a) => `[${a}]`),
      word.map((a) => `include => ${a}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        follows(`[a]\n${lines.join('\n')}\n`);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the report', () => {
  test('names every priority: in a node, or as never come to', () => {
    const { script, report, told } = importText(`
[from-trunk]
exten => _X.,1,NoOp()
 same => n,Set(N=0)
 same => n,Goto(menu,s,1)
[menu]
exten => s,1,Background(a)
 same => n,WaitExten(5)
exten => 1,1,Goto(desk,s,1)
exten => t,1,Set(N=$[\${N}+1])
 same => n,GotoIf($[\${N} > 2]?bye,1)
 same => n,Goto(s,1)
exten => bye,1,NoOp(end)
exten => h,1,NoOp()
[desk]
exten => s,1,Queue(desk)
[lost]
exten => s,1,Playback(a)
 same => n,Hangup()
`);
    const named = new Set(Object.values(script.nodes).flatMap(({ origin }) => origin ?? []));
    expect(report.blocks).toBe(14);
    expect(named.size + 1 + 2).toBe(14);
    expect(told).toContain('Extension "h" of [menu] runs when the call is over: 1 priority.');
    expect(told).toContain(
      `Extension "s" of [lost] can't be reached from the entries: 2 priorities.`,
    );
  });
});

test('priorities without an application are passed over, and told', () => {
  const { documents, report } = follows(
    '[incoming]\nexten => s,1,Answer()\n same => n,,1,Answer()\n same => n,()\n same => n,Queue(desk)\n',
  );
  expect(Object.values(documents[0]?.script.nodes ?? {})).toMatchObject([{ kind: 'queue' }]);
  expect(report.unresolved.map(({ message }) => message)).toEqual(
    expect.arrayContaining(['Asterisk ignores this: it has no application.']),
  );
});

test('a dialplan of millions of lines is one finding, and nothing is built', async () => {
  const text = `[incoming]\nexten => s,1,Answer()\n${' same => n,Answer()\n'.repeat(1_100_000)}`;
  const { documents, findings } = await readMenuFile({ path: 'extensions.conf', text });
  expect(documents).toEqual([]);
  expect(findings).toMatchObject([{ ruleId: 'syntax' }]);
});
