import { times } from './times.ts';
import type { Words } from '../words.ts';

const steps = (count: number): string => times(count, 'paso', 'pasos');
const digits = (count: number): string => times(count, 'dígito', 'dígitos');

export const spanish: Words = {
  language: 'es',
  marks: { thousands: '.', point: ',' },
  kinds: {
    start: 'Inicio',
    announcement: 'Locución',
    menu: 'Menú',
    collect: 'Entrada de dígitos',
    branch: 'Decisión',
    task: 'Tarea',
    queue: 'Cola',
    transfer: 'Transferencia',
    voicemail: 'Buzón de voz',
    callback: 'Devolución de llamada',
    subflow: 'Otro guion',
    hangup: 'Fin de llamada',
    opaque: 'Paso del proveedor',
  },
  triggers: {
    key: 'Tecla',
    noInput: 'Sin respuesta',
    noMatch: 'No entendido',
    next: 'Siguiente',
    case: 'Caso',
    success: 'Éxito',
    failure: 'Fallo',
    overflow: 'Desbordamiento',
    closed: 'Cerrado',
    error: 'Error del sistema',
  },
  severities: { error: 'error', warning: 'aviso', info: 'nota' },
  incomingCall: 'Llamada entrante',
  numbers: (count) => times(count, 'número', 'números'),
  options: (count) => times(count, 'opción', 'opciones'),
  digits: (least, most) => {
    if (most === undefined) return least === undefined ? 'dígitos' : `${digits(least)} o más`;
    if (least === most) return digits(most);
    return least === undefined ? `hasta ${digits(most)}` : `${least}–${most} dígitos`;
  },
  endsWith: (key) => `termina con ${key}`,
  selfService: 'autoservicio',
  by: {
    language: () => 'según el idioma',
    share: () => 'según la parte de las llamadas',
    calendar: (name) => `horario de ${name}`,
    attribute: (name) => `según ${name}`,
    emergency: (name) => `interruptor de emergencia de ${name}`,
    queueStatus: (name) => `según el estado de ${name}`,
    result: (name) => `según el resultado de ${name}`,
    loop: (count) => times(count, 'vuelta', 'vueltas'),
  },
  recordsUpTo: (time) => `graba hasta ${time}`,
  offers: {
    callback: 'ofrece devolver la llamada',
    'self-service': 'ofrece autoservicio',
    voicemail: 'ofrece el buzón de voz',
  },
  repeat: 'Repetir',
  previousMenu: 'Menú anterior',
  asksAgain: {
    noInput: 'Sin respuesta: vuelve a preguntar',
    noMatch: 'No entendido: vuelve a preguntar',
  },
  otherwise: 'Si no',
  afterTries: (count) => `tras ${times(count, 'intento', 'intentos')}`,
  after: (time) => `tras ${time}`,
  nowhere: 'no lleva a ninguna parte',
  noSuchStep: (name) => `no hay paso «${name}»`,
  noMenuBefore: 'no hay menú anterior',
  sharedDestinations: 'Destinos comunes',
  notReached: 'Ninguna llamada llega aquí',
  findings: 'Hallazgos',
  onPage: (page) => `página ${page}`,
  pageOf: (page, pages) => `Página ${page} de ${pages}`,
  left: {
    around: (title, count) =>
      `Solo «${title}», el camino hasta allí y adónde lleva; no se ${count === 1 ? 'muestra' : 'muestran'} ${times(count, 'paso más', 'pasos más')}.`,
    otherWays: (title, from) => `Otros caminos a «${title}» vienen de ${from.join(', ')}.`,
    beyond: (count, columns) =>
      `No se ${count === 1 ? 'muestra' : 'muestran'} ${steps(count)} más allá de ${times(columns, 'columna', 'columnas')}.`,
    below: (share, titles) =>
      `No se ${titles.length === 1 ? 'muestra' : 'muestran'} ${steps(titles.length)} con menos de ${share} de las llamadas: ${titles.join(', ')}.`,
  },
  icicle: {
    diagram: 'diagrama de caminos',
    way: 'Camino',
    ofCalls: (calls) =>
      `${times(calls, 'llamada', 'llamadas')} · altura = llamadas por este camino · % = parte de todas las llamadas`,
    ofSteps: 'Altura = pasos que cuelgan de un paso',
    cut: (columns) => `los caminos se cortan tras ${steps(columns)}`,
    steps,
    others: (count) => times(count, 'camino más', 'caminos más'),
  },
  changes: {
    added: 'nuevo',
    removed: 'eliminado',
    changed: 'dice o hace otra cosa',
    moved: 'otra tecla que antes',
    count: (differences) =>
      differences === 0 ? 'Ninguna diferencia' : times(differences, 'diferencia', 'diferencias'),
  },
  counts: (count, connections) =>
    `${steps(count)}, ${times(connections, 'conexión', 'conexiones')}`,
  heatCaption: (calls) =>
    `${times(calls, 'llamada', 'llamadas')} · ancho y color de las líneas = llamadas · % de una fila = parte de quienes llegan a ese paso`,
  legend: {
    solid: 'tecla o paso siguiente',
    closed: 'cerrado',
    noInput: 'sin respuesta o desbordamiento',
    trouble: 'no entendido o fallo',
    jump: 'sigue en la misma letra',
    repeat: 'se repite aquí',
    back: 'vuelve atrás (véase el nombre)',
    more: 'otros tantos pasos, no mostrados',
    loose: 'no lleva a ninguna parte',
    drop: 'llamadas que se pierden aquí',
    stranded: 'sin acceso',
  },
  ofCalls: (range) => `${range} de las llamadas`,
  diagram: 'diagrama de llamadas',
  connection: 'conexión',
  week: {
    diagram: 'semana de horarios',
    days: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    shortDays: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
    states: {
      open: 'abierto',
      closed: 'cerrado',
      holiday: 'festivo',
      emergency: 'emergencia',
      unstaffed: 'abierto, pero no hay nadie',
      unknown: 'sin horario indicado',
    },
    offered: {
      'led-on': 'un menú lo ofrece aunque no atiende llamadas; la llamada sigue por otro lado',
      lost: 'un menú lo ofrece aunque no atiende llamadas, sin salida',
    },
    title: (menu) => `${menu}: una semana`,
    span: (from, until, zone) => `del ${from} al ${until}, hora de ${zone}`,
    end: 'el final de la semana',
    nowhere: 'Este menú no lleva a ninguna cola ni a ningún número del directorio.',
    stretch: (what, from, until) => `${what} de ${from} a ${until}`,
    offers: (name, hours, moment, branch) =>
      `${name} se ofrece durante ${hours} h sin atender llamadas, primero el ${moment}: ${
        branch === undefined
          ? 'ninguna decisión en el camino pregunta por el horario'
          : `la última decisión en el camino es «${branch}»`
      }.`,
    more: (count) => `… y ${times(count, 'más se ofrece', 'más se ofrecen')} sin atender llamadas.`,
    destinations: (count, from, until, zone) =>
      `${times(count, 'destino', 'destinos')} del ${from} al ${until}, a la hora de ${zone}.`,
    unstaffed: (count, names) => `Abiertos sin nadie a ciertas horas: ${count}, primero ${names}.`,
    offeredClosed: (count, names) => `Se ofrecen sin atender llamadas: ${count}, primero ${names}.`,
  },
  sentences: {
    calls: (count) => times(count, 'llamada', 'llamadas'),
    lost: (share) => `${share} se pierden aquí`,
    finding: (number, severity, message) => `Hallazgo ${number}, ${severity}: ${message}`,
    leadsTo: (condition, title) => `${condition}: a ${title}`,
    goesBack: (condition, title) => `${condition}: vuelve a ${title}`,
    more: (condition, title, count) =>
      `${condition}: a ${title}, ${times(count, 'paso no mostrado', 'pasos no mostrados')}`,
    repeats: (condition) => `${condition}: se repite`,
    loose: (condition, reason) => `${condition}: ${reason}`,
    wire: (condition, from, to) => `${condition}: de ${from} a ${to}`,
    enter: (count) =>
      `${count === '1' ? 'Entra' : 'Entran'} ${times(count, 'llamada', 'llamadas')}.`,
    worst: (title, count) =>
      `${title}: ${count === '1' ? 'se pierde' : 'se pierden'} ${times(count, 'llamada', 'llamadas')}`,
  },
};
