import { appendFile, open } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { noRoomAside } from './no-room.ts';

/** Items that lie in a file, in the order in which they came. Between two bits the file is closed. */
export interface ItemsAside<Item> {
  readonly add: (item: Item) => Promise<void>;
  /** All items, so many at a time; nothing may be added after it. */
  readonly batches: () => AsyncGenerator<readonly Item[]>;
}

async function bytesAt(file: string, place: number, length: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), { position: place });
    if (bytesRead < length) throw new RangeError('what was put aside is gone');
    return buffer;
  } finally {
    await handle.close();
  }
}

/** Puts plain data aside in a file, `atOnce` items at a time. Throws an IvrError `file-unwritable`. */
export function putAside<Item>(file: string, atOnce: number): ItemsAside<Item> {
  const lengths: number[] = [];
  let waiting: Item[] = [];
  const send = async (): Promise<void> => {
    const bytes = serialize(waiting);
    waiting = [];
    lengths.push(bytes.length);
    try {
      await appendFile(file, bytes);
    } catch (cause) {
      throw noRoomAside(cause);
    }
  };
  return {
    async add(item) {
      if (waiting.push(item) === atOnce) await send();
    },
    async *batches() {
      let place = 0;
      for (const length of lengths) {
        // Nobody but `send` writes into this file.
        yield deserialize(await bytesAt(file, place, length)) as readonly Item[];
        place += length;
      }
      if (waiting.length > 0) yield waiting;
    },
  };
}
