/** Writes a dialplan: contexts with extensions, each with its steps. */
export interface DialplanText {
  readonly context: (name: string, title?: string) => void;
  /** Begins an extension with its first step. */
  readonly extension: (name: string) => void;
  /** The next step of the extension, with a label where something leads there. */
  readonly step: (application: string, label?: string) => void;
  /** A comment above the next step. */
  readonly comment: (text: string) => void;
  readonly finish: () => string;
}

export function createDialplanText(): DialplanText {
  const lines: string[] = [];
  let extension: string | undefined;
  let comments: string[] = [];
  return {
    context(name, title) {
      if (lines.length > 0) lines.push('');
      lines.push(title === undefined || title === '' ? `[${name}]` : `[${name}] ; ${title}`);
      extension = undefined;
    },
    extension(name) {
      extension = name;
    },
    step(application, label) {
      const isFirst = extension !== undefined;
      const priority =
        label === undefined ? (isFirst ? '1' : 'n') : `${isFirst ? '1' : 'n'}(${label})`;
      lines.push(...comments.map((text) => ` ; ${text}`));
      comments = [];
      lines.push(
        isFirst
          ? `exten => ${extension ?? 's'},${priority},${application}`
          : ` same => ${priority},${application}`,
      );
      extension = undefined;
    },
    comment: (text) => {
      comments.push(text);
    },
    finish: () => `${lines.join('\n')}\n`,
  };
}
