import { IvrError } from '../../source/ivr-error.ts';

/** Where a ClickHouse server listens, and who asks. `name` is safe to print: it holds no secret. */
export interface ServerAddress {
  readonly name: string;
  readonly url: string;
  readonly database: string | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
}

/** Who asks, for addresses that don't say it themselves. */
export interface Credentials {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

function wrongAddress(why: string): IvrError {
  const help = 'Give the HTTP interface of a server: --url http://host:8123, or https://host:8443.';
  return new IvrError('usage', `An address of a server can't be used: ${why}.`, { help });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrongAddress('the user or the password holds a % that begins no sign');
  }
}

/**
 * Reads `http://host:port`, with `user:password@` and a `/database` where wanted. Throws an IvrError
 * `usage` for anything else, whose message never repeats the text, as that may hold a password.
 */
export function parseServerAddress(text: string, credentials: Credentials = {}): ServerAddress {
  if (!URL.canParse(text)) throw wrongAddress('it is no URL');
  const url = new URL(text);
  const { protocol, host, pathname, search, hash, username, password } = url;
  if (protocol !== 'http:' && protocol !== 'https:')
    throw wrongAddress('it begins with neither http:// nor https://');
  if (search !== '' || hash !== '') throw wrongAddress('nothing may follow a ? or a # in it');
  const path = decoded(pathname.replace(/^\//, '').replace(/\/$/, ''));
  if (path.includes('/')) throw wrongAddress('its path is more than the name of a database');
  return {
    name: `${protocol}//${host}`,
    url: `${protocol}//${host}`,
    database: path === '' ? undefined : path,
    user: username === '' ? credentials.user : decoded(username),
    password: password === '' ? credentials.password : decoded(password),
  };
}

/** The addresses of all shards. Throws an IvrError `usage` where one stands twice: it would count twice. */
export function parseServerAddresses(
  texts: readonly string[],
  credentials: Credentials = {},
): readonly ServerAddress[] {
  const servers = texts.map((text) => parseServerAddress(text, credentials));
  const twice = servers.find(
    ({ name }, index) => servers.findIndex((other) => other.name === name) < index,
  );
  if (twice === undefined) return servers;
  throw new IvrError('usage', `${twice.name} is given twice, and would be counted twice.`, {
    help: 'Name every shard once.',
  });
}
