/** A queue in balance: what comes, and who is there. Rates are per second. */
export interface QueueLoad {
  /** Calls that come, a second. */
  readonly arrivals: number;
  /** Seconds that a person needs for a call, on average. */
  readonly service: number;
  readonly people: number;
}

/** What callers of such a queue meet. Seconds and shares. */
export interface WaitForecast {
  /** Share that waits at all. */
  readonly waits: number;
  /** Mean wait of all calls. */
  readonly mean: number;
  /** Calls waiting at a time, on average. */
  readonly waiting: number;
  /** Share of their time that people talk. */
  readonly busy: number;
}

/** Work that comes, in erlangs: people who would be busy if nobody had to wait. */
export function offeredWork({ arrivals, service }: Omit<QueueLoad, 'people'>): number {
  return arrivals * service;
}

/** Share of calls that find all people busy where nobody waits (Erlang 1917), by its recursion. */
export function erlangB(work: number, people: number): number {
  let blocked = 1;
  for (let one = 1; one <= people; one += 1) blocked = (work * blocked) / (one + work * blocked);
  return blocked;
}

/**
 * The queue in which everybody waits for as long as it takes (Erlang C). Nothing where people can't keep
 * up: the queue would grow for ever.
 */
export function erlangC(load: QueueLoad): WaitForecast | undefined {
  const work = offeredWork(load);
  const { people, service, arrivals } = load;
  if (!(people > work)) return undefined;
  const blocked = erlangB(work, people);
  const waits = blocked / (1 - (work / people) * (1 - blocked));
  const mean = (waits * service) / (people - work);
  return { waits, mean, waiting: arrivals * mean, busy: work / people };
}

/** Share of calls answered within so many seconds, where everybody waits. */
export function answeredWithin(load: QueueLoad, seconds: number): number {
  const forecast = erlangC(load);
  if (forecast === undefined) return 0;
  const { people, service } = load;
  return 1 - forecast.waits * Math.exp((-(people - offeredWork(load)) * seconds) / service);
}

/** What callers meet where they give up, each after a patience of their own. */
export interface AbandonmentForecast extends WaitForecast {
  /** Share that gives up. */
  readonly abandons: number;
  /** Mean wait of those who are answered. */
  readonly answered: number;
}

/** Weights are brought down again from here: far above what people can do they would leave all numbers. */
const tooHeavy = 1e100;
/** Beyond so small a share of the likeliest state, longer queues change nothing that is printed. */
const negligible = 1e-14;

/**
 * The queue in which callers give up after a patience that is exponential with this mean in seconds
 * (Erlang A: Palm 1957; Garnett, Mandelbaum & Reiman 2002), by the balance of its states. It is in
 * balance however few people are there.
 */
export function erlangA(
  { arrivals, service, people }: QueueLoad,
  patience: number,
): AbandonmentForecast {
  const [serve, leave] = [1 / service, 1 / patience];
  // Weights of the states by calls present, relative to that in which all people are busy.
  let below = 0;
  let weight = 1;
  for (let busy = people; busy > 0; busy -= 1) {
    weight *= (busy * serve) / arrivals;
    below += weight;
  }
  let [all, waiting, answered, answeredWait] = [0, 0, 0, 0];
  /** For a caller with so many others waiting in front: the mean wait if it is answered, and the chance of that. */
  let wait = 0;
  let peak = 1;
  weight = 1;
  for (let queued = 0; weight > negligible * peak; queued += 1) {
    all += weight;
    waiting += queued * weight;
    wait += 1 / (people * serve + (queued + 1) * leave);
    const chance = (people * serve) / (people * serve + (queued + 1) * leave);
    answered += weight * chance;
    answeredWait += weight * chance * wait;
    weight *= arrivals / (people * serve + (queued + 1) * leave);
    peak = Math.max(peak, weight);
    if (weight < tooHeavy) continue;
    all /= tooHeavy;
    waiting /= tooHeavy;
    answered /= tooHeavy;
    answeredWait /= tooHeavy;
    below /= tooHeavy;
    peak /= tooHeavy;
    weight /= tooHeavy;
  }
  const total = all + below;
  const queueLength = waiting / total;
  const abandons = (leave * queueLength) / arrivals;
  return {
    waits: all / total,
    mean: queueLength / arrivals,
    waiting: queueLength,
    busy: (arrivals * (1 - abandons) * service) / people,
    abandons,
    answered: answeredWait / (answered + below),
  };
}

/** The fewest people with whom so large a share of calls is answered within so many seconds. */
export function peopleFor(
  load: Omit<QueueLoad, 'people'>,
  { share, seconds }: { readonly share: number; readonly seconds: number },
): number {
  let people = Math.max(1, Math.floor(offeredWork(load)) + 1);
  while (answeredWithin({ ...load, people }, seconds) < share) people += 1;
  return people;
}
