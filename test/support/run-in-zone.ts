import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** jiti's own start-up hook, which lets Node 20 run TypeScript. */
const hook = new URL('../../node_modules/jiti/lib/jiti-register.mjs', import.meta.url).href;

/**
 * Runs a TypeScript program in a process of its own, in a time zone of its own: a process keeps the
 * zone that it was started in. `file` is relative to test/; `input` goes to standard input. Gives
 * what the program wrote. `locale` is the one of the process, as `tr_TR.UTF-8`.
 */
export function runInZone(
  timeZone: string,
  file: string,
  input: string,
  locale = process.env['LANG'],
): Promise<string> {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['--import', hook, path],
      {
        env: { ...process.env, TZ: timeZone, LANG: locale, LC_ALL: locale },
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout) => {
        if (error === null) resolve(stdout);
        else reject(new Error(`${file} failed under TZ=${timeZone}`, { cause: error }));
      },
    );
    child.stdin?.end(input);
  });
}
