/** Finds part number n (from 1) of a slip as it was typed, to show it beside the error. */
const FIRST_PART = 5;
const OTHER_PARTS = 6;

export function slipPart(typed: string, n: number): string {
  if (n < 1 || /[#/=]/.test(typed)) return '';
  const separated = typed.trim().split(/[\s-]+/);
  if (separated.length > 1) return separated[n - 1] ?? '';
  const start = n === 1 ? 0 : FIRST_PART + (n - 2) * OTHER_PARTS;
  return typed.trim().slice(start, n === 1 ? FIRST_PART : start + OTHER_PARTS);
}
