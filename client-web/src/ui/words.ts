/** Turns the engine's codes into the person's words. */
import type { CircleSummary, ComeView, Moment, Problem, ProgrammeName, ProgrammeSaid } from '../domain/api.ts';
import { dayOf } from '../domain/days.ts';
import { currentLanguage, has, number, stockholmTime, t, weekday, weekdayAndDate } from '../i18n/i18n.svelte.ts';

/** "Monday" is the next one, as long as there is no other before it. */
const DAYS_NAMED_BY_WEEKDAY = 7;

export function problemText(problem: Problem): string {
  const key = `problem-${problem.code}`;
  return has(key) ? t(key) : t('problem-unknown', { code: problem.code });
}

const KB = 1024;
/** "3 kB", "1.5 MB" */
export function sizeText(bytes: number): string {
  const kilo = Math.max(1, Math.round(bytes / KB));
  return kilo < KB ? t('size-kb', { size: number(kilo) }) : t('size-mb', { size: number(Math.round((10 * kilo) / KB) / 10) });
}
const MINUTE_S = 60;
/** "0:07", as on a watch */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / MINUTE_S)}:${String(seconds % MINUTE_S).padStart(2, '0')}`;
}

export const circleTitle = (circle: Pick<CircleSummary, 'title'> & Partial<Pick<CircleSummary, 'onTheWay'>>): string =>
  circle.title || t(circle.onTheWay ? 'circle-from-queue' : 'circle-untitled');

/** Who would come in: by name, or as what. */
export const comer = ({ name, purpose }: Pick<ComeView, 'name' | 'purpose'>): string =>
  name || t(purpose === 'parent' ? 'come-who-parent' : 'come-who-supporter');

/** The word beside a face: how somebody is, or how the support has been. */
export const faceKey = (moment: Moment, face: number): string => (moment === 'experience' ? `experience-${face}` : `face-${face}`);

const isNamed = (code: string): code is keyof ProgrammeName => ['sv', 'en', 'ar'].includes(code);

/** In the page's language, as far as the organisation has said it. */
export function programmeName(name: ProgrammeName): string {
  const { code } = currentLanguage();
  return (isNamed(code) && name[code]) || name.sv;
}

/** "8–16", or one number where both are the same */
export const rangeText = ({ least, most }: { least: number; most: number }): string =>
  (least < most ? t('range-text', { least: number(least), most: number(most) }) : number(most));

/** "Crisis support: 3 to 5 conversations" */
export function programmeText({ name: names, least, most, steps }: ProgrammeSaid): string {
  const name = programmeName(names);
  if (most > 0) return least < most ? t('programme-range', { name, least: number(least), most: number(most) }) : t('programme-number', { name, count: most });
  return steps > 0 ? t('programme-steps', { name, count: steps }) : t('programme-open', { name });
}

/** A moment that is also read on paper, on the organisation's clocks: "Monday 4 January 08:00". It stands inside of sentences, whose
 *  own isolation finds its direction only when there is none inside. */
export const wholeMoment = (ms: number): string =>
  t('moment-day', { day: weekdayAndDate(dayOf(ms)), time: stockholmTime(ms) }).replace(/[\u2068\u2069]/gu, '');

/** When something of the organisation's happens, on its own clocks: "today 17:00", "Monday 08:00", "Monday 4 January 08:00". */
export function moment(ms: number, nowMs: number): string {
  const time = stockholmTime(ms);
  const day = dayOf(ms);
  const ahead = day - dayOf(nowMs);
  if (ahead === 0) return t('moment-today', { time });
  if (ahead === 1) return t('moment-tomorrow', { time });
  return t('moment-day', { time, day: ahead < DAYS_NAMED_BY_WEEKDAY ? weekday(day) : weekdayAndDate(day) });
}
