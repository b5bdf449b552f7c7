import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { CallState } from './call-state.ts';
import type { CallerModel } from './caller-model.ts';
import type { ContactReason } from './contact-reasons.ts';
import type { Random } from './random.ts';
import type { WaysToReason } from './ways-to-reason.ts';

/** Someone who calls: what for, in which language, and how they find it. */
export interface Caller {
  /** A pseudonym. */
  readonly name: string;
  /** Nothing where the menu has nothing to offer. */
  readonly reason: ContactReason | undefined;
  readonly language: Language;
}

/** What a caller has in mind during one call. */
export interface Mind {
  readonly reason: ContactReason | undefined;
  readonly ways: WaysToReason;
  /** True once they have taken the option they called for. */
  readonly chosen: boolean;
  /** True once they have got what they called for. */
  readonly helped: boolean;
  /** True once they were told that the place is closed. */
  readonly toldClosed: boolean;
  /** The option they mean to take here, so that being asked again doesn't change it. */
  readonly plan: { readonly menu: NodeId; readonly option: number } | undefined;
  /** The menus they have been at since they began to look for this reason. */
  readonly been: ReadonlySet<NodeId>;
}

/** A caller at a node, about to act. */
export interface Moment {
  readonly flow: CallFlow;
  readonly state: CallState;
  readonly id: NodeId;
  readonly mind: Mind;
  readonly caller: Caller;
  readonly model: CallerModel;
  readonly random: Random;
}
