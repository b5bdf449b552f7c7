import type { ConfText } from '../../source/conf-file.ts';
import type { Extent } from '../../source/tree.ts';
import type { Block, Effect, PassBlock, Way } from './block.ts';
import type { Step } from './dialplan.ts';
import type { Environment } from './environment.ts';
import type { LookUp } from './substitute.ts';

/** Where to a jump leads, as far as it can be told. */
export type Jump =
  | { readonly kind: 'known'; readonly way: Way; readonly at: Extent }
  /** Only the running call knows. */
  | {
      readonly kind: 'unknown';
      readonly text: string;
      readonly at: Extent;
      /** The extensions that it may be, where only that is unknown. */
      readonly among: readonly { readonly name: string; readonly way: Way }[];
      readonly otherwise: Way;
      readonly variable: string | undefined;
    };

/** A subroutine, as it is called. */
export type Subroutine =
  | { readonly kind: 'gosub'; readonly target: ConfText }
  | { readonly kind: 'macro'; readonly name: string };

/** One run of an application: what a mapper may ask about it. */
export interface StepCall {
  readonly step: Step;
  /** The application in small letters. */
  readonly application: string;
  readonly whole: ConfText;
  readonly given: readonly ConfText[];
  readonly environment: Environment;
  /** What is known of variables here. */
  readonly lookUp: LookUp;
  /** Whether a variable that changes is never empty. */
  readonly isFilled: (name: string) => boolean;
  /** The argument at a position with its variables filled in; nothing where it is empty or unknown. */
  readonly text: (position: number) => string | undefined;
  /** The same, with what a variable was at first where it changes. */
  readonly firstText: (position: number) => string | undefined;
  /** The next priority; where there is none, what happens then. */
  readonly next: Way;
  /** True where a next priority is written. */
  readonly hasNext: boolean;
  /** What a comment right above the step quotes. */
  readonly quoted: string | undefined;
  /** Where a target of one to three parts leads. */
  readonly jump: (target: ConfText) => Jump;
  /** Another application that is run in the place of this one. */
  readonly inline: (application: string, given: ConfText, branch: 1 | 2) => Way;
  /** Where `t` stands, `e` else. */
  readonly timeout: Way;
  /** The keys of a context, the own one where none is said. */
  readonly keys: (context: string | undefined) => NonNullable<Way>;
  /** Where a subroutine begins; `unknown` where it can't be followed. */
  readonly enter: (called: Subroutine, given: readonly ConfText[]) => Way | 'unknown';
  /** Where the subroutine that this step is in returns to. */
  readonly back: Way;
  /** The other end of a loop. */
  readonly loop: (end: 'begin' | 'behind') => Way;
  /** The next step, run as if a variable had this text. */
  readonly nextWith: (name: string, text: string) => Way;
  /** The same, where the next step asks for that variable; else the next step as it is. */
  readonly nextAfter: (name: string, text: string) => Way;
  /** Keys that the steps behind compare a variable with. */
  readonly comparedKeys: (name: string, most: number) => readonly string[];
  /** What is known when nothing is known of a variable. */
  readonly withoutVariable: (name: string) => Environment;
  /** Something that the author should know. */
  readonly note: (message: string, at: Extent) => void;
}

/** What an application makes of a call. */
export type ApplicationMapper = (call: StepCall) => Block;

/** The call goes on, and nothing is heard. */
export function passOn(
  call: StepCall,
  to: Way = call.next,
  effects: readonly Effect[] = [],
  environment: Environment = call.environment,
): PassBlock & { readonly environment: Environment } {
  return { kind: 'pass', to, effects, environment };
}
