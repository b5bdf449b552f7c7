import { times } from './times.ts';
import type { Words } from '../words.ts';

const steps = (count: number): string => times(count, 'stap', 'stappen');
const digits = (count: number): string => times(count, 'cijfer', 'cijfers');

export const dutch: Words = {
  language: 'nl',
  marks: { thousands: '.', point: ',' },
  kinds: {
    start: 'Begin',
    announcement: 'Mededeling',
    menu: 'Menu',
    collect: 'Invoer van cijfers',
    branch: 'Keuzepunt',
    task: 'Taak',
    queue: 'Wachtrij',
    transfer: 'Doorverbinding',
    voicemail: 'Voicemail',
    callback: 'Terugbelverzoek',
    subflow: 'Ander script',
    hangup: 'Ophangen',
    opaque: 'Stap van de leverancier',
  },
  triggers: {
    key: 'Toets',
    noInput: 'Geen invoer',
    noMatch: 'Niet begrepen',
    next: 'Verder',
    case: 'Geval',
    success: 'Gelukt',
    failure: 'Mislukt',
    overflow: 'Overloop',
    closed: 'Gesloten',
    error: 'Systeemfout',
  },
  severities: { error: 'fout', warning: 'waarschuwing', info: 'opmerking' },
  incomingCall: 'Inkomende oproep',
  numbers: (count) => times(count, 'nummer', 'nummers'),
  options: (count) => times(count, 'optie', 'opties'),
  digits: (least, most) => {
    if (most === undefined) return least === undefined ? 'cijfers' : `minstens ${digits(least)}`;
    if (least === most) return digits(most);
    return least === undefined ? `hoogstens ${digits(most)}` : `${least}–${most} cijfers`;
  },
  endsWith: (key) => `eindigt met ${key}`,
  selfService: 'zelfbediening',
  by: {
    language: () => 'naar taal',
    share: () => 'naar aandeel van de oproepen',
    calendar: (name) => `openingstijden van ${name}`,
    attribute: (name) => `naar ${name}`,
    emergency: (name) => `noodschakelaar van ${name}`,
    queueStatus: (name) => `naar toestand van ${name}`,
    result: (name) => `naar uitkomst van ${name}`,
    loop: (count) => times(count, 'ronde', 'rondes'),
  },
  recordsUpTo: (time) => `neemt tot ${time} op`,
  offers: {
    callback: 'biedt terugbellen aan',
    'self-service': 'biedt zelfbediening aan',
    voicemail: 'biedt voicemail aan',
  },
  repeat: 'Herhalen',
  previousMenu: 'Vorig menu',
  asksAgain: { noInput: 'Geen invoer: vraagt opnieuw', noMatch: 'Niet begrepen: vraagt opnieuw' },
  otherwise: 'Anders',
  afterTries: (count) => `na ${times(count, 'poging', 'pogingen')}`,
  after: (time) => `na ${time}`,
  nowhere: 'leidt nergens heen',
  noSuchStep: (name) => `geen stap “${name}”`,
  noMenuBefore: 'geen menu hiervoor',
  sharedDestinations: 'Gedeelde bestemmingen',
  notReached: 'Door geen oproep bereikt',
  findings: 'Bevindingen',
  onPage: (page) => `pagina ${page}`,
  pageOf: (page, pages) => `Pagina ${page} van ${pages}`,
  left: {
    around: (title, count) =>
      `Alleen “${title}”, de weg erheen en waar het heen leidt; ${times(count, 'andere stap is', 'andere stappen zijn')} niet getoond.`,
    otherWays: (title, from) => `Andere wegen naar “${title}” komen van ${from.join(', ')}.`,
    beyond: (count, columns) =>
      `${steps(count)} voorbij ${times(columns, 'kolom', 'kolommen')} ${count === 1 ? 'is' : 'zijn'} niet getoond.`,
    below: (share, titles) =>
      `${steps(titles.length)} met minder dan ${share} van de oproepen ${titles.length === 1 ? 'is' : 'zijn'} niet getoond: ${titles.join(', ')}.`,
  },
  icicle: {
    diagram: 'ijspegeldiagram van wegen',
    way: 'Weg',
    ofCalls: (calls) =>
      `${times(calls, 'oproep', 'oproepen')} · hoogte = oproepen langs deze weg · % = aandeel van alle oproepen`,
    ofSteps: 'Hoogte = stappen die aan een stap hangen',
    cut: (columns) => `wegen stoppen na ${steps(columns)}`,
    steps,
    others: (count) => times(count, 'andere weg', 'andere wegen'),
  },
  changes: {
    added: 'nieuw',
    removed: 'vervallen',
    changed: 'zegt of doet iets anders',
    moved: 'andere toets dan voorheen',
    count: (differences) =>
      differences === 0 ? 'Geen verschil' : times(differences, 'verschil', 'verschillen'),
  },
  counts: (count, connections) =>
    `${steps(count)}, ${times(connections, 'verbinding', 'verbindingen')}`,
  heatCaption: (calls) =>
    `${times(calls, 'oproep', 'oproepen')} · lijndikte en kleur = oproepen · % in een rij = aandeel van de bellers bij die stap`,
  legend: {
    solid: 'toets of volgende stap',
    closed: 'gesloten',
    noInput: 'geen invoer of overloop',
    trouble: 'niet begrepen of mislukt',
    jump: 'gaat verder bij dezelfde letter',
    repeat: 'herhaalt hier',
    back: 'gaat terug (zie naam)',
    more: 'zoveel stappen meer, niet getoond',
    loose: 'leidt nergens heen',
    drop: 'bellers die hier verloren gaan',
    stranded: 'niet bereikt',
  },
  ofCalls: (range) => `${range} van de oproepen`,
  diagram: 'oproepdiagram',
  connection: 'verbinding',
  week: {
    diagram: 'week van openingstijden',
    days: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    shortDays: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
    states: {
      open: 'geopend',
      closed: 'gesloten',
      holiday: 'feestdag',
      emergency: 'noodgeval',
      unstaffed: 'geopend, maar er is niemand',
      unknown: 'geen tijden vermeld',
    },
    offered: {
      'led-on': 'door een menu aangeboden zonder oproepen aan te nemen; bellers gaan elders verder',
      lost: 'door een menu aangeboden zonder oproepen aan te nemen, en het houdt daar op',
    },
    title: (menu) => `${menu}: een week`,
    span: (from, until, zone) => `${from} tot ${until}, klok van ${zone}`,
    end: 'het einde van de week',
    nowhere: 'Dit menu leidt naar geen wachtrij en geen nummer van de gids.',
    stretch: (what, from, until) => `${what} van ${from} tot ${until}`,
    offers: (name, hours, moment, branch) =>
      `${name} wordt ${hours} h aangeboden zonder oproepen aan te nemen, eerst op ${moment}: ${
        branch === undefined
          ? 'geen keuzepunt onderweg vraagt naar de tijden'
          : `het laatste keuzepunt onderweg is “${branch}”`
      }.`,
    more: (count) =>
      `… en nog ${times(count, 'wordt', 'worden')} aangeboden zonder oproepen aan te nemen.`,
    destinations: (count, from, until, zone) =>
      `${times(count, 'bestemming', 'bestemmingen')} van ${from} tot ${until}, op de klok van ${zone}.`,
    unstaffed: (count, names) =>
      `Op sommige uren geopend zonder dat er iemand is: ${count}, eerst ${names}.`,
    offeredClosed: (count, names) =>
      `Aangeboden zonder oproepen aan te nemen: ${count}, eerst ${names}.`,
  },
  sentences: {
    calls: (count) => times(count, 'oproep', 'oproepen'),
    lost: (share) => `${share} gaan hier verloren`,
    finding: (number, severity, message) => `Bevinding ${number}, ${severity}: ${message}`,
    leadsTo: (condition, title) => `${condition}: naar ${title}`,
    goesBack: (condition, title) => `${condition}: terug naar ${title}`,
    more: (condition, title, count) => `${condition}: naar ${title}, ${steps(count)} niet getoond`,
    repeats: (condition) => `${condition}: herhaalt`,
    loose: (condition, reason) => `${condition}: ${reason}`,
    wire: (condition, from, to) => `${condition}: van ${from} naar ${to}`,
    enter: (count) => `${times(count, 'oproep komt', 'oproepen komen')} binnen.`,
    worst: (title, count) => `${title}: ${times(count, 'beller gaat', 'bellers gaan')} verloren`,
  },
};
