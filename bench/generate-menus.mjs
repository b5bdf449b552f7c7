const topics = ['balance', 'cards', 'loans', 'orders', 'faults', 'travel', 'branches', 'insurance'];

/** Numbers that look random and are the same every time (Lehmer, 1951; modulus 2^31 - 1). */
function numbersFrom(seed) {
  let state = (seed * 48271 + 11) % 2147483647 || 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** The five nodes of one choice of a menu: a look-up, what it tells, and a question. */
function leafNodes(id, topic, back) {
  return [
    `  ${id}-ask:`,
    '    kind: collect',
    '    say:',
    `      en: Please enter your ${topic} number, followed by the hash key.`,
    '      es: Introduzca su número seguido de almohadilla.',
    '    digits: {min: 6, max: 10, end: "#"}',
    `    to: ${id}-check`,
    `  ${id}-check: {kind: task, task: ${topic}-look-up, success: ${id}-kind, failure: desk}`,
    `  ${id}-kind: {kind: branch, on: {attribute: ${topic}-state}, cases: [{when: known, to: ${id}-tell}], otherwise: desk}`,
    `  ${id}-tell: {kind: announcement, say: {en: "Your ${topic} are in order.", es: "Todo está en orden."}, to: ${back}}`,
  ];
}

/**
 * The text of a menu file with about this many nodes: menus of four options in a tree, each leading
 * to a question, a look-up, a branch and an answer, or to the next menu. In two languages, with
 * comments. The same seed gives the same text.
 */
export function menuText(seed, nodes) {
  const number = numbersFrom(seed);
  const lines = [
    `# Line ${seed}, generated`,
    'ivr: 1',
    `id: line-${seed}`,
    `title: Line ${seed}`,
    'language: en',
    'defaults:',
    '  noInput: {wait: 5s, attempts: 3, to: desk}',
    '  noMatch: {attempts: 3, to: desk}',
    'entries: [{start: menu-0}]',
    'nodes:',
  ];
  const menus = Math.max(1, Math.round((nodes - 2) / 9));
  for (let menu = 0; menu < menus; menu += 1) {
    const [first, second] = [number(topics.length), 1 + number(topics.length - 1)];
    const chosen = [topics[first], topics[(first + second) % topics.length]];
    const below = [2 * menu + 1, 2 * menu + 2].filter((child) => child < menus);
    lines.push(`  menu-${menu}: # ${chosen.join(' and ')}`, '    kind: menu');
    const options = [
      ...chosen.map((topic, index) => [topic, `at-${menu}-${index}-ask`]),
      ...below.map((child) => [`other things, part ${child}`, `menu-${child}`]),
    ];
    lines.push('    options:');
    options.forEach(([topic, to], index) => {
      lines.push(
        `      - key: "${index + 1}"`,
        '        say:',
        `          en: For ${topic}, press ${index + 1}.`,
        `          es: Para la opción ${index + 1}, oprima ${index + 1}.`,
        `        to: ${to}`,
      );
    });
    lines.push(
      '      - key: "0"',
      '        say: {en: "For an adviser, press 0.", es: "Para hablar con un agente, oprima 0."}',
      '        role: agent',
      '        to: desk',
    );
    chosen.forEach((topic, index) => {
      lines.push(...leafNodes(`at-${menu}-${index}`, topic, 'goodbye'));
    });
  }
  lines.push(
    '  desk: {kind: queue, queue: general}',
    '  goodbye: {kind: hangup, say: {en: "Thank you. Goodbye.", es: "Gracias. Adiós."}}',
  );
  return `${lines.join('\n')}\n`;
}

/** How many nodes a menu text really has. */
export const nodesIn = (text) => text.match(/^ {2}[a-z][a-z0-9-]*:/gm).length;
