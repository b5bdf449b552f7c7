import { times } from './times.ts';
import type { Words } from '../words.ts';

const steps = (count: number): string => times(count, 'Schritt', 'Schritte');

export const german: Words = {
  language: 'de',
  marks: { thousands: '.', point: ',' },
  kinds: {
    start: 'Beginn',
    announcement: 'Ansage',
    menu: 'Menü',
    collect: 'Eingabe von Ziffern',
    branch: 'Verzweigung',
    task: 'Aufgabe',
    queue: 'Warteschlange',
    transfer: 'Weiterleitung',
    voicemail: 'Anrufbeantworter',
    callback: 'Rückruf',
    subflow: 'Anderes Skript',
    hangup: 'Auflegen',
    opaque: 'Schritt des Herstellers',
  },
  triggers: {
    key: 'Taste',
    noInput: 'Keine Eingabe',
    noMatch: 'Nicht verstanden',
    next: 'Weiter',
    case: 'Fall',
    success: 'Erfolg',
    failure: 'Misserfolg',
    overflow: 'Überlauf',
    closed: 'Geschlossen',
    error: 'Systemfehler',
  },
  severities: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis' },
  incomingCall: 'Eingehender Anruf',
  numbers: (count) => times(count, 'Nummer', 'Nummern'),
  options: (count) => times(count, 'Option', 'Optionen'),
  digits: (least, most) => {
    if (most === undefined)
      return least === undefined ? 'Ziffern' : `mindestens ${times(least, 'Ziffer', 'Ziffern')}`;
    if (least === most) return times(most, 'Ziffer', 'Ziffern');
    return least === undefined
      ? `bis zu ${times(most, 'Ziffer', 'Ziffern')}`
      : `${least}–${most} Ziffern`;
  },
  endsWith: (key) => `endet mit ${key}`,
  selfService: 'Selbstbedienung',
  by: {
    language: () => 'nach Sprache',
    share: () => 'nach Anteil der Anrufe',
    calendar: (name) => `Zeiten von ${name}`,
    attribute: (name) => `nach ${name}`,
    emergency: (name) => `Notfallschalter von ${name}`,
    queueStatus: (name) => `nach Zustand von ${name}`,
    result: (name) => `nach Ergebnis von ${name}`,
    loop: (count) => times(count, 'Durchlauf', 'Durchläufe'),
  },
  recordsUpTo: (time) => `nimmt bis zu ${time} auf`,
  offers: {
    callback: 'bietet Rückruf an',
    'self-service': 'bietet Selbstbedienung an',
    voicemail: 'bietet Anrufbeantworter an',
  },
  repeat: 'Wiederholen',
  previousMenu: 'Voriges Menü',
  asksAgain: { noInput: 'Keine Eingabe: fragt erneut', noMatch: 'Nicht verstanden: fragt erneut' },
  otherwise: 'Sonst',
  afterTries: (count) => `nach ${times(count, 'Versuch', 'Versuchen')}`,
  after: (time) => `nach ${time}`,
  nowhere: 'führt nirgendwohin',
  noSuchStep: (name) => `kein Schritt „${name}“`,
  noMenuBefore: 'kein Menü davor',
  sharedDestinations: 'Gemeinsame Ziele',
  notReached: 'Von keinem Anruf erreicht',
  findings: 'Befunde',
  onPage: (page) => `Seite ${page}`,
  pageOf: (page, pages) => `Seite ${page} von ${pages}`,
  left: {
    around: (title, count) =>
      `Nur „${title}“, der Weg dorthin und wohin es führt; ${times(count, 'weiterer Schritt ist', 'weitere Schritte sind')} nicht gezeigt.`,
    otherWays: (title, from) => `Andere Wege zu „${title}“ kommen von ${from.join(', ')}.`,
    beyond: (count, columns) =>
      `${steps(count)} jenseits von ${times(columns, 'Spalte', 'Spalten')} ${count === 1 ? 'ist' : 'sind'} nicht gezeigt.`,
    below: (share, titles) =>
      `${steps(titles.length)}, zu denen weniger als ${share} der Anrufe kamen, ${titles.length === 1 ? 'ist' : 'sind'} nicht gezeigt: ${titles.join(', ')}.`,
  },
  icicle: {
    diagram: 'Eiszapfendiagramm der Wege',
    way: 'Weg',
    ofCalls: (calls) =>
      `${times(calls, 'Anruf', 'Anrufe')} · Höhe = Anrufe auf diesem Weg · % = Anteil an allen Anrufen`,
    ofSteps: 'Höhe = Schritte, die an einem Schritt hängen',
    cut: (columns) => `Wege enden nach ${times(columns, 'Schritt', 'Schritten')}`,
    steps,
    others: (count) => times(count, 'weiterer Weg', 'weitere Wege'),
  },
  changes: {
    added: 'neu',
    removed: 'entfallen',
    changed: 'sagt oder tut etwas anderes',
    moved: 'andere Taste als vorher',
    count: (differences) =>
      differences === 0 ? 'Kein Unterschied' : times(differences, 'Unterschied', 'Unterschiede'),
  },
  counts: (count, connections) =>
    `${steps(count)}, ${times(connections, 'Verbindung', 'Verbindungen')}`,
  heatCaption: (calls) =>
    `${times(calls, 'Anruf', 'Anrufe')} · Linienbreite und Farbe = Anrufe · % in einer Zeile = Anteil der Anrufer dieses Schritts`,
  legend: {
    solid: 'Taste oder nächster Schritt',
    closed: 'geschlossen',
    noInput: 'keine Eingabe oder Überlauf',
    trouble: 'nicht verstanden oder misslungen',
    jump: 'weiter beim selben Buchstaben',
    repeat: 'wiederholt hier',
    back: 'zurück (siehe Name)',
    more: 'so viele weitere Schritte, nicht gezeigt',
    loose: 'führt nirgendwohin',
    drop: 'Anrufer, die hier verloren gehen',
    stranded: 'nicht erreicht',
  },
  ofCalls: (range) => `${range} der Anrufe`,
  diagram: 'Anrufdiagramm',
  connection: 'Verbindung',
  week: {
    diagram: 'Woche der Öffnungszeiten',
    days: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    shortDays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
    states: {
      open: 'geöffnet',
      closed: 'geschlossen',
      holiday: 'Feiertag',
      emergency: 'Notfall',
      unstaffed: 'geöffnet, aber niemand ist da',
      unknown: 'keine Zeiten angegeben',
    },
    offered: {
      'led-on': 'im Menü angeboten, obwohl keine Anrufe angenommen werden; es geht anderswo weiter',
      lost: 'im Menü angeboten, obwohl keine Anrufe angenommen werden; es geht nicht weiter',
    },
    title: (menu) => `${menu}: eine Woche`,
    span: (from, until, zone) => `${from} bis ${until}, Uhrzeit von ${zone}`,
    end: 'Ende der Woche',
    nowhere: 'Dieses Menü führt zu keiner Warteschlange und keiner Nummer des Verzeichnisses.',
    stretch: (what, from, until) => `${what} von ${from} bis ${until}`,
    offers: (name, hours, moment, branch) =>
      `${name} wird ${hours} h lang angeboten, ohne Anrufe anzunehmen, zuerst ${moment}: ${
        branch === undefined
          ? 'keine Entscheidung auf dem Weg fragt nach den Zeiten'
          : `die letzte Entscheidung auf dem Weg ist „${branch}“`
      }.`,
    more: (count) =>
      `… und ${times(count, 'weiteres Ziel wird', 'weitere Ziele werden')} angeboten, ohne Anrufe anzunehmen.`,
    destinations: (count, from, until, zone) =>
      `${times(count, 'Ziel', 'Ziele')} von ${from} bis ${until}, nach der Uhr von ${zone}.`,
    unstaffed: (count, names) =>
      `Zu manchen Stunden geöffnet, ohne dass jemand da ist: ${count}, zuerst ${names}.`,
    offeredClosed: (count, names) =>
      `Angeboten, ohne Anrufe anzunehmen: ${count}, zuerst ${names}.`,
  },
  sentences: {
    calls: (count) => times(count, 'Anruf', 'Anrufe'),
    lost: (share) => `${share} gehen hier verloren`,
    finding: (number, severity, message) => `Befund ${number}, ${severity}: ${message}`,
    leadsTo: (condition, title) => `${condition}: zu ${title}`,
    goesBack: (condition, title) => `${condition}: zurück zu ${title}`,
    more: (condition, title, count) => `${condition}: zu ${title}, ${steps(count)} nicht gezeigt`,
    repeats: (condition) => `${condition}: wiederholt`,
    loose: (condition, reason) => `${condition}: ${reason}`,
    wire: (condition, from, to) => `${condition}: ${from} zu ${to}`,
    enter: (count) => `${times(count, 'Anruf kommt', 'Anrufe kommen')} herein.`,
    worst: (title, count) => `${title}: ${times(count, 'Anrufer geht', 'Anrufer gehen')} verloren`,
  },
};
