import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runIvr } from './run-ivr.ts';

const block = /^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/**
 * Plays a page of the documentation in a folder of its own, from top to bottom: a block with a file
 * name behind its language (`yaml ivr.config.yaml`) is written, each `$ ivr …` of a `console` block
 * is run. Gives the page as it should be: with what the commands really print.
 */
export async function playPage(page: string): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  let real = '';
  let end = 0;
  try {
    for (const { 0: whole, 1: language, 2: name, 3: body = '', index } of page.matchAll(block)) {
      real += page.slice(end, index);
      end = index + whole.length;
      if (name !== undefined) {
        mkdirSync(dirname(join(cwd, name)), { recursive: true });
        writeFileSync(join(cwd, name), body);
      }
      real += language === 'console' ? `\`\`\`console\n${await played(body, cwd)}\`\`\`` : whole;
    }
  } finally {
    rmSync(cwd, { recursive: true });
  }
  return real + page.slice(end);
}

async function played(body: string, cwd: string): Promise<string> {
  let real = '';
  for (const [line, args = ''] of body.matchAll(/^\$ ivr (.*)$/gm)) {
    const { stdout, stderr } = await runIvr(args.split(' '), { cwd });
    real += `${line}\n${stderr}${stdout}`;
  }
  return real;
}
