import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readInserts } from '../../../src/import/freepbx/read-inserts.ts';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import type { Script } from '../../../src/script/script.ts';
import { filesBeside, press, silence, walk } from '../../support/asterisk-dialplan.ts';
import '../../support/fixed-seed.ts';
import { underlined } from '../../support/underlined.ts';

const columns =
  'id,name,announcement,directdial,invalid_loops,invalid_retry_recording,invalid_destination,invalid_recording,timeout_time,timeout_loops,timeout_retry_recording,timeout_destination,timeout_recording';
const dump = `-- MariaDB dump
/*!40101 SET NAMES utf8 */;
CREATE TABLE \`ivr_entries\` (
  \`ivr_id\` int(11) NOT NULL,
  \`selection\` varchar(150) DEFAULT NULL,
  \`dest\` varchar(200) DEFAULT NULL,
  \`ivr_ret\` tinyint(1) NOT NULL
);
INSERT INTO \`ivr_details\` (${columns
  .split(',')
  .map((name) => `\`${name}\``)
  .join(', ')}) VALUES
(1,'Main\\'s; menu','7','','2','default','ext-queues,400,1','','8','disabled','','',''),
(2,'Support','0','ext-local','0','','app-blackhole,hangup,1','default','5','1','9','ext-local,vmu200,1','');
INSERT INTO \`ivr_entries\` VALUES (1,'2','ivr-2,s,1',0),(1,'1','ext-queues,400,1',0),(1,'t','ext-queues,401,1',0),
(2,'9','ivr-1,s,1',1),(2,'1','ext-group,600,1',0),(2,'3','timeconditions,1,1',0),(9,'1','x,y,1',0);
INSERT INTO \`recordings\` (\`id\`,\`displayname\`,\`filename\`) VALUES (7,'main','custom/main&custom/more'),(9,'again','custom/again');
`;

async function read(text: string, files: Readonly<Record<string, string>> = {}) {
  const { format, documents, report, findings } = await readMenuFile(
    { path: 'dump.sql', text },
    filesBeside(files),
  );
  const [document] = documents;
  if (document === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return { format, document, script: document.script, report };
}
const told = ({ report }: Awaited<ReturnType<typeof read>>) =>
  (report?.unresolved ?? []).map(({ message }) => message);
const nodes = (script: Script) => script.nodes as Readonly<Record<string, unknown>>;

describe('a dump of the database', () => {
  test('gives a menu for each IVR, with its retries and destinations', async () => {
    const { format, script, report } = await read(dump);
    expect(format).toBe('freepbx');
    expect(nodes(script)['ivr-main-s-menu']).toMatchObject({
      kind: 'menu',
      title: "Main's; menu",
      say: { recording: 'custom/main + custom/more' },
      options: [
        { key: '1', to: 'ext-queues-400' },
        { key: '2', to: 'ivr-support' },
      ],
      noInput: { wait: 8, attempts: 1, to: 'ext-queues-401' },
      noMatch: {
        attempts: 3,
        say: { recording: 'no-valid-responce-pls-try-again' },
        to: 'ext-queues-400',
      },
    });
    expect(nodes(script)['ext-queues-400']).toMatchObject({ kind: 'queue', queue: 'queue-400' });
    expect(report).toMatchObject({ flows: 2, blocks: 11, blocksAsNodes: 2, notBlocks: 1 });
    expect(report?.folded).toHaveLength(8);
  });

  test('is called as FreePBX would', async () => {
    const { script } = await read(dump);
    const main = 'ivr-main-s-menu';
    expect(walk(script, [press('1')])).toEqual([main, 'ext-queues-400']);
    expect(walk(script, [press('7'), press('7'), press('7')])).toEqual([main, 'ext-queues-400']);
    expect(walk(script, [silence])).toEqual([main, 'ext-queues-401']);
    expect(walk(script, [press('2'), silence, silence])).toEqual([
      main,
      'ivr-support',
      'ext-local-vmu200',
    ]);
    expect(walk(script, [press('2'), press('7')]).slice(-2)).toEqual([
      'app-blackhole-hangup',
      'ended goodbye',
    ]);
    expect(walk(script, [press('2'), press('1')]).at(-1)).toBe('ext-group-600');
  });

  test('tells what it can’t say, at its place', async () => {
    const imported = await read(dump);
    expect(told(imported)).toEqual([
      'Callers of "Support" may dial extensions directly; they aren\'t shown.',
      'What "timeconditions,1,1" does is in other tables of FreePBX.',
      "This option belongs to an IVR that isn't there.",
    ]);
    const place = imported.document.places.at(['nodes', 'ivr-main-s-menu', 'options', 1]);
    expect(underlined(dump, place)).toBe("(1,'2','ivr-2,s,1',0)");
  });
});

describe('what returns to the IVR that the call came from', () => {
  const row = (id: number, name: string, more = "'','',''", invalid = "'x,y,1','0'") =>
    `(${id},'${name}','0','','0','',${invalid},'5','0',${more},'0')`;
  const head =
    'id,name,announcement,directdial,invalid_loops,invalid_retry_recording,invalid_destination,invalid_ivr_ret,timeout_time,timeout_loops,timeout_retry_recording,timeout_destination,timeout_recording,timeout_ivr_ret';
  const tables = (details: readonly string[], entries: string, more = '') => `
INSERT INTO ivr_details (${head}) VALUES ${details.join(',')};
INSERT INTO ivr_entries (ivr_id,selection,dest,ivr_ret) VALUES ${entries};
${more}`;

  test('is an option that goes back, through whatever lies between', async () => {
    const { script, report } = await read(
      tables(
        [row(1, 'First'), row(2, 'Second'), row(3, 'Third')],
        "(1,'1','ivr-3,s,1',0),(2,'1','timeconditions,1,1',0),(3,'9','ext-queues,400,1',1),(1,'9','ext-queues,401,1',1),(1,'2','ivr-2,s,1',0)",
        "INSERT INTO timeconditions (timeconditions_id,displayname,time,truegoto,falsegoto) VALUES (1,'Office','4','ivr-3,s,1','x,y,1');",
      ),
    );
    expect(nodes(script)['ivr-third']).toMatchObject({ options: [{ key: '9', do: 'back' }] });
    const open = [press('2'), press('1'), { do: 'next' }, press('9')] as const;
    expect(walk(script, open).at(-1)).toBe('ivr-second');
    expect(walk(script, [press('1'), press('9'), press('9')]).at(-1)).toBe('ext-queues-401');
    expect((report?.unresolved ?? []).map(({ message }) => message)).toContain(
      'This returns to the IVR that the call came from, but no IVR leads here: the written destination is used.',
    );
  });

  test('after the last try is the one IVR before, or one of them', async () => {
    const { script } = await read(
      tables(
        [
          row(1, 'First'),
          row(2, 'Second', "'','ext-queues,400,1',''", "'ext-queues,400,1','1'").replace(
            /'0'\)$/,
            "'1')",
          ),
        ],
        "(1,'1','ivr-2,s,1',0)",
      ),
    );
    expect(walk(script, [press('1'), silence]).at(-1)).toBe('ivr-first');
    expect(walk(script, [press('1'), press('5')]).at(-1)).toBe('ivr-first');
    const both = await read(
      tables(
        [row(1, 'First'), row(2, 'Second', "'','x,y,1',''", "'x,y,1','1'"), row(4, 'Other')],
        "(1,'1','ivr-2,s,1',0),(4,'1','app-announcement-1,s,1',0)",
        "INSERT INTO announcement (announcement_id,description,recording_id,allow_skip,post_dest,return_ivr) VALUES (1,'Told','',0,'ivr-2,s,1',0);",
      ),
    );
    expect(nodes(both.script)['back-from-ivr-2-s-1']).toMatchObject({
      kind: 'opaque',
      exits: [{ to: 'ivr-first' }, { to: 'ivr-other' }],
    });
  });

  test('is an announcement that leads back to its menu', async () => {
    const { script } = await read(
      tables(
        [row(1, 'First')],
        "(1,'1','app-announcement-1,s,1',0)",
        "INSERT INTO announcement (announcement_id,description,recording_id,allow_skip,post_dest,return_ivr) VALUES (1,'Told','',0,'x,y,1',1);",
      ),
    );
    expect(nodes(script)['app-announcement-1-s']).toMatchObject({ to: 'ivr-first' });
  });
});

describe('every row that is read', () => {
  test('is a node, a part of one, or told', async () => {
    const { report } = await read(`${dump}
INSERT INTO \`ivr_entries\` VALUES (1,'fax','x,y,1',0),(2,'t','x,y,1',0),(1,'t','x,y,1',0);
INSERT INTO \`ivr_details\` (\`id\`,\`name\`) VALUES (2,'Again');
INSERT INTO \`recordings\` (\`id\`,\`displayname\`,\`filename\`) VALUES (8,'never','custom/never');
INSERT INTO \`ringgroups\` (\`grpnum\`,\`grplist\`,\`postdest\`) VALUES ('900','1',''),('901','2','');
`);
    expect(report).toMatchObject({ blocks: 18, blocksAsNodes: 2, notBlocks: 8 });
    expect(report?.folded).toHaveLength(8);
    expect((report?.unresolved ?? []).map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        "Callers can't press this: fax.",
        'This counts only where "timeout_loops" is disabled.',
        'The IVR already has this selection above; that one counts.',
        'Another row above this one has its number.',
        'No IVR leads to these rows of "recordings": 8.',
        'No IVR leads to these rows of "ringgroups": 900, 901.',
      ]),
    );
  });
});

