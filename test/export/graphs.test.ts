import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { assign, createActor, setup } from 'xstate';
import { exportScript } from '../../src/export/export-script.ts';
import type { ExportFormat } from '../../src/export/exporter.ts';
import { parseScript } from '../../src/script/parse-script.ts';
import { compile } from '../support/compile.ts';
import { goodMenus, loadSample } from '../support/sample-menus.ts';

const text = `ivr: 1
id: line
language: en
entries: [{number: "+18005550142", start: main}]
nodes:
  main:
    kind: menu
    title: 'A "quoted" <b>menu</b> | end; %% x'
    options:
      - {key: "1", to: end}
      - {key: "*", do: repeat}
      - {key: "2", to: gone}
      - {intent: 'a "b" c', to: o-k}
    noInput: {attempts: 2, to: end}
    noMatch: {attempts: 1, to: o-k}
  o-k: {kind: queue, queue: desk, overflow: {after: 1m, to: end}}
  end: {kind: hangup, say: 'Back\\slash and "quotes".'}
`;
const { document } = parseScript({ path: 'line.ivr.yaml', text });

async function written(format: ExportFormat): Promise<string> {
  if (document === undefined) throw new Error('unreadable');
  return (await exportScript(document, format)).text;
}

describe('a menu as a graph', () => {
  test('Mermaid: no text of the menu becomes syntax', async () => {
    const graph = await written('mermaid');
    expect(graph).toContain(
      'n_main{{"A #34;quoted#34; #60;b#62;menu#60;/b#62; #124; end#59; #37;#37; x<br/>menu"}}',
    );
    expect(graph).toContain('n_main -->|"key 1"| n_end');
    expect(graph).toContain('n_main -->|"key 2"| n__nowhere');
    expect(graph).toContain('n_main -->|"a #34;b#34; c"| n_o_k');
    expect(graph.split('\n')[0]).toBe('flowchart TD');
  });

  test('DOT: quotes and backslashes stay in the label', async () => {
    const graph = await written('dot');
    expect(graph).toContain('"end" [label="end\\nhangup\\nBack\\\\slash and \\"quotes\\"."');
    expect(graph).toContain('"main" -> "main" [label="key *"];');
    expect(graph).toContain('"o-k" -> "end" [label="overflow"];');
  });
});

/** The machine of an export, as a program would get it. */
async function machineOf(): Promise<ReturnType<ReturnType<typeof setup>['createMachine']>> {
  const program = (await written('xstate')).replace(/^import .*$/m, '');
  const { outputText } = ts.transpileModule(program.replace('export const machine =', 'return'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what is exported is a program
  const make = new Function('setup', 'assign', outputText) as (
    ...given: readonly unknown[]
  ) => ReturnType<ReturnType<typeof setup>['createMachine']>;
  return make(setup, assign);
}

describe('a menu as a machine of XState', () => {
  const after = async (...events: readonly string[]) => {
    const actor = createActor(await machineOf()).start();
    for (const type of events) actor.send({ type });
    return actor.getSnapshot().value;
  };

  test('goes where its keys lead', async () => {
    expect(await after('key.1')).toBe('end');
    expect(await after('key.star')).toBe('main');
    expect(await after('key.2')).toBe('_disconnected');
    expect(await after('say.a "b" c', 'overflow')).toBe('end');
  });

  test('counts silence and wrong keys apart, and anew after a repetition', async () => {
    expect(await after('noInput')).toBe('main');
    expect(await after('noInput', 'noInput')).toBe('end');
    expect(await after('noInput', 'key.star', 'noInput')).toBe('main');
    expect(await after('noMatch')).toBe('o-k');
  });

  test('callers can hang up anywhere', async () => {
    expect(await after('hangup')).toBe('_left');
  });
});

describe('programs that are exported', () => {
  test('compile, and read back as the same menu', async () => {
    const programs: Record<string, string> = {
      'exported-machine': await written('xstate'),
    };
    for (const name of goodMenus) {
      const menu = loadSample(name);
      const { text: program } = await exportScript(menu.document, 'typescript');
      programs[`exported-${menu.document.script.id}`] = program.replace(
        "'ivrkit'",
        "'./src/index.ts'",
      );
      const { outputText } = ts.transpileModule(program.replace(/^import .*$/m, ''), {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      });
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what is exported is a program
      const run = new Function('defineScript', outputText.replace('export default', 'return')) as (
        define: (script: object) => object,
      ) => object;
      const value = run((script) => ({ ...script, ivr: 1 }));
      const again = parseScript({ path: 'a.json', text: JSON.stringify(value) });
      expect(again.document?.script).toEqual(
        expect.objectContaining({ nodes: menu.document.script.nodes }),
      );
    }
    for (const messages of Object.values(compile(programs))) expect(messages).toEqual([]);
  });

  test('a way to a node that is not there is told, since it does not compile', async () => {
    if (document === undefined) throw new Error('unreadable');
    const { findings } = await exportScript(document, 'typescript');
    expect(findings).toMatchObject([
      { ruleId: 'exported-otherwise', message: expect.stringContaining('"gone"') },
    ]);
  });
});
