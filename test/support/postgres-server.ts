import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A PostgreSQL of our own that listens on no network. */
export interface TestPostgres {
  /** Runs statements; gives rows as lines, fields between tabs. */
  readonly run: (statement: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** The server refuses to run as root: then it runs as the user that its package has made. */
function ownerOf(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  const fields = users
    .split('\n')
    .find((line) => line.startsWith('postgres:'))
    ?.split(':');
  return fields === undefined ? undefined : { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** The folder of its programs, where there is one that may be run. */
export function findPostgres(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  const folders = versions.map((version) => join(root, version, 'bin'));
  // Its programs write to /dev/null: a machine where somebody has put a file there can't run them.
  const hasNull = existsSync('/dev/null') && statSync('/dev/null').isCharacterDevice();
  const mayRun = hasNull && (process.getuid?.() !== 0 || ownerOf() !== undefined);
  return mayRun ? folders.find((folder) => existsSync(join(folder, 'initdb'))) : undefined;
}

/** Makes a database in a folder of its own and starts a server for it. Whoever starts it must stop it. */
export async function startPostgres(programs: string): Promise<TestPostgres> {
  const owner = ownerOf();
  const folder = await mkdtemp(join(tmpdir(), 'ivrkit-pg-'));
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...owner };
  const call = (program: string, args: readonly string[], input = ''): Promise<string> =>
    new Promise((resolve, reject) => {
      const settings = { ...options, maxBuffer: 1 << 27, timeout: 60_000 };
      const child = execFile(join(programs, program), args, settings, (error, stdout, stderr) => {
        if (error === null) resolve(stdout.trimEnd());
        else reject(new Error(stderr, { cause: error }));
      });
      child.stdin?.end(input);
    });
  await call('initdb', ['-D', data, '-U', 'test', '-A', 'trust', '-N', '--locale=C', '-E', 'UTF8']);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-h', '', '-F'], {
    ...options,
    stdio: 'ignore',
  });
  process.once('exit', () => server.kill('SIGKILL'));
  const run = (statement: string): Promise<string> =>
    call(
      'psql',
      ['-h', folder, '-U', 'test', '-d', 'postgres', '-qAtF', '\t', '-v', 'ON_ERROR_STOP=1'],
      statement,
    );
  const stop = async (): Promise<void> => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode === null) {
      server.kill('SIGKILL');
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries += 1) {
    try {
      await run('SELECT 1');
      return { run, stop };
    } catch (error) {
      if (tries < 100) {
        await sleep(100);
        continue;
      }
      await stop();
      throw error;
    }
  }
}
