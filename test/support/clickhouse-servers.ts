import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A ClickHouse server of our own, on this machine only. */
export interface TestServer {
  readonly url: string;
  /** Runs a statement and gives what it answers. */
  readonly run: (statement: string, body?: string) => Promise<string>;
  /** Ends the process at once, as a machine does that loses power. */
  readonly kill: () => Promise<void>;
  /** Starts it again on what it had kept. */
  readonly start: () => Promise<void>;
}

/** Servers that know each other as the cluster `test`, a shard each. */
export interface TestCluster {
  readonly servers: readonly TestServer[];
  readonly stop: () => Promise<void>;
}

/** The program of the server, where there is one; `IVR_CLICKHOUSE_SERVER` names another. */
export function findClickHouse(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/bin'];
  const named = process.env['IVR_CLICKHOUSE_SERVER'];
  const all = [
    ...(named === undefined ? [] : [named]),
    ...folders.map((folder) => join(folder, 'clickhouse-server')),
  ];
  return all.find((file) => existsSync(file));
}

const host = '127.0.0.1';
const patience = 60_000;

/** Ports that nobody listens on. */
async function freePorts(count: number): Promise<readonly number[]> {
  const listeners = await Promise.all(
    Array.from({ length: count }, async () => {
      const listener = createServer();
      await new Promise<void>((resolve) => listener.listen(0, host, resolve));
      return listener;
    }),
  );
  return Promise.all(
    listeners.map(async (listener) => {
      const address = listener.address();
      await new Promise((resolve) => listener.close(resolve));
      return typeof address === 'object' ? (address?.port ?? 0) : 0;
    }),
  );
}

interface Ports {
  readonly http: number;
  readonly tcp: number;
  readonly inter: number;
}

const configOf = (
  folder: string,
  { http, tcp, inter }: Ports,
  all: readonly Ports[],
): string => `<yandex>
  <logger><level>warning</level><log>${folder}/log.txt</log><errorlog>${folder}/errors.txt</errorlog></logger>
  <listen_host>${host}</listen_host>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${inter}</interserver_http_port>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <timezone>UTC</timezone><mark_cache_size>67108864</mark_cache_size>
  <remote_servers><test>${all
    .map((one) => `<shard><replica><host>${host}</host><port>${one.tcp}</port></replica></shard>`)
    .join('')}</test></remote_servers>
</yandex>
`;

const users = `<yandex>
  <profiles>
    <default><max_memory_usage>1500000000</max_memory_usage><max_threads>2</max_threads></default>
    <reading><readonly>1</readonly></reading>
  </profiles>
  <quotas><default/></quotas>
  <users>
    <default><password></password><networks><ip>${host}</ip></networks><profile>default</profile><quota>default</quota></default>
    <reader><password>secret</password><networks><ip>${host}</ip></networks><profile>reading</profile><quota>default</quota></reader>
  </users>
</yandex>
`;

async function createTestServer(
  program: string,
  folder: string,
  ports: Ports,
  all: readonly Ports[],
): Promise<TestServer> {
  await mkdir(join(folder, 'data'), { recursive: true });
  await mkdir(join(folder, 'tmp'), { recursive: true });
  await writeFile(join(folder, 'config.xml'), configOf(folder, ports, all));
  await writeFile(join(folder, 'users.xml'), users);
  const url = `http://${host}:${ports.http}`;
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const own = child;
    child = undefined;
    if (own?.exitCode !== null || own.signalCode !== null) return;
    const gone = new Promise((resolve) => own.once('exit', resolve));
    own.kill('SIGKILL');
    await gone;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  return {
    url,
    kill,
    async start() {
      const args = ['--config-file', join(folder, 'config.xml')];
      child = spawn(program, args, { stdio: 'ignore', cwd: folder });
      const end = Date.now() + patience;
      while (Date.now() < end && child.exitCode === null) {
        const answer = await fetch(`${url}/ping`).catch(() => undefined);
        if (answer?.ok === true) return;
        await sleep(100);
      }
      const errors = await readFile(join(folder, 'errors.txt'), 'utf8').catch(() => '');
      throw new Error(`the server didn't start: ${errors.slice(-2000)}`);
    },
    async run(statement, body) {
      const target =
        body === undefined
          ? url
          : `${url}/?insert_distributed_sync=1&query=${encodeURIComponent(statement)}`;
      const answer = await fetch(target, {
        method: 'POST',
        body: body ?? statement,
        signal: AbortSignal.timeout(patience),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      return text.trim();
    },
  };
}

/** Starts servers in a folder of their own. Whoever starts them must stop them. */
export async function startCluster(program: string, count: number): Promise<TestCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'ivrkit-cluster-'));
  const free = await freePorts(count * 3);
  const ports = Array.from({ length: count }, (_, index): Ports => {
    const [http = 0, tcp = 0, inter = 0] = free.slice(index * 3);
    return { http, tcp, inter };
  });
  const servers = await Promise.all(
    ports.map((own, index) => createTestServer(program, join(folder, `${index}`), own, ports)),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.kill()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(servers.map((server) => server.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return { servers, stop };
}
