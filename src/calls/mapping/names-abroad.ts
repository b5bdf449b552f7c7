import type { CallEventName } from '../call-event.ts';
import type { ColumnRole } from './column-roles.ts';

/**
 * What columns are called in German, Spanish, Portuguese, French, Italian, Japanese and Chinese,
 * compared as `columnKey` writes them.
 */
export const namesAbroad: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  call: [
    ...['anruf', 'anruf id', 'anrufid', 'anruf nr', 'anrufnummer', 'gesprächs id', 'vorgangs id'],
    ...[
      'id llamada',
      'id de llamada',
      'id de la llamada',
      'llamada',
      'id da chamada',
      'id chamada',
    ],
    ...[
      'chamada',
      'id da ligação',
      'id appel',
      'identifiant appel',
      'identifiant de l appel',
      'appel',
    ],
    ...['id chiamata', 'chiamata', '通話id', '呼id', '着信id', '通话id', '呼叫id', '会话id'],
  ],
  at: [
    ...['zeitstempel', 'zeitpunkt', 'datum uhrzeit', 'datum zeit', 'fecha hora', 'fecha y hora'],
    ...['data hora', 'data e hora', 'date heure', 'date et heure', 'horodatage', 'data ora'],
    ...['日時', 'タイムスタンプ', '时间', '日期时间', '时间戳'],
  ],
  until: [
    'ende',
    'fecha de finalización',
    'hora fin',
    'fin',
    'hora fim',
    'fim',
    'fine',
    '終了',
    '終了日時',
    '结束时间',
  ],
  date: ['datum', 'fecha', 'data', 'jour', 'giorno', '日付', '日期'],
  time: ['uhrzeit', 'zeit', 'hora', 'heure', 'ora', '時刻', '時間', '时间'],
  event: [
    ...['vorgang', 'ereignis', 'aktion', 'evento', 'acción', 'accion', 'ação', 'événement'],
    ...['evenement', 'évènement', 'azione', 'イベント', '操作', '事件', '动作'],
  ],
  node: [
    ...[
      'menue',
      'menü',
      'menüpunkt',
      'menuepunkt',
      'knoten',
      'nodo',
      'menú',
      'paso',
      'nó',
      'passo',
    ],
    ...['nœud', 'noeud', 'étape', 'メニュー', 'ノード', '菜单', '节点'],
  ],
  value: [
    ...['wert', 'taste', 'eingabe', 'opcion', 'opción', 'tecla', 'valor', 'opção', 'dígito'],
    ...['digito', 'touche', 'valeur', 'choix', 'tasto', 'valore', 'scelta'],
    ...['入力', 'キー', '値', '按键', '输入', '值'],
  ],
  seq: ['lfd nr', 'orden', 'ordem', 'ordre', 'ordine', '順番', '序号'],
  number: [
    ...['gewählte nummer', 'zielnummer', 'número marcado', 'número discado', 'numéro appelé'],
    ...['numero chiamato', '着信番号', '被叫号码'],
  ],
  caller: [
    ...['rufnummer', 'anrufer', 'número de origen', 'llamante', 'número de origem', 'appelant'],
    ...['numéro appelant', 'chiamante', '発信者番号', '発信番号', '主叫号码'],
  ],
  seconds: [
    ...[
      'dauer',
      'dauer s',
      'dauer sek',
      'duracion',
      'duración',
      'duração',
      'durée',
      'duree',
      'durata',
    ],
    ...['秒数', '时长'],
  ],
  exit: [
    'ausgang',
    'tipo de desconexión',
    'ergebnis',
    'salida',
    'resultado',
    'saída',
    'sortie',
    'uscita',
    '結果',
    '结果',
  ],
};

/** What logs in these languages call our events, compared in the same way. */
export const wordsAbroad: Readonly<Partial<Record<CallEventName, readonly string[]>>> = {
  start: [
    ...['beginn', 'anruf angenommen', 'anruf beginn', 'anrufbeginn', 'inicio', 'llamada iniciada'],
    ...['inicio de llamada', 'início', 'início da chamada', 'début', 'début appel', 'inizio'],
    ...['開始', '着信', '开始', '来电'],
  ],
  enter: ['menü', 'menú', 'entrada', 'entrée', 'entrata', 'メニュー', '菜单', '进入', '进入菜单'],
  input: [
    ...['taste', 'tastendruck', 'eingabe', 'tecla', 'tecla pulsada', 'tecla pressionada', 'touche'],
    ...['touche pressée', 'tasto', '入力', 'キー入力', '按键', '输入'],
  ],
  noinput: [
    ...['zeitüberschreitung', 'keine eingabe', 'sin entrada', 'sin respuesta', 'sem entrada'],
    ...[
      'sans saisie',
      'aucune saisie',
      'nessun input',
      '入力なし',
      'タイムアウト',
      '超时',
      '无输入',
    ],
  ],
  nomatch: [
    ...['ungültig', 'ungültige eingabe', 'falsche taste', 'inválido', 'opción inválida'],
    ...['opção inválida', 'invalide', 'saisie invalide', 'non valido', '無効', '无效', '无效输入'],
  ],
  queue: [
    'warteschlange',
    'cola',
    'en cola',
    'fila',
    'na fila',
    'file d attente',
    'coda',
    '待ち行列',
    '排队',
  ],
  answer: [
    'angenommen',
    'atendida',
    'atendido',
    'contestada',
    'répondu',
    'risposta',
    '応答',
    '接听',
  ],
  transfer: [
    'weitergeleitet',
    'transferida',
    'transferido',
    'transféré',
    'trasferita',
    '転送',
    '转接',
  ],
  abandon: ['abandonada', 'abandonado', 'abandonné', 'abbandonata', '放棄', '放弃'],
  hangup: [
    ...['aufgelegt', 'auflegen', 'anrufer aufgelegt', 'colgado', 'colgó', 'cliente colgó'],
    ...['desligou', 'desligado', 'raccroché', 'client raccroché', 'riagganciato', '挂断', '挂机'],
  ],
  disconnect: ['getrennt', 'desconectado', 'desconexión', 'déconnecté', 'disconnessa', '切断'],
  end: [
    'ende',
    'anrufende',
    'fin de llamada',
    'fim',
    'fim da chamada',
    'fin appel',
    'fine',
    '終了',
    '结束',
  ],
};
