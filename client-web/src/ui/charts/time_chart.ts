/**
 * Bars along periods, a row of its own for each thing that was counted: what a bar is stands in words above its row, so
 * no colour has to be told from another. Drawn with Observable Plot.
 *
 * The server's policy allows no inline style. Plot brings one <style> in each picture, with three rules that are in
 * TimeChart.svelte too: it is taken out before the picture comes to the page. All else that Plot sets is attributes.
 */
import { barY, plot, ruleY, text } from '@observablehq/plot';

/** null: there is no figure, see gaps */
export type ChartValue = { value: number; written: string } | null;
export interface ChartRow { label: string; values: readonly ChartValue[] }
export interface ChartOptions {
  /** px */
  width: number;
  rows: readonly ChartRow[];
  /** one for each value, all different */
  periods: readonly string[];
  /** why the value of a period isn't there: one for each period */
  gaps: readonly string[];
  rightToLeft: boolean;
}

const ROW_PX = 132;
/** Above a row's bars: its label and the value of its highest bar. */
const HEAD_PX = 44;
/** The names of periods along the axis stand on end where they would run into each other. */
const CHARACTER_PX = 7;
const FLAT_AXIS_PX = 28;
/** A period's name that stands on end needs so much to its side; where there is less, some names are left out. */
const LINE_PX = 16;
/** A bar that is narrower has no figure above it. */
const FIGURE_PX = 22;
const EDGE_PX = 4;

interface Bar { row: number; period: number; value: number; written: string }
interface Gap { row: number; period: number; word: string }

export function drawTimeChart({ width, rows, periods, gaps, rightToLeft }: ChartOptions): Element {
  const most = Math.max(1, ...rows.flatMap((row) => row.values.map((one) => one?.value ?? 0)));
  const bars: Bar[] = rows.flatMap(({ values }, row) => values.flatMap((one, period) => one === null ? [] : [{ row, period, ...one }]));
  const empty: Gap[] = rows.flatMap(({ values }, row) =>
    values.flatMap((one, period) => one === null ? [{ row, period, word: gaps[period] ?? '' }] : []));
  const step = (width - 2 * EDGE_PX) / Math.max(1, periods.length);
  const longest = CHARACTER_PX * Math.max(...periods.map((one) => one.length)) + 2 * EDGE_PX;
  const flat = step >= longest;
  // The newest always has its name.
  const every = Math.ceil(LINE_PX / step);
  const named = (index: number): string => (periods.length - 1 - index) % every === 0 ? periods[index] ?? '' : '';
  const axis = flat ? FLAT_AXIS_PX : longest + FLAT_AXIS_PX - 4 * EDGE_PX;
  const at = { x: 'period', fy: 'row' } as const;
  const picture = plot({
    className: 'time-chart', width, height: ROW_PX * rows.length + axis,
    marginLeft: EDGE_PX, marginRight: EDGE_PX, marginTop: 0, marginBottom: axis,
    x: { domain: periods.map((_, index) => index), reverse: rightToLeft, padding: 0.2, label: null, tickSize: 0,
      tickFormat: named, ...(flat ? {} : { tickRotate: -90 }) },
    y: { domain: [0, most], range: [ROW_PX - 1, HEAD_PX], axis: null },
    fy: { domain: rows.map((_, index) => index), axis: null, padding: 0 },
    marks: [
      barY(bars, { ...at, y: 'value', className: 'bars' }),
      // A place without a figure is an empty frame with a word in it: not a bar, and not nothing.
      barY(empty, { ...at, y1: 0, y2: most, className: 'gaps' }),
      text(empty, { ...at, y: most / 2, text: 'word', rotate: -90, className: 'gap-words' }),
      step >= FIGURE_PX ? text(bars, { ...at, y: 'value', text: 'written', dy: -8, className: 'figures' }) : null,
      ruleY([0], { className: 'ground' }),
      text(rows.map(({ label }, row) => ({ label, row })), { fy: 'row', text: 'label', frameAnchor: rightToLeft ? 'top-right' : 'top-left',
        dy: 6, className: 'labels' }),
    ],
  });
  picture.querySelectorAll('style').forEach((one) => { one.remove(); });
  return picture;
}
