import { times } from './times.ts';
import type { Words } from '../words.ts';

const steps = (count: number): string => times(count, 'passo', 'passos');
const digits = (count: number): string => times(count, 'dígito', 'dígitos');

export const portuguese: Words = {
  language: 'pt',
  marks: { thousands: '.', point: ',' },
  kinds: {
    start: 'Início',
    announcement: 'Mensagem',
    menu: 'Menu',
    collect: 'Entrada de dígitos',
    branch: 'Decisão',
    task: 'Tarefa',
    queue: 'Fila',
    transfer: 'Transferência',
    voicemail: 'Correio de voz',
    callback: 'Retorno de chamada',
    subflow: 'Outro roteiro',
    hangup: 'Fim da chamada',
    opaque: 'Passo do fornecedor',
  },
  triggers: {
    key: 'Tecla',
    noInput: 'Sem resposta',
    noMatch: 'Não compreendido',
    next: 'Seguinte',
    case: 'Caso',
    success: 'Sucesso',
    failure: 'Falha',
    overflow: 'Transbordo',
    closed: 'Fechado',
    error: 'Erro do sistema',
  },
  severities: { error: 'erro', warning: 'aviso', info: 'nota' },
  incomingCall: 'Chamada recebida',
  numbers: (count) => times(count, 'número', 'números'),
  options: (count) => times(count, 'opção', 'opções'),
  digits: (least, most) => {
    if (most === undefined) return least === undefined ? 'dígitos' : `${digits(least)} ou mais`;
    if (least === most) return digits(most);
    return least === undefined ? `até ${digits(most)}` : `${least}–${most} dígitos`;
  },
  endsWith: (key) => `termina com ${key}`,
  selfService: 'autoatendimento',
  by: {
    language: () => 'por idioma',
    share: () => 'por parcela das chamadas',
    calendar: (name) => `horário de ${name}`,
    attribute: (name) => `por ${name}`,
    emergency: (name) => `interruptor de emergência de ${name}`,
    queueStatus: (name) => `pelo estado de ${name}`,
    result: (name) => `pelo resultado de ${name}`,
    loop: (count) => times(count, 'volta', 'voltas'),
  },
  recordsUpTo: (time) => `grava até ${time}`,
  offers: {
    callback: 'oferece retorno de chamada',
    'self-service': 'oferece autoatendimento',
    voicemail: 'oferece correio de voz',
  },
  repeat: 'Repetir',
  previousMenu: 'Menu anterior',
  asksAgain: {
    noInput: 'Sem resposta: pergunta de novo',
    noMatch: 'Não compreendido: pergunta de novo',
  },
  otherwise: 'Senão',
  afterTries: (count) => `após ${times(count, 'tentativa', 'tentativas')}`,
  after: (time) => `após ${time}`,
  nowhere: 'não leva a lugar nenhum',
  noSuchStep: (name) => `não há passo “${name}”`,
  noMenuBefore: 'não há menu anterior',
  sharedDestinations: 'Destinos comuns',
  notReached: 'Nenhuma chamada chega aqui',
  findings: 'Constatações',
  onPage: (page) => `página ${page}`,
  pageOf: (page, pages) => `Página ${page} de ${pages}`,
  left: {
    around: (title, count) =>
      `Só “${title}”, o caminho até lá e aonde leva; ${times(count, 'outro passo não é mostrado', 'outros passos não são mostrados')}.`,
    otherWays: (title, from) => `Outros caminhos para “${title}” vêm de ${from.join(', ')}.`,
    beyond: (count, columns) =>
      `${steps(count)} além de ${times(columns, 'coluna', 'colunas')} não ${count === 1 ? 'é mostrado' : 'são mostrados'}.`,
    below: (share, titles) =>
      `${steps(titles.length)} com menos de ${share} das chamadas não ${titles.length === 1 ? 'é mostrado' : 'são mostrados'}: ${titles.join(', ')}.`,
  },
  icicle: {
    diagram: 'diagrama de caminhos',
    way: 'Caminho',
    ofCalls: (calls) =>
      `${times(calls, 'chamada', 'chamadas')} · altura = chamadas por este caminho · % = parcela de todas as chamadas`,
    ofSteps: 'Altura = passos que dependem de um passo',
    cut: (columns) => `os caminhos são cortados após ${steps(columns)}`,
    steps,
    others: (count) => times(count, 'outro caminho', 'outros caminhos'),
  },
  changes: {
    added: 'novo',
    removed: 'removido',
    changed: 'diz ou faz outra coisa',
    moved: 'outra tecla do que antes',
    count: (differences) =>
      differences === 0 ? 'Nenhuma diferença' : times(differences, 'diferença', 'diferenças'),
  },
  counts: (count, connections) => `${steps(count)}, ${times(connections, 'ligação', 'ligações')}`,
  heatCaption: (calls) =>
    `${times(calls, 'chamada', 'chamadas')} · largura e cor das linhas = chamadas · % de uma linha = parcela de quem chega a esse passo`,
  legend: {
    solid: 'tecla ou passo seguinte',
    closed: 'fechado',
    noInput: 'sem resposta ou transbordo',
    trouble: 'não compreendido ou falha',
    jump: 'continua na mesma letra',
    repeat: 'repete-se aqui',
    back: 'volta (ver o nome)',
    more: 'outros tantos passos, não mostrados',
    loose: 'não leva a lugar nenhum',
    drop: 'chamadas perdidas aqui',
    stranded: 'não alcançado',
  },
  ofCalls: (range) => `${range} das chamadas`,
  diagram: 'diagrama de chamadas',
  connection: 'ligação',
  week: {
    diagram: 'semana de horários',
    days: [
      ...['segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira'],
      ...['sexta-feira', 'sábado', 'domingo'],
    ],
    shortDays: ['seg', 'ter', 'qua', 'qui', 'sex', 'sáb', 'dom'],
    states: {
      open: 'aberto',
      closed: 'fechado',
      holiday: 'feriado',
      emergency: 'emergência',
      unstaffed: 'aberto, mas não está ninguém',
      unknown: 'sem horário indicado',
    },
    offered: {
      'led-on': 'oferecido por um menu sem atender chamadas; a chamada segue por outro lado',
      lost: 'oferecido por um menu sem atender chamadas, e sem saída',
    },
    title: (menu) => `${menu}: uma semana`,
    span: (from, until, zone) => `de ${from} a ${until}, hora de ${zone}`,
    end: 'o fim da semana',
    nowhere: 'Este menu não leva a nenhuma fila nem a nenhum número do diretório.',
    stretch: (what, from, until) => `${what}, ${from} até ${until}`,
    offers: (name, hours, moment, branch) =>
      `${name} é oferecido durante ${hours} h sem atender chamadas, primeiro ${moment}: ${
        branch === undefined
          ? 'nenhuma decisão no caminho pergunta pelo horário'
          : `a última decisão no caminho é “${branch}”`
      }.`,
    more: (count) =>
      `… e mais ${times(count, 'é oferecido', 'são oferecidos')} sem atender chamadas.`,
    destinations: (count, from, until, zone) =>
      `${times(count, 'destino', 'destinos')} de ${from} a ${until}, à hora de ${zone}.`,
    unstaffed: (count, names) => `Abertos sem ninguém a certas horas: ${count}, primeiro ${names}.`,
    offeredClosed: (count, names) =>
      `Oferecidos sem atender chamadas: ${count}, primeiro ${names}.`,
  },
  sentences: {
    calls: (count) => times(count, 'chamada', 'chamadas'),
    lost: (share) => `${share} perdem-se aqui`,
    finding: (number, severity, message) => `Constatação ${number}, ${severity}: ${message}`,
    leadsTo: (condition, title) => `${condition}: para ${title}`,
    goesBack: (condition, title) => `${condition}: volta a ${title}`,
    more: (condition, title, count) =>
      `${condition}: para ${title}, ${times(count, 'passo não mostrado', 'passos não mostrados')}`,
    repeats: (condition) => `${condition}: repete-se`,
    loose: (condition, reason) => `${condition}: ${reason}`,
    wire: (condition, from, to) => `${condition}: de ${from} para ${to}`,
    enter: (count) =>
      `${count === '1' ? 'Entra' : 'Entram'} ${times(count, 'chamada', 'chamadas')}.`,
    worst: (title, count) => `${title}: ${times(count, 'chamada perdida', 'chamadas perdidas')}`,
  },
};
