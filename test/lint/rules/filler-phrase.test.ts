import { fillerPhrase } from '../../../src/lint/rules/filler-phrase.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(fillerPhrase, {
  valid: [
    {
      title: 'a notice that calls are recorded, whatever its reason',
      nodes: `
  a: {kind: announcement, say: "To serve you better, calls may be recorded.", to: b}
  b: {kind: announcement, say: Um Ihnen besser helfen zu können wird das Gespräch aufgezeichnet., to: c}
  c: {kind: announcement, say: 为了给您提供更好的服务，通话将被录音。, to: z}
  z: {kind: hangup}`,
    },
    {
      title: 'the same words about something else',
      nodes: `
  a: {kind: announcement, say: "This call is important. Your options: sell, or keep. The menu of the day has soup.", to: b}
  b: {kind: announcement, say: {recording: a.wav}, to: z}
  z: {kind: hangup}`,
    },
  ],
  invalid: [
    {
      title: 'phrases in every kind of prompt',
      nodes: `
  a: {kind: announcement, say: Please listen carefully as our menu options have changed., to: m}
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ filler-phrase filler
  m:
    kind: menu
    options: [{key: "1", say: "To better serve you, press 1.", to: q}]
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ filler-phrase filler
  q: {kind: queue, queue: q, announce: {say: Your call is very important to us.}}
#                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ filler-phrase filler`,
    },
    ...[
      'Su llamada es muy importante para nosotros.',
      'Escuche atentamente nuestras opciones.',
      'Sua ligação é muito importante para nós.',
      'Nosso menu mudou.',
      'Votre appel est très important pour nous.',
      'Afin de mieux vous servir, restez en ligne.',
      'Ihr Anruf ist uns sehr wichtig.',
      'Da sich unser Menü vor kurzem geändert hat.',
      'Η κλήση σας είναι πολύ σημαντική για εμάς.',
      'Για την καλύτερη εξυπηρέτησή σας, περιμένετε.',
      '您的来电对我们非常重要，请稍候。',
      '菜单已更改。',
      'お客様のお電話は私たちにとって大切です。',
    ].map((say) => ({
      title: `"${say}"`,
      nodes: `
  a:
    kind: announcement
    say: ${say}
#        ${'^'.repeat(say.length)} filler-phrase filler
    to: z
  z: {kind: hangup}`,
    })),
  ],
});
