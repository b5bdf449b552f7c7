import type { NodeId } from '../../script/names.ts';
import type { Named } from './agent.ts';
import type { Lead } from './asking.ts';
import { conditionOf, writeConditions, type ConditionRoute } from './conditions.ts';
import { createHere } from './error-way.ts';
import { isStartPage, routesOf, type FlowReader } from './flow-reader.ts';
import { keyChoiceOf } from './key-choice.ts';
import { intentOf, intentRoutes } from './options.ts';
import { partBelow, partsBelow, placeBelow, type Part } from './part.ts';
import { readFulfillment, type Step } from './read-fulfillment.ts';
import { isAskedFor } from './read-settings.ts';
import { isLeft, writeSteps } from './ways.ts';
import { parameterName, writeCollect } from './write-collect.ts';
import { writeMenu } from './write-menu.ts';

export const parametersOf = ({ part }: Named): readonly Part[] =>
  partsBelow(part, 'form', 'parameters');

/** Splits words right in front of a question off what a page does when it is entered. */
function splitLead(steps: readonly Step[], isQuestionNext: boolean) {
  const last = steps.at(-1);
  return isQuestionNext && last?.does === 'say'
    ? { before: steps.slice(0, -1), lead: { say: last.say, at: last.at } }
    : { before: steps, lead: undefined };
}

/**
 * Makes the nodes of a page, in the order of its life: what it does when it is entered, the parameters
 * that it asks for, its conditions, and the menu in which it waits.
 * https://cloud.google.com/dialogflow/cx/docs/concept/page
 */
export function mapPage(page: Named, reader: FlowReader): void {
  const { writer } = reader;
  const entry = isStartPage(page, reader) ? reader.start() : reader.idOf(page);
  const here = createHere(page, reader, () => entry);
  const at = placeBelow(page.part, 'displayName');
  const steps = readFulfillment(partBelow(page.part, 'entryFulfillment'), writer.tell);
  const names = { first: entry, wanted: page.title };
  if (isLeft(steps)) {
    writeSteps(steps, here, names, () => entry, here.onError);
    return;
  }
  const asked = parametersOf(page).filter(isAskedFor);
  const routes = routesOf(page, reader)
    .filter((route) => intentOf(route) === undefined)
    .map((route): ConditionRoute => ({ route, condition: conditionOf(route) }));
  const { before, lead } = splitLead(steps, asked.length > 0 || routes.length === 0);
  const free = before.length === 0 ? entry : undefined;
  const begin = (first: NodeId) => {
    if (before.length > 0) writeSteps(before, here, names, () => first, here.onError);
  };

  const choice = keyChoiceOf(asked, routes, here);
  if (choice !== undefined) {
    const self = free ?? writer.freshId(`${page.title}-${parameterName(choice.parameter)}`, 'menu');
    writeMenu(here, self, lead, () => self, choice);
    begin(self);
    return;
  }

  const ids = asked.map((parameter, index) => {
    const known = index === 0 ? free : undefined;
    return known ?? writer.freshId(`${page.title}-${parameterName(parameter)}`, 'collect');
  });
  const isMenuOnly = asked.length + routes.length === 0;
  let waiting: NodeId | undefined;
  const wait = (): NodeId =>
    (waiting ??=
      (isMenuOnly ? free : undefined) ?? writer.freshId(`${page.title}-listens`, 'listens'));
  const firstCheck = asked.length === 0 ? free : undefined;
  const check = writeConditions(routes, here, asked.length > 0, firstCheck, wait);
  if (waiting !== undefined) {
    const ownLead: Lead | undefined = isMenuOnly ? lead : undefined;
    writeMenu(here, waiting, ownLead, () => check);
  }
  if (asked.length > 0 && intentRoutes(here).length > 0)
    writer.tell(
      'Intents are recognised while this page asks; in the script, after it has asked.',
      at,
    );
  asked.forEach((parameter, index) => {
    const self = ids[index] ?? entry;
    writeCollect(parameter, here, self, index === 0 ? lead : undefined, ids[index + 1] ?? check);
  });
  begin(ids[0] ?? check);
}
