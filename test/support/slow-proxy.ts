import { connect, createServer, type Socket } from 'node:net';

/** A way to a server on which something goes wrong. */
export interface Proxy {
  readonly url: string;
  /** Connections that were made through it so far. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export interface ProxyTrouble {
  /** Milliseconds that every answer is held back. */
  readonly delay?: number;
  /** From the connection of this number on (from 0), answers are cut off after so many bytes. */
  readonly cut?: { readonly first: number; readonly last: number; readonly after: number };
}

/** Listens on this machine and passes everything on to the server of a URL. */
export async function startProxy(target: string, { delay = 0, cut }: ProxyTrouble): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let connections = 0;
  const listener = createServer((client) => {
    const number = connections;
    connections += 1;
    const server = connect(Number(port), hostname);
    let passed = 0;
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        setTimeout(() => {
          client.destroy();
          server.destroy();
        }, delay + 50);
      });
    }
    client.on('data', (bytes) => server.write(bytes));
    server.on('data', (bytes) => {
      const isCut = cut !== undefined && number >= cut.first && number <= cut.last;
      const rest = isCut ? cut.after - passed : bytes.length;
      passed += bytes.length;
      setTimeout(() => {
        client.write(bytes.subarray(0, Math.max(0, rest)));
        if (rest < bytes.length) client.resetAndDestroy();
      }, delay);
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const own = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    url: `http://127.0.0.1:${own}`,
    connections: () => connections,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
