/** Phone numbers in what a coordinator wrote: a number that stands alone on its line can be called with one tap. */
import { phoneLink } from '../../domain/phone_number.ts';

export interface DetailLine { text: string; /** for `tel:`; null: not a number alone */ tel: string | null }

/** In free writing a shorter one is a year, an age or a house. */
const MIN_DIGITS = 5;

export const detailLines = (text: string): DetailLine[] => text.split(/\r?\n/u).map((line) => ({ text: line, tel: phoneLink(line, MIN_DIGITS) }));
