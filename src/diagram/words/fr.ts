import { times } from './times.ts';
import type { Words } from '../words.ts';

const steps = (count: number): string => times(count, 'étape', 'étapes');
const digits = (count: number): string => times(count, 'chiffre', 'chiffres');

export const french: Words = {
  language: 'fr',
  marks: { thousands: '\u00a0', point: ',' },
  kinds: {
    start: 'Début',
    announcement: 'Annonce',
    menu: 'Menu',
    collect: 'Saisie de chiffres',
    branch: 'Décision',
    task: 'Tâche',
    queue: 'File d’attente',
    transfer: 'Transfert',
    voicemail: 'Messagerie vocale',
    callback: 'Rappel',
    subflow: 'Autre script',
    hangup: 'Raccrochage',
    opaque: 'Étape du fournisseur',
  },
  triggers: {
    key: 'Touche',
    noInput: 'Aucune saisie',
    noMatch: 'Non compris',
    next: 'Suite',
    case: 'Cas',
    success: 'Succès',
    failure: 'Échec',
    overflow: 'Débordement',
    closed: 'Fermé',
    error: 'Erreur système',
  },
  severities: { error: 'erreur', warning: 'avertissement', info: 'remarque' },
  incomingCall: 'Appel entrant',
  numbers: (count) => times(count, 'numéro', 'numéros'),
  options: (count) => times(count, 'option', 'options'),
  digits: (least, most) => {
    if (most === undefined) return least === undefined ? 'chiffres' : `au moins ${digits(least)}`;
    if (least === most) return digits(most);
    return least === undefined ? `jusqu’à ${digits(most)}` : `${least}–${most} chiffres`;
  },
  endsWith: (key) => `fin par ${key}`,
  selfService: 'libre-service',
  by: {
    language: () => 'selon la langue',
    share: () => 'selon la part des appels',
    calendar: (name) => `horaires de ${name}`,
    attribute: (name) => `selon ${name}`,
    emergency: (name) => `interrupteur d’urgence de ${name}`,
    queueStatus: (name) => `selon l’état de ${name}`,
    result: (name) => `selon le résultat de ${name}`,
    loop: (count) => times(count, 'tour', 'tours'),
  },
  recordsUpTo: (time) => `enregistre jusqu’à ${time}`,
  offers: {
    callback: 'propose un rappel',
    'self-service': 'propose le libre-service',
    voicemail: 'propose la messagerie',
  },
  repeat: 'Répéter',
  previousMenu: 'Menu précédent',
  asksAgain: { noInput: 'Aucune saisie : redemande', noMatch: 'Non compris : redemande' },
  otherwise: 'Sinon',
  afterTries: (count) => `après ${times(count, 'essai', 'essais')}`,
  after: (time) => `après ${time}`,
  nowhere: 'ne mène nulle part',
  noSuchStep: (name) => `pas d’étape « ${name} »`,
  noMenuBefore: 'pas de menu avant celui-ci',
  sharedDestinations: 'Destinations communes',
  notReached: 'Atteint par aucun appel',
  findings: 'Constats',
  onPage: (page) => `page ${page}`,
  pageOf: (page, pages) => `Page ${page} sur ${pages}`,
  left: {
    around: (title, count) =>
      `Seulement « ${title} », le chemin qui y mène et ce qui suit ; ${times(count, 'autre étape n’est pas montrée', 'autres étapes ne sont pas montrées')}.`,
    otherWays: (title, from) => `D’autres chemins vers « ${title} » partent de ${from.join(', ')}.`,
    beyond: (count, columns) =>
      `${steps(count)} au-delà de ${times(columns, 'colonne', 'colonnes')}, non ${count === 1 ? 'montrée' : 'montrées'}.`,
    below: (share, titles) =>
      `${steps(titles.length)} atteinte${titles.length === 1 ? '' : 's'} par moins de ${share} des appels, non montrée${titles.length === 1 ? '' : 's'} : ${titles.join(', ')}.`,
  },
  icicle: {
    diagram: 'diagramme des chemins',
    way: 'Chemin',
    ofCalls: (calls) =>
      `${times(calls, 'appel', 'appels')} · hauteur = appels sur ce chemin · % = part de tous les appels`,
    ofSteps: 'Hauteur = étapes qui dépendent d’une étape',
    cut: (columns) => `chemins coupés après ${steps(columns)}`,
    steps,
    others: (count) => times(count, 'autre chemin', 'autres chemins'),
  },
  changes: {
    added: 'nouveau',
    removed: 'supprimé',
    changed: 'dit ou fait autre chose',
    moved: 'autre touche qu’avant',
    count: (differences) =>
      differences === 0 ? 'Aucune différence' : times(differences, 'différence', 'différences'),
  },
  counts: (count, connections) => `${steps(count)}, ${times(connections, 'liaison', 'liaisons')}`,
  heatCaption: (calls) =>
    `${times(calls, 'appel', 'appels')} · largeur et couleur des lignes = appels · % d’une rangée = part des appelants de cette étape`,
  legend: {
    solid: 'touche ou étape suivante',
    closed: 'fermé',
    noInput: 'aucune saisie ou débordement',
    trouble: 'non compris ou échec',
    jump: 'continue à la même lettre',
    repeat: 'se répète ici',
    back: 'retour (voir le nom)',
    more: 'autant d’étapes de plus, non montrées',
    loose: 'ne mène nulle part',
    drop: 'appelants perdus ici',
    stranded: 'non atteint',
  },
  ofCalls: (range) => `${range} des appels`,
  diagram: 'diagramme d’appels',
  connection: 'liaison',
  week: {
    diagram: 'semaine d’ouverture',
    days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    shortDays: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
    states: {
      open: 'ouvert',
      closed: 'fermé',
      holiday: 'jour férié',
      emergency: 'urgence',
      unstaffed: 'ouvert, mais personne n’est là',
      unknown: 'aucun horaire indiqué',
    },
    offered: {
      'led-on': 'proposé par un menu sans prendre d’appels ; l’appel continue ailleurs',
      lost: 'proposé par un menu sans prendre d’appels, et sans suite',
    },
    title: (menu) => `${menu} : une semaine`,
    span: (from, until, zone) => `du ${from} au ${until}, heure de ${zone}`,
    end: 'la fin de la semaine',
    nowhere: 'Ce menu ne mène à aucune file ni à aucun numéro du répertoire.',
    stretch: (what, from, until) => `${what} de ${from} à ${until}`,
    offers: (name, hours, moment, branch) =>
      `${name} est proposé pendant ${hours} h sans prendre d’appels, d’abord ${moment} : ${
        branch === undefined
          ? 'aucun aiguillage en chemin ne demande les horaires'
          : `le dernier aiguillage en chemin est « ${branch} »`
      }.`,
    more: (count) =>
      `… et ${times(count, 'autre est proposé', 'autres sont proposés')} sans prendre d’appels.`,
    destinations: (count, from, until, zone) =>
      `${times(count, 'destination', 'destinations')} du ${from} au ${until}, à l’heure de ${zone}.`,
    unstaffed: (count, names) =>
      `Ouverts sans personne à certaines heures : ${count}, d’abord ${names}.`,
    offeredClosed: (count, names) => `Proposés sans prendre d’appels : ${count}, d’abord ${names}.`,
  },
  sentences: {
    calls: (count) => times(count, 'appel', 'appels'),
    lost: (share) => `${share} sont perdus ici`,
    finding: (number, severity, message) => `Constat ${number}, ${severity} : ${message}`,
    leadsTo: (condition, title) => `${condition} : vers ${title}`,
    goesBack: (condition, title) => `${condition} : retour à ${title}`,
    more: (condition, title, count) =>
      `${condition} : vers ${title}, ${times(count, 'étape non montrée', 'étapes non montrées')}`,
    repeats: (condition) => `${condition} : se répète`,
    loose: (condition, reason) => `${condition} : ${reason}`,
    wire: (condition, from, to) => `${condition} : de ${from} vers ${to}`,
    enter: (count) => `${times(count, 'appel arrive', 'appels arrivent')}.`,
    worst: (title, count) => `${title} : ${times(count, 'appelant perdu', 'appelants perdus')}`,
  },
};
