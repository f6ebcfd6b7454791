/** Turns the engine's codes into the person's words. */
import type { CircleSummary, Problem } from '../domain/api.ts';
import { has, t } from '../i18n/i18n.svelte.ts';

export function problemText(problem: Problem): string {
  const key = `problem-${problem.code}`;
  return has(key) ? t(key) : t('problem-unknown', { code: problem.code });
}

export const circleTitle = (circle: Pick<CircleSummary, 'title'>): string => circle.title || t('circle-untitled');