describe('a dump that breaks off', () => {
  test('is told where, and what came before is read', async () => {
    const { findings, documents } = await readMenuFile({
      path: 'dump.sql',
      text: dump.slice(0, dump.indexOf("(2,'9'") + 5),
    });
    expect(documents).toHaveLength(1);
    expect(findings).toMatchObject([
      { ruleId: 'syntax', at: { path: 'dump.sql', start: { line: 13, column: 1 } } },
    ]);
  });

  test('or lacks a comma between rows says where', async () => {
    const { findings } = await readMenuFile({
      path: 'dump.sql',
      text: dump.replace("'),\n(2,'Support'", "')\n(2,'Support'"),
    });
    expect(findings).toMatchObject([{ ruleId: 'syntax', at: { start: { line: 11, column: 1 } } }]);
  });

  test('names its columns in one line is no table in CSV', async () => {
    const { script } = await read(
      "INSERT INTO ivr_details (id,name,announcement,invalid_loops,timeout_loops,timeout_destination) VALUES (1,'Main','0','0','0','ext-queues,,1');",
    );
    expect(nodes(script)['ext-queues']).toMatchObject({ kind: 'queue' });
  });

  test('or is larger than memory should hold is one finding', async () => {
    const row = "(1,'1','ivr-1,s,1',0),";
    const text = `INSERT INTO ivr_details (id) VALUES (1);INSERT INTO ivr_entries VALUES ${row.repeat(420_000)}`;
    const { findings, documents } = await readMenuFile({ path: 'dump.sql', text });
    expect(documents).toEqual([]);
    expect(findings).toMatchObject([{ ruleId: 'syntax' }]);
  });

  test('before any IVR gives a reason', async () => {
    const whole = await readMenuFile({ path: 'a.sql', text: 'INSERT INTO ivr_details VALUES ' });
    expect(whole).toMatchObject({ documents: [], findings: [{ ruleId: 'syntax' }] });
    const empty = await readMenuFile({ path: 'a.csv', text: `${columns}\n` });
    expect(empty).toMatchObject({ documents: [], findings: [{ ruleId: 'unsupported-format' }] });
  });

  test('ends soon, whatever is never closed', () => {
    for (const part of ['INSERT INTO t /*', 'CREATE TABLE t (', "INSERT INTO t VALUES ('"]) {
      const source = { path: 'x', text: part.repeat(60_000) };
      expect(readInserts(source, ['t']).findings.length).toBeLessThan(60_000);
    }
  });
});

