import type { Input } from './terminal.ts';

/** What a person at a terminal does: a character, or one of the keys that stand for something. */
export type Typed = 'enter' | 'backspace' | 'leave' | { readonly character: string };

/** Keys of a person at a terminal, one by one, until the source is closed. */
export interface KeySource {
  readonly next: () => Promise<Typed>;
  /** Gives the terminal back as it was. */
  readonly close: () => Promise<void>;
}

const named: Readonly<Record<string, Typed>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\u007f': 'backspace',
  '\b': 'backspace',
  '\u0003': 'leave',
  '\u0004': 'leave',
};

/** Arrows, function keys and the like, as terminals send them. */
const sequences = /\u001b(?:[[O][0-?]*[ -/]*[@-~]|[^[O])?/g;
const isControl = (sign: string): boolean => /^[\u0000-\u001f\u0080-\u009f]/.test(sign);

/** Reads keys as they are pressed. Ctrl-C, Ctrl-D and the end of the input are `leave`. */
export function openKeys(stdin: Input): KeySource {
  const chunks = stdin[Symbol.asyncIterator]();
  const decoder = new TextDecoder();
  const waiting: Typed[] = [];
  stdin.setRawMode?.(true);
  return {
    next: async () => {
      for (;;) {
        const typed = waiting.shift();
        if (typed !== undefined) return typed;
        const chunk = await chunks.next();
        if (chunk.done === true) return 'leave';
        for (const sign of decoder.decode(chunk.value, { stream: true }).replace(sequences, '')) {
          const key = Object.hasOwn(named, sign) ? named[sign] : undefined;
          if (key !== undefined) waiting.push(key);
          else if (!isControl(sign)) waiting.push({ character: sign });
        }
      }
    },
    close: async () => {
      stdin.setRawMode?.(false);
      await chunks.return?.();
    },
  };
}
