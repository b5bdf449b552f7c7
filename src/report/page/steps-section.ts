import { titleOf } from '../../diagram/card-title.ts';
import { readSteps, type Step, type StepExit } from '../../diagram/read-steps.ts';
import { readTraffic, type Traffic } from '../../diagram/read-traffic.ts';
import { wordsIn } from '../../diagram/words-in.ts';
import type { FlowNode } from '../../flow/call-flow.ts';
import { rateOf } from '../../insight/rate.ts';
import { textLanguage } from '../../diagram/text-language.ts';
import { promptText } from '../../prompt/prompt-text.ts';
import { optionLabel } from '../../script/option-label.ts';
import type { Prompt } from '../../script/values.ts';
import type { MenuReport } from '../menu-report.ts';
import { interval, percent } from '../numbers.ts';
import { grouped } from '../../source/plural.ts';
import { html, named, shown, type Html } from './html.ts';
import type { RankedFinding } from '../ranked-findings.ts';
import { section, type Section } from './section.ts';

const english = wordsIn('en');

/** More languages of a prompt than this are not quoted. */
const mostLanguages = 4;

/** The prompts of a step in the order in which they are said: a menu's own words, then its options'. */
function promptsOf({ node }: FlowNode): readonly Prompt[] {
  const own = 'say' in node ? [node.say] : [];
  const options = node.kind === 'menu' ? node.options.map(({ say }) => say) : [];
  return [...own, ...options].filter((prompt) => prompt !== undefined);
}

/** What is said here, in each language that it is written in. */
function quotesOf(node: FlowNode, language: string): readonly Html[] {
  const prompts = promptsOf(node);
  const written = prompts.flatMap(({ text }) =>
    text === undefined ? [] : typeof text === 'string' ? [language] : Object.keys(text),
  );
  const recorded = prompts.some(
    ({ text, recording }) => text === undefined && recording !== undefined,
  );
  return [
    ...[...new Set(written)].slice(0, mostLanguages).map((tag) => {
      const words = prompts.flatMap((prompt) => promptText(prompt, tag, tag) ?? []).join(' ');
      return html('blockquote', { lang: textLanguage(words, [tag]), dir: 'auto' }, shown(words));
    }),
    ...(recorded
      ? [html('p', { class: 'quiet' }, 'Some of it is a recording without a text.')]
      : []),
  ];
}

/** What makes callers take a way, as `Key 1: Cards`. */
function conditionOf({ exit }: StepExit, { node }: FlowNode): string {
  const isOther = node.kind === 'branch' && exit.trigger === 'next';
  const trigger = isOther ? english.otherwise : english.triggers[exit.trigger];
  const value = exit.value === undefined ? trigger : `${trigger} ${shown(exit.value)}`;
  const option =
    exit.option === undefined || node.kind !== 'menu' ? undefined : node.options[exit.option];
  const label = option === undefined ? '' : shown(optionLabel(option));
  return label === '' || label === exit.value ? value : `${value}: ${label}`;
}

function wayOf(step: Step, own: StepExit, node: FlowNode, report: Reading): Html {
  const { traffic } = report;
  const calls = traffic?.callsOn(step, own);
  const entered = traffic?.enteredOf(step) ?? 0;
  const share = calls === undefined ? undefined : rateOf(Math.min(calls, entered), entered);
  const targets = own.targets.flatMap((to, index): readonly Html[] => [
    ...(index === 0 ? [] : [', ']),
    to === node.id
      ? 'here again'
      : html('a', { href: `#${to}` }, named(report.titles.get(to) ?? to)),
  ]);
  return html(
    'tr',
    {},
    html('th', { scope: 'row' }, named(conditionOf(own, node))),
    html('td', {}, ...(targets.length === 0 ? ['nowhere'] : targets)),
    ...(traffic === undefined
      ? []
      : [
          html('td', { class: 'number' }, calls === undefined ? '–' : grouped(calls)),
          html(
            'td',
            { class: 'number' },
            share?.rate === undefined || share.trust === 'hidden' ? '–' : percent(share.rate),
          ),
        ]),
  );
}