describe('what stands in other tables', () => {
  const others = `${dump}
INSERT INTO \`timeconditions\` (\`timeconditions_id\`,\`displayname\`,\`time\`,\`truegoto\`,\`falsegoto\`) VALUES (1,'Office',4,'app-announcement-3,s,1','timeconditions,2,1'),(2,'Holiday',5,'ext-group,600,1','timeconditions,1,1');
INSERT INTO \`timegroups_groups\` (\`id\`,\`description\`) VALUES (4,'Office hours');
INSERT INTO \`timegroups_details\` (\`id\`,\`timegroupid\`,\`time\`) VALUES (1,4,'09:00-17:00|mon-thu|*|*'),(2,4,'09:00-13:00|fri|*|*');
INSERT INTO \`announcement\` (\`announcement_id\`,\`description\`,\`recording_id\`,\`allow_skip\`,\`post_dest\`,\`return_ivr\`) VALUES (3,'Welcome',9,1,'ext-queues,400,1',0);
INSERT INTO \`ringgroups\` (\`grpnum\`,\`description\`,\`grptime\`,\`grplist\`,\`postdest\`) VALUES ('600','Desk',20,'601-602','app-blackhole,hangup,1');
`;

  test('is followed: hours, announcements and ring groups', async () => {
    const imported = await read(others);
    expect(nodes(imported.script)['timeconditions-1']).toMatchObject({
      kind: 'branch',
      title: 'Office: 09:00-17:00, mon-thu; 09:00-13:00, fri',
      on: { calendar: 'office-hours' },
      cases: [{ when: 'open', to: 'app-announcement-3-s' }],
      otherwise: 'timeconditions-2',
    });
    expect(nodes(imported.script)['timeconditions-2']).toMatchObject({
      on: { calendar: 'time-group-5' },
      otherwise: 'timeconditions-1',
    });
    expect(nodes(imported.script)['app-announcement-3-s']).toMatchObject({
      say: { recording: 'custom/again' },
      bargeIn: true,
      to: 'ext-queues-400',
    });
    expect(nodes(imported.script)['ext-group-600']).toMatchObject({
      title: 'Desk',
      number: '600',
      wait: 20,
      failure: 'app-blackhole-hangup',
    });
    expect(told(imported).join()).not.toContain('other tables');
    const place = imported.document.places.at(['nodes', 'timeconditions-2']);
    expect(underlined(others, place)).toContain("(2,'Holiday'");
  });

  test('is read from CSV files too, and as far as a chain of conditions goes', async () => {
    const details = `${columns}\n1,Main,7,,2,default,"ext-queues,400,1",,8,0,,"timeconditions,1,1",\n`;
    const rows = Array.from({ length: 6_000 }, (_, at) => at + 1)
      .map((id) => `${id},"C","4","ext-queues,400,1","timeconditions,${id + 1},1"`)
      .join('\n');
    const { script } = await read(details, {
      'conditions.csv': `timeconditions_id,displayname,time,truegoto,falsegoto\n${rows}\n`,
    });
    expect(Object.keys(script.nodes).length).toBeGreaterThan(6_000);
  });
});

