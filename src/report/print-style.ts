/** The style of a printed menu: A4 paper, and screens in light and dark. */
export const printStyle = `:root{color-scheme:light dark}
body{font:11pt/1.45 Arial,'Helvetica Neue',Helvetica,'Liberation Sans','Noto Sans','Noto Sans CJK JP','Yu Gothic','Microsoft YaHei',sans-serif;max-width:62rem;margin:2rem auto;padding:0 1.2rem;color:#17212b;background:#fff}
h1{font-size:20pt;margin:0 0 .4rem}
h2{font-size:14pt;margin:1.8rem 0 .5rem;padding-top:.5rem;border-top:1.5pt solid #17212b}
h3{font-size:12pt;margin:1.3rem 0 .2rem}
p,ul{margin:.2rem 0 .4rem}
ul{padding-left:1.2rem}
.quiet{color:#55616d;font-weight:normal}
h3 .quiet{font-size:9.5pt}
a{color:#0b57a4;text-decoration:none}
table{border-collapse:collapse;width:100%;margin:.3rem 0 .6rem;table-layout:fixed}
th,td{text-align:start;vertical-align:top;padding:.25rem .5rem .25rem 0;border-top:.5pt solid #c9d2da;overflow-wrap:anywhere}
th{font-size:9pt;font-weight:normal;color:#55616d;border-top:0}
th:first-child{width:26%}
th:last-child{width:22%}
.many th:first-child{width:18%}
.many th:last-child{width:16%}
.time{color:#55616d;font-size:9pt;white-space:nowrap}
@page{size:A4;margin:16mm 15mm 18mm}
@media print{body{max-width:none;margin:0;padding:0;font-size:9.5pt}h1,h2,h3,h3+p{break-after:avoid}tr,li{break-inside:avoid}thead{display:table-header-group}a{color:inherit}}
@media screen and (prefers-color-scheme:dark){body{color:#e8edf2;background:#10151b}h2{border-color:#e8edf2}.quiet,.time,th{color:#a3b0bd}a{color:#7cb7f5}th,td{border-color:#2b3743}}`;

/** The hash by which the page allows this style and no other (CSP level 3); a test holds them together. */
export const printStyleHash = 'sha256-wcta+rnOy5hBtR2P100vP3LDZ9FBu9yUV22hwA2uMXA=';
