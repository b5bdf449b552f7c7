import { shorterText } from '../../prompt/shorter-text.ts';
import { withoutFiller } from '../../prompt/without-filler.ts';
import { promptsIn } from '../../script/prompts-in.ts';
import type { ScriptNode } from '../../script/script.ts';
import type { Language, Prompt } from '../../script/values.ts';
import type { FlowNode } from '../../flow/call-flow.ts';
import { applyEdits } from '../apply-edits.ts';
import { bypass } from '../bypass.ts';
import type { Change, WorkByHand } from '../change.ts';
import { isProtected, type Ground } from '../ground.ts';
import { nodeSeconds } from '../node-seconds.ts';
import { textsOf } from '../respoken-prompts.ts';
import type { ScriptEdit, TextChange } from '../script-edit.ts';
import type { Proposal } from './proposal.ts';

type Cut = (text: string, language: Language) => string | undefined;

const cutsByKind = { shorten: shorterText, 'drop-filler': withoutFiller } as const satisfies Record<
  string,
  Cut
>;
type WordKind = keyof typeof cutsByKind;

/** Tags of words that stay as they are, whatever can be said in fewer. */
const isKept = (node: ScriptNode): boolean =>
  isProtected(node) || node.tags?.includes('recording-notice') === true;

/** The texts of a node that can be said in fewer words. */
function cutTexts(
  { script }: Ground['flow'],
  { id, node }: FlowNode,
  cut: Cut,
): readonly TextChange[] {
  return promptsIn(node).flatMap(({ prompt, path, option }) => {
    const own = option === undefined || node.kind !== 'menu' ? undefined : node.options[option];
    if (own !== undefined && isProtected(own)) return [];
    return textsOf(prompt, script.language).flatMap(({ key, language, text }): TextChange[] => {
      const after = cut(text, language);
      return after === undefined
        ? []
        : [{ path: ['nodes', id, ...path], language: key, before: text, after }];
    });
  });
}

/** What callers save where a node says less: its seconds before, less those after. */
function wordsSaving(
  ground: Ground,
  { id, node }: FlowNode,
  after: ScriptNode | undefined,
): number {
  const wanted = ground.demand.nodes.get(id);
  if (wanted === undefined || wanted.visits === 0) return 0;
  const took = (of: ScriptNode) =>
    nodeSeconds(ground.flow.script, of, wanted, ground.model).seconds;
  return (took(node) - (after === undefined ? 0 : took(after))) / ground.demand.calls;
}

const quoted = (text: string): string => `“${text}”`;

function proposeFor(ground: Ground, flowNode: FlowNode, kind: WordKind): Proposal | undefined {
  const { flow, demand } = ground;
  const { id, node } = flowNode;
  const texts = cutTexts(flow, flowNode, cutsByKind[kind]);
  const [first] = texts;
  if (isKept(node) || first === undefined) return undefined;
  const isSilenced = texts.some(({ after }) => after === '');
  const say: Prompt | undefined = node.kind === 'announcement' ? node.say : undefined;
  const isAllSilenced =
    say !== undefined &&
    say.recording === undefined &&
    texts.length === textsOf(say, flow.script.language).length &&
    texts.every(({ after }) => after === '');
  if (isSilenced && !isAllSilenced) return undefined;
  const to = node.kind === 'announcement' && node.error === undefined ? node.to : undefined;
  const past = isAllSilenced && to !== undefined ? bypass(flow, id, to) : undefined;
  if (isAllSilenced && past === undefined) return undefined;
  const edits = past ?? texts.map((text): ScriptEdit => ({ edit: 'text', ...text }));
  // Words change nothing but their node, and a script of one is quicker to copy.
  const alone = { ...flow.script, nodes: { [id]: node } };
  const changed: Readonly<Record<string, ScriptNode>> =
    past === undefined ? (applyEdits(alone, edits)?.nodes ?? {}) : {};
  const recorded = promptsIn(node).filter(({ prompt }) => prompt.recording !== undefined);
  const paths = [...new Map(texts.map(({ path }) => [path.join('/'), path])).values()];
  const byHand = paths.map((path): WorkByHand => {
    const isRecorded = recorded.some(
      (one) => ['nodes', id, ...one.path].join('/') === path.join('/'),
    );
    return { path, why: isRecorded ? 'recording' : 'other-words' };
  });
  const more = texts.length === 1 ? '' : `, and ${texts.length - 1} more`;
  const change: Change = {
    about: { kind, node: id },
    summary:
      first.after === ''
        ? `without ${quoted(first.before)}${more}`
        : `${quoted(first.before)} → ${quoted(first.after)}${more}`,
    edits,
    moves: [],
    byHand: past === undefined ? byHand : [],
  };
  return {
    saving: wordsSaving(ground, flowNode, past === undefined ? changed[id] : undefined),
    make: () => ({ change, demand }),
  };
}

/** Prompts that can be said in fewer words, or without those that tell nothing. */
export function proposeFewerWords(ground: Ground): readonly Proposal[] {
  return ground.flow.nodes.flatMap((node) =>
    (['drop-filler', 'shorten'] as const).flatMap((kind) => proposeFor(ground, node, kind) ?? []),
  );
}
