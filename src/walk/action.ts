/**
 * What a caller does. `after` is in seconds since the prompt of the node, or its repetition, began;
 * left out, the caller acts as soon as they can know what to do: after their option where the
 * prompt can be interrupted, else after the whole of it.
 */
export type CallerAction =
  | { readonly do: 'press'; readonly key: string; readonly after?: number }
  | { readonly do: 'speak'; readonly intent: string; readonly after?: number }
  /** Digits entered where the menu collects them: how many, never which. */
  | { readonly do: 'enter'; readonly digits: number; readonly after?: number }
  /** Says nothing until the menu stops waiting. */
  | { readonly do: 'silence' }
  | { readonly do: 'hangup'; readonly after?: number };

/**
 * What the system or the world does. `after` is in seconds since the prompt of the node began; the
 * prompt is always heard to its end first.
 */
export type SystemAction =
  /**
   * Goes on: the prompt is over, the message is recorded, the other script returns. `share` is the draw
   * of a branch by share, from 0 to below 1; the world's without it.
   */
  | { readonly do: 'next'; readonly after?: number; readonly share?: number }
  /** The task is done, the callback is booked, the outside number is reached; with what it found. */
  | { readonly do: 'succeed'; readonly result?: string; readonly after?: number }
  | { readonly do: 'fail'; readonly after?: number }
  /** A person answers a waiting caller. */
  | { readonly do: 'answer'; readonly after?: number }
  | { readonly do: 'overflow'; readonly after?: number }
  | { readonly do: 'closed' }
  /** The queue takes no more callers. */
  | { readonly do: 'full' }
  /** The caller leaves the queue. */
  | { readonly do: 'abandon'; readonly after?: number }
  /** The system itself fails at this node. */
  | { readonly do: 'error' }
  /** Takes one way out of a vendor's block that the model can't read, by its position. */
  | { readonly do: 'exit'; readonly index: number; readonly after?: number };

export type Action = CallerAction | SystemAction;
