import { fontFamily, theme, type Tone } from '../../diagram/theme.ts';

const tones = Object.entries(theme) as [Tone, readonly [string, string]][];

const properties = (pick: 0 | 1): string =>
  tones.map(([tone, colours]) => `--${tone}:${colours[pick]}`).join(';');

/** What the system's own colours stand for when the reader has chosen them. */
const canvas: ReadonlySet<Tone> = new Set([
  ...(['page', 'card', 'paper', 'onTrouble', 'onNote', 'onWarning', 'bar'] as const),
]);
const forced = tones
  .map(
    ([tone]) =>
      `--${tone}:${canvas.has(tone) ? 'Canvas' : tone === 'rule' ? 'GrayText' : 'CanvasText'}`,
  )
  .join(';');

/** Pictures take the colours of the page by the classes that they have for their own style sheets. */
const pictures = tones
  .map(([tone]) => `.f-${tone}{fill:var(--${tone})}.s-${tone}{stroke:var(--${tone})}`)
  .join('');

/**
 * The style sheet of the page: light, dark by the reader's choice, forced colours, paper. Colours are
 * those of the pictures.
 */
export const pageStyle = `
:root{color-scheme:light dark;${properties(0)};--soft:#f5f7f9;--edge:#c9d2da}
@media screen and (prefers-color-scheme:dark){:root{${properties(1)};--soft:#161d25;--edge:#34414e}}
${pictures}
@media (forced-colors:active){:root{${forced};--soft:Canvas;--edge:CanvasText}svg{forced-color-adjust:none}.chart .f-heat1{fill:GrayText}.chart .f-people{fill:LinkText}.chart .f-message{fill:Mark}.chart .f-trouble{fill:Highlight}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 ${fontFamily};overflow-wrap:break-word}
figure+.remarks,.numbers+.remarks{margin-top:.2rem}
header,main,footer{max-width:1180px;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.2rem}
h1{font-size:2rem;line-height:1.15;margin:0 0 .3rem;letter-spacing:-.01em}
h2{font-size:1.45rem;line-height:1.2;margin:0 0 .35rem;letter-spacing:-.005em}
h3{font-size:1.02rem;margin:1.6rem 0 .4rem}
p{margin:.4rem 0}
a{color:var(--note)}
section[aria-labelledby]{margin:0 0 3.2rem;scroll-margin-top:1rem}
.lead{color:var(--muted);margin:0 0 1.1rem;max-width:72ch}
.quiet,.hint,.empty{color:var(--muted);font-size:.86rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;padding:.7rem 0;margin:1.1rem 0 2rem;border-top:1px solid var(--edge);border-bottom:1px solid var(--edge);font-size:.88rem}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:.9rem;margin:1rem 0 1.4rem}
.figure{border:1px solid var(--edge);border-top:4px solid var(--heat2);border-radius:6px;padding:.8rem 1rem;background:var(--soft)}
.figure.trouble{border-top-color:var(--trouble)}
.figure dt{font-size:.86rem;color:var(--muted)}
.figure dd{margin:0}
.figure b{display:block;font-size:1.75rem;line-height:1.25;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.figure.trouble b{color:var(--trouble)}
.figure span{font-size:.8rem;color:var(--muted)}
.points{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:1.3rem 3rem}
.point h3{margin:.2rem 0 .3rem}
.point p{margin:.3rem 0;max-width:62ch}
figure{margin:.8rem 0 .6rem}
.chart{overflow-x:auto}
.chart svg{display:block;width:100%;height:auto;min-width:560px;max-width:1000px;margin-left:-1.1rem}
.chart.ways svg{max-width:none;min-width:1000px;margin:0}
.wide{position:relative;left:50%;width:min(100vw - 2rem,1720px);transform:translateX(-50%)}
.chart.week svg{max-width:none;min-width:760px}
.numbers>summary,.answer>summary{cursor:pointer;color:var(--note);font-size:.9rem;padding:.35rem 0}
.answer{border-bottom:1px solid var(--rule);padding:.2rem 0}
.answer>summary b{color:var(--ink);font-size:1rem}
.answer>summary{color:var(--muted)}
.data{overflow:auto;max-height:34rem;margin:.6rem 0 1.2rem;position:relative;width:fit-content;max-width:100%;min-width:16rem}
table{border-collapse:collapse;font-size:.86rem;font-variant-numeric:tabular-nums;line-height:1.35}
caption{text-align:left;font-weight:700;padding:.35rem 0;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--rule);font-weight:400}
thead th{color:var(--muted);font-size:.8rem;vertical-align:bottom;border-bottom:1px solid var(--line);max-width:15rem}
.data thead th{position:sticky;top:0;background:var(--page);z-index:1}
td.number,th.number{text-align:right;white-space:nowrap}
thead th.number{white-space:normal}
.counts,.interval{color:var(--muted);font-size:.92em}
td b{font-weight:600}
td .unsure{font-weight:400;color:var(--muted)}
.remarks{margin:.5rem 0;padding-left:1.1rem;color:var(--muted);font-size:.88rem;max-width:90ch}
.remarks li{margin:.2rem 0}
.findings,.changes,.examples{padding-left:1.6rem}
.findings>li,.changes>li,.examples>li{margin:0 0 1.1rem;padding-left:.3rem}
.findings>li::marker,.changes>li::marker{font-weight:700}
.severity{border:1.5px solid var(--line);border-radius:4px;padding:0 .4em;font-size:.8rem}
.error .severity{border-color:var(--trouble);color:var(--trouble)}
.warning .severity{border-color:var(--warning)}
.info .severity{border-color:var(--note)}
p.good,p.bad,p.unsure{font-size:1.06rem;font-weight:700}
p.good{color:var(--people)}
p.bad{color:var(--trouble)}
pre{background:var(--soft);border:1px solid var(--edge);border-radius:6px;padding:.7rem .9rem;white-space:pre-wrap;font-size:.86rem;font-family:ui-monospace,'Cascadia Mono',Menlo,Consolas,'Liberation Mono',monospace;margin:.5rem 0}
.accept{float:right;cursor:pointer;border:1px solid var(--edge);border-radius:6px;padding:.15rem .7rem;margin-left:1rem}
.accept input{margin:0 .45rem 0 0;vertical-align:-.1em}
button,input[type=search]{font:inherit;font-size:.9rem;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.3rem .7rem}
button{cursor:pointer}
button:hover{background:var(--bar)}
:focus-visible{outline:3px solid var(--note);outline-offset:2px}
.tools{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .7rem;margin:0 0 .6rem}
.tools input{flex:0 1 20rem;min-width:9rem}
.tools .zoom{margin-left:auto;display:flex;gap:.35rem}
.tools button{min-width:2.3rem}
#found_{font-size:.86rem;color:var(--muted);min-width:5rem}
.stage{display:block;position:relative;left:50%;width:min(100vw - 2rem,1720px);transform:translateX(-50%)}
.picture{overflow:auto;border:1px solid var(--edge);border-radius:8px;background:var(--page)}
.picture svg{display:block}
.panel{border:1px solid var(--edge);border-radius:8px;background:var(--soft);padding:.8rem 1rem;font-size:.9rem;overflow:auto}
.panel ol{padding-left:1.3rem;margin:.4rem 0}
.panel li{margin:.25rem 0}
.panel h3{margin:.1rem 2rem .1rem 0;font-size:1.08rem}
.panel .close{float:right;padding:.1rem .55rem}
.panel table,.step table{width:100%;margin:.6rem 0}
blockquote{margin:.5rem 0;padding:.1rem 0 .1rem .8rem;border-left:3px solid var(--heat1);font-style:italic;font-size:.92em}
.facts{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin:.5rem 0}
.facts dt{color:var(--muted);font-size:.8rem}
.facts dd{margin:0;font-weight:700;font-variant-numeric:tabular-nums}
.steps{columns:2 26rem;column-gap:2.6rem}
.step{break-inside:avoid;padding:.2rem 0 1rem;border-bottom:1px solid var(--rule);margin-bottom:.8rem}
.step h3{margin:.5rem 0 0}
.step:target{outline:2px solid var(--note);outline-offset:6px}
.terms{display:grid;grid-template-columns:minmax(8rem,13rem) minmax(0,80ch);gap:.35rem 1.6rem;font-size:.88rem}
.terms dt{font-weight:700}
.terms dd{margin:0;color:var(--muted)}
footer{padding-top:1rem;padding-bottom:3rem;color:var(--muted);font-size:.85rem;border-top:1px solid var(--edge)}
html:not(.live) .live-only{display:none}
.live .stage{display:grid;grid-template-columns:minmax(0,1fr) 21rem;gap:.8rem;height:min(76vh,820px)}
.live .picture{overflow:hidden;position:relative;height:100%;cursor:grab;touch-action:pan-x pan-y}
.live .picture:active{cursor:grabbing}
.live .picture svg{position:absolute;left:0;top:0;transform-origin:0 0}
.picture [data-part=card],.live .ways [data-node]{cursor:pointer}
@media screen{.picture svg.moved{transition:transform .35s ease}}
.picture .dim [data-part=card],.picture .dim [data-part=wire],.picture .dim [data-part=stub]{opacity:.16}
.picture .dim .lit{opacity:1}
.picture [data-part=card],.picture [data-part=wire],.picture [data-part=stub]{transition:opacity .12s}
.picture .frame{fill:none;stroke:var(--note);stroke-width:3;pointer-events:none}
.picture [data-part=card]:focus{outline:none}
.tip{display:inline-block;margin-left:.4rem}
.download{position:absolute;right:0;top:0;font-size:.78rem;padding:.15rem .55rem;z-index:2}
@media (max-width:820px){
.terms{grid-template-columns:1fr;gap:0}
.terms dd{margin:0 0 .7rem}
.chart svg{margin-left:0}
.live .stage{grid-template-columns:1fr;height:auto}
.live .picture{height:62vh}
header,main,footer{padding-left:1rem;padding-right:1rem}
h1{font-size:1.55rem}
.panel{max-height:60vh}
.accept{float:none;display:inline-block;margin:0 0 .3rem}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}.picture svg.moved,.picture [data-part]{transition:none!important}}
@page{size:A4;margin:14mm 13mm}
@page wide{size:A4 landscape;margin:11mm}
@media print{
body{font-size:10.5pt}
header,main,footer{max-width:none;padding:0}
nav,.tools,.panel,.hint,.download,.accept,button{display:none!important}
html.live .live-only{display:none!important}
section[aria-labelledby]{margin-bottom:9mm}
#menu_,#ways_{page:wide;break-before:page;break-after:page}
.stage,.live .stage,.wide{display:block;position:static;width:auto;transform:none;height:auto}
.chart.ways svg{min-width:0}
.picture,.live .picture{border:0;height:auto;overflow:visible}
.picture svg,.live .picture svg{position:static;transform:none!important;width:100%;height:auto;max-height:150mm}
.picture .dim [data-part]{opacity:1!important}
.picture .frame{display:none}
.chart svg{min-width:0}
.terms{grid-template-columns:38mm 1fr;gap:1.2mm 5mm;font-size:9pt}
.terms dd{margin:0}
.lead{max-width:none}
#more_:not(:has(details[open])),#steps_:not(:has(details[open])){display:none}
.chart svg{margin-left:-4mm}
.lead,.chart,.figure,.point,.findings>li,.changes>li,.examples>li,tr,.step,h2,h3{break-inside:avoid}
h2,h3,.lead{break-after:avoid}
.data{overflow:visible;max-height:none}
.data thead th{position:static}
.figures{grid-template-columns:repeat(5,1fr);gap:3mm}
.figure{padding:2mm 2.5mm}
.figure b{font-size:15pt}
.points{grid-template-columns:1fr 1fr}
details:not([open]){display:none}
a{color:inherit;text-decoration:none}
}
`
  .replace(/\n/g, '')
  .trim();
