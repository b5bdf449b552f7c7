/** Sorts things into another order, the same every time. */
function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item, index) => ({ item, at: (index * 7919 + 13) % 1009 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

interface ContactFlow {
  readonly Actions: readonly { readonly Identifier: string }[];
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

const freshId = (index: number): string =>
  `${(0x9e3779b9 ^ (index * 2654435761)) >>> 0}`
    .padStart(12, '0')
    .replace(/^/, 'c0ffee00-0000-4000-8000-');

/**
 * A flow of Amazon Connect as the console would export it after all of it was built anew: every block
 * with another id, blocks in another order, at other positions. Nothing for what is no bare flow.
 */
export function renumberedContactFlow(text: string): string | undefined {
  let flow: ContactFlow;
  try {
    flow = JSON.parse(text) as ContactFlow;
  } catch {
    return undefined;
  }
  if (!Array.isArray(flow.Actions)) return undefined;
  const names = new Map(flow.Actions.map(({ Identifier }, index) => [Identifier, freshId(index)]));
  if (names.size < flow.Actions.length) return undefined;
  const written = JSON.stringify(
    { ...flow, Actions: shuffled(flow.Actions) },
    (name, value: unknown) =>
      name === 'position' || name === 'entryPointPosition' ? { x: 7, y: 11 } : value,
  );
  return written.replace(/"((?:[^"\\]|\\.)*)"/g, (whole, inner: string) => {
    const fresh = names.get(inner);
    return fresh === undefined ? whole : `"${fresh}"`;
  });
}

interface StudioFlow {
  readonly states?: readonly { readonly properties?: object }[];
}

/** A flow of Twilio Studio whose widgets lie elsewhere and are written in another order. */
export function shuffledStudioFlow(text: string): string | undefined {
  let flow: StudioFlow;
  try {
    flow = JSON.parse(text) as StudioFlow;
  } catch {
    return undefined;
  }
  if (!Array.isArray(flow.states)) return undefined;
  const states = shuffled(flow.states as NonNullable<StudioFlow['states']>).map((state) => ({
    ...state,
    properties: { ...state.properties, offset: { x: 1, y: 2 } },
  }));
  return JSON.stringify({ ...flow, states });
}
