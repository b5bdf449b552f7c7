import { menuSummary } from '../menu-summary.ts';
import type { MenuReport } from '../menu-report.ts';
import { windowText } from '../log-facts.ts';
import { plural } from '../../source/plural.ts';
import { answerSections } from './answer-sections.ts';
import { changesSection } from './changes-section.ts';
import { diagramSection } from './diagram-section.ts';
import { findingsSection } from './findings-section.ts';
import { emitHtml, html, named, shown, type Html } from './html.ts';
import { moreSection } from './more-section.ts';
import { policyOf } from './policy.ts';
import { proofSection } from './proof-section.ts';
import { rankedFindings } from '../ranked-findings.ts';
import { sectionIds, type Section } from './section.ts';
import { stepsSection } from './steps-section.ts';
import { pageStyle } from './style.ts';
import { summarySection } from './summary-section.ts';
import { termsSection } from './terms-section.ts';
import { waysSection } from './ways-section.ts';
import { weekSection } from './week-section.ts';

/** All parts of the page, in reading order. Where log and menu don't belong together, nothing is concluded. */
function sectionsOf(report: MenuReport): readonly Section[] {
  const findings = rankedFindings(report);
  const { calls, apply } = report;
  const isTrusted = calls?.insights.fit.isEnough === true;
  return [
    summarySection(menuSummary(report)),
    diagramSection(report, findings),
    ...(isTrusted ? [waysSection(report, calls), ...answerSections(calls)] : []),
    ...(isTrusted ? [changesSection(calls, apply)] : []),
    findingsSection(findings),
    proofSection(report),
    ...weekSection(report),
    ...(calls === undefined ? [] : [moreSection(calls)]),
    stepsSection(report, findings),
    termsSection(report),
  ];
}

function headerOf({ document, calls }: MenuReport, sections: readonly Section[]): Html {
  const { script } = document;
  const read =
    calls === undefined
      ? 'No call log was given.'
      : `${plural(calls.input.replay.calls, 'call')}, ${windowText(calls.input.log.window)}`;
  return html(
    'header',
    {},
    html('h1', {}, named(script.title ?? script.id)),
    html('p', { class: 'quiet' }, `Report on a phone menu · ${read}`),
    html(
      'nav',
      { 'aria-label': 'Parts of this report' },
      html(
        'ul',
        {},
        ...sections.map(({ name, title }) =>
          html('li', {}, html('a', { href: `#${sectionIds[name]}` }, title)),
        ),
      ),
    ),
  );
}

/**
 * A report as one page that needs nothing else: no network, no other file. Everything is there without
 * its script, which only adds what moves. Its policy lets nothing run but that script, and every text
 * of a file is escaped, so that labels do nothing but show. The same report gives the same bytes.
 */
export async function reportToHtml(report: MenuReport): Promise<string> {
  // The page's own script is some 50 kB of text that nobody else needs.
  const { default: bundle } = await import('../../page/main.ts?bundle');
  // Nothing in a script may look like its end (HTML, 13.2.5.15).
  const script = bundle.replaceAll('</script', String.raw`<\/script`);
  const sections = sectionsOf(report);
  const title = shown(report.document.script.title ?? report.document.script.id);
  const head = [
    html('meta', { charset: 'utf-8' }),
    html('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: await policyOf(pageStyle, script),
    }),
    html('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    html('meta', { name: 'referrer', content: 'no-referrer' }),
    html('title', {}, `${title}: report`),
  ];
  const body = [
    headerOf(report, sections),
    html('main', {}, ...sections.map((one) => one.body)),
    html(
      'footer',
      {},
      'Made by ivrkit. Everything on this page is in this one file; it loads nothing from the network.',
    ),
  ];
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head>${head.map(emitHtml).join('')}<style>${pageStyle}</style></head>`,
    `<body>${body.map(emitHtml).join('\n')}`,
    `<script>${script}</script></body>`,
    '</html>\n',
  ].join('\n');
}