interface Reading {
  readonly menu: MenuReport;
  readonly traffic: Traffic | undefined;
  readonly findings: ReadonlyMap<string, readonly RankedFinding[]>;
  /** What stands on the cards of the picture. */
  readonly titles: ReadonlyMap<string, string>;
}

function factsOf(step: Step, id: string, { menu, traffic }: Reading): Html | undefined {
  const replay = menu.calls?.input.replay.nodes.find((one) => one.id === id);
  if (traffic === undefined || replay === undefined) return undefined;
  const { entered, visits, dropOuts, noInputs, noMatches } = replay;
  const lost = rateOf(dropOuts, entered);
  const facts: readonly (readonly [string, string])[] = [
    ['calls that came here', grouped(traffic.enteredOf(step) ?? entered)],
    ...(visits === entered ? [] : [['times that calls came here', grouped(visits)] as const]),
    [
      'lost here',
      lost.rate === undefined || lost.trust === 'hidden'
        ? grouped(dropOuts)
        : `${grouped(dropOuts)} (${percent(lost.rate)}; ${interval(lost)})`,
    ],
    ...(noInputs === 0 ? [] : [['times of silence', grouped(noInputs)] as const]),
    ...(noMatches === 0 ? [] : [['unknown keys', grouped(noMatches)] as const]),
  ];
  return html(
    'dl',
    { class: 'facts' },
    ...facts.map(([name, text]) => html('div', {}, html('dt', {}, name), html('dd', {}, text))),
  );
}

function stepOf(step: Step, node: FlowNode, reading: Reading): Html {
  const { menu, traffic, findings } = reading;
  const { id, kind } = node;
  const name = reading.titles.get(id) ?? id;
  const own = findings.get(id) ?? [];
  const heads = ['when', 'leads to', ...(traffic === undefined ? [] : ['calls', 'share'])];
  return html(
    'section',
    { class: 'step', id, 'aria-label': shown(name) },
    html('h3', {}, named(name)),
    html('p', { class: 'quiet' }, `${english.kinds[kind]} · ${id}`),
    factsOf(step, id, reading),
    step.exits.length === 0
      ? undefined
      : html(
          'table',
          { class: 'ways' },
          html(
            'thead',
            {},
            html(
              'tr',
              {},
              ...heads.map((head, index) =>
                html('th', { scope: 'col', class: index > 1 ? 'number' : undefined }, head),
              ),
            ),
          ),
          html('tbody', {}, ...step.exits.map((exit) => wayOf(step, exit, node, reading))),
        ),
    ...quotesOf(node, menu.document.script.language),
    ...own.map(({ number, finding }) =>
      html(
        'p',
        { class: `finding ${finding.severity}` },
        html('a', { href: `#finding_${number}` }, `${finding.severity} ${number}`),
        ' ',
        named(finding.message),
      ),
    ),
  );
}

/** Every step with its numbers: what the side of the picture shows, and all there is without scripts. */
export function stepsSection(menu: MenuReport, findings: readonly RankedFinding[]): Section {
  const isTrusted = menu.calls?.insights.fit.isEnough === true;
  const steps = readSteps(menu.flow);
  const traffic = isTrusted ? readTraffic(steps, menu.calls.input.replay) : undefined;
  const byNode = new Map<string, RankedFinding[]>();
  for (const finding of findings) {
    if (finding.node === undefined) continue;
    byNode.set(finding.node, [...(byNode.get(finding.node) ?? []), finding]);
  }
  const byId = new Map(steps.map((step) => [step.id, step]));
  const titles = new Map(steps.map((step) => [step.id, titleOf(step, english, menu.directory)]));
  const reading = { menu, traffic, findings: byNode, titles };
  const all = menu.flow.nodes.flatMap((node) => {
    const step = byId.get(node.id);
    return step === undefined ? [] : [stepOf(step, node, reading)];
  });
  return section(
    'steps',
    'Every step',
    'All steps in the order of the script: what callers hear, where each path leads, and how many calls took it.',
    html(
      'details',
      { class: 'answer', id: 'all_steps' },
      html('summary', {}, `Show all ${grouped(all.length)} steps`),
      html('div', { class: 'steps' }, ...all),
    ),
  );
}