test('tables as CSV files beside each other are read as one', async () => {
  const details = `${columns}\n1,Main,7,,2,default,"ext-queues,400,1",,8,0,,"ext-queues,401,1",\n`;
  const entries = 'ivr_id,selection,dest,ivr_ret\n1,1,"ext-queues,400,1",0\n';
  const { script, document } = await read(details, { 'ivr_entries.csv': entries });
  expect(walk(script, [press('1')])).toEqual(['ivr-main', 'ext-queues-400']);
  expect(document.places.at(['nodes', 'ivr-main', 'options', 0])).toMatchObject({
    path: 'ivr_entries.csv',
    start: { line: 2 },
  });
});

describe('statements', () => {
  const rows = (text: string) =>
    (readInserts({ path: 'x', text }, ['t']).tables.get('t') ?? []).map(({ cells }) =>
      [...cells.values()].map((cell) => cell.text),
    );
  test.each([
    ["INSERT INTO t VALUES (1,'a')", [['1', 'a']]],
    ["insert ignore into `t` (`a`) values ('x'),('y');", [['x'], ['y']]],
    ["REPLACE INTO \"t\" VALUES ('it''s','a\\'b','c\\\\',NULL)", [["it's", "a'b", 'c\\', '']]],
    ['INSERT INTO t VALUES (\'),(\',"x;y")', [['),(', 'x;y']]],
    ['INSERT INTO t VALUES (1) /* , (2) */, -- more\n (3)', [['1'], ['3']]],
    ["INSERT INTO t VALUES (1),('never ends", [['1']]],
    ['INSERT INTO other VALUES (1)', []],
  ])('%s', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  test('of any signs end, and never throw', () => {
    const sign = fc.constantFrom(
      "'",
      '"',
      '`',
      '\\',
      '(',
      ')',
      ',',
      ';',
      '1',
      'NULL',
      '--',
      '/*',
      '*/',
      '\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        rows(`INSERT INTO t VALUES ${signs.join('')}`);
      }),
      { numRuns: 300 },
    );
    rows(`INSERT INTO t VALUES ${'('.repeat(500_000)}`);
    rows('INSERT INTO t VALUES ('.repeat(20_000));
  });
});
