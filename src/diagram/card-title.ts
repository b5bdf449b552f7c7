import type { Directory, Queue } from '../routing/directory.ts';
import { cleanText } from './clean-text.ts';
import { isPlain } from './is-plain.ts';
import type { Step } from './read-steps.ts';
import type { Words } from './words.ts';

/** `lost-and-stolen` as a heading: `Lost and stolen`. */
export function humanise(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words === '' ? id : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Cleaned, or nothing when no reader would see anything of it. */
export function visible(text: string | undefined): string | undefined {
  const clean = cleanText(text ?? '');
  if (isPlain(clean)) return clean === '' ? undefined : clean;
  return /[^\p{Cf}\p{M}\p{Z}]/u.test(clean) ? clean : undefined;
}

/** The queue of that name, where the directory has it. */
export function queueNamed(directory: Directory | undefined, name: unknown): Queue | undefined {
  if (directory === undefined || typeof name !== 'string') return undefined;
  return Object.entries(directory.queues).find(([id]) => id === name)?.[1];
}

/** What stands in bold on a card: the author's title, the queue's, or the id in plain words. */
export function titleOf(step: Step, words: Words, directory: Directory | undefined): string {
  const node = step.node?.node;
  if (node === undefined) return words.incomingCall;
  const queue = node.kind === 'queue' ? queueNamed(directory, node.queue)?.title : undefined;
  return visible(node.title) ?? visible(queue) ?? humanise(step.id);
}
