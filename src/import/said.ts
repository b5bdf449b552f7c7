import type { NodeOfKind } from '../script/script.ts';

/** A prompt as a script has it: a text, a recording, or what an import could not know. */
export type Said = NonNullable<NodeOfKind<'announcement'>['say']>;
