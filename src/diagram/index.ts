export { drawFlow } from './draw-flow.ts';
export { drawWeek } from './week/draw-week.ts';
export { layoutFlow } from './layout-flow.ts';
export type { Drawing } from './drawing.ts';
export type { DrawOptions, NodeFinding } from './options.ts';
export { drawChart } from './charts/draw-chart.ts';
export { chartNames, layoutChart, type ChartName } from './charts/layout-chart.ts';
