import type { CallFlow } from '../flow/call-flow.ts';
import type { Directory } from '../routing/directory.ts';
import type { Script } from '../script/script.ts';
import type { FindingData, Severity } from '../source/finding.ts';
import type { Fix } from '../source/tree-edit.ts';
import type { Aim, Path } from '../source/tree.ts';
import type { Preset } from './presets.ts';

/** What a message says and what to do about it; `{name}` stands for a fact in `data`. */
export interface MessageTemplate {
  /** What a caller would experience, in one sentence. */
  readonly says: string;
  readonly help: string;
}

/** A problem that a rule found, still without its place. */
export interface Problem<MessageId extends string> {
  readonly message: MessageId;
  readonly data?: FindingData;
  /** The way in the script to what is wrong. */
  readonly at: Path;
  /** Whether the field's name is wrong, or its value. */
  readonly aim?: Aim;
  readonly related?: readonly { readonly message: string; readonly at: Path; readonly aim?: Aim }[];
  /** Another severity than the rule's own, where a rule has two thresholds. */
  readonly severity?: Severity;
  /** What mends it without changing what callers are meant to get; left out where that isn't sure. */
  readonly fix?: Fix | undefined;
  /** True where the text at the place must not be quoted: a password, the number of a card. */
  readonly confidential?: boolean;
}

/** Everything that a rule may look at. Rules see no text, no files and no other rules. */
export interface RuleContext<MessageId extends string, ThresholdName extends string = string> {
  readonly script: Script;
  readonly flow: CallFlow;
  /** Nothing when the script names no directory: then rules about queues can't know. */
  readonly directory: Directory | undefined;
  /** The thresholds in force, by name: the rule's own, or those of a configuration. */
  readonly thresholds: Readonly<Record<ThresholdName, number>>;
  /** The fields at a path in the order in which the author wrote them; none in imports. */
  readonly writtenFields: (path: Path) => readonly string[];
  readonly report: (problem: Problem<MessageId>) => void;
}

/** A number that a rule compares with. */
export interface Threshold {
  readonly value: number;
  /** `seconds`, `options`, `words`, … */
  readonly unit: string;
  /** Where the number comes from, and what speaks against it. */
  readonly source: string;
}

/** One check of a script: data that documents it, and a pure function. */
export interface Rule<MessageId extends string = string, ThresholdName extends string = string> {
  /** Kebab-case; the name of the rule's file, page and test. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence, from the caller's side. */
  readonly summary: string;
  /** Where the rule or its threshold comes from. */
  readonly source: string;
  readonly messages: Readonly<Record<MessageId, MessageTemplate>>;
  /** The presets that turn it on; `recommended` and `strict` where nothing is said. */
  readonly presets?: readonly Preset[];
  /** Numbers that a configuration may set; few, and each with its source. */
  readonly thresholds?: Readonly<Record<ThresholdName, Threshold>>;
  check(context: RuleContext<MessageId, ThresholdName>): void;
}

/** Declares a rule; the ids of its messages are checked where it reports. */
export function defineRule<
  const MessageId extends string,
  const ThresholdName extends string = never,
>(rule: Rule<MessageId, ThresholdName>): Rule<MessageId, ThresholdName> {
  return rule;
}

/** The presets that turn a rule on. */
export function presetsOf(rule: Rule): readonly Preset[] {
  return rule.presets ?? ['recommended', 'strict'];
}
