/**
 * What a tally can count: the one table of series and of their values (schema/wire.cddl, "counted"). Numbers are on the
 * wire and never change their meaning. server/wire/counted.h is its twin.
 */
import { WireError, type Codec } from './schema';

const FACES = { very_bad: 1, bad: 2, so_so: 3, good: 4, very_good: 5 } as const;

export const SERIES = {
  contact: { n: 1, values: { dialogue: 1, email: 2, phone: 3, call: 4, visit: 5, meeting: 6, group: 7 } },
  /** of an assignment: was the parent contacted by its due day */
  first_contact: { n: 2, values: { in_time: 1, late: 2, not_carried_out: 3 } },
  closing: { n: 3, values: { completed: 1, declined: 2, not_reached: 3, further_support: 4 } },
  conversations: { n: 4, values: { '0': 1, '1-2': 2, '3-5': 3, '6+': 4 } },
  /** a week with daily contact */
  daily_week: { n: 5, values: { daily_contact: 1 } },
  /** how the parent feels; sent by the parent's own client alone, and all the others by supporters */
  wellbeing_first: { n: 6, values: FACES },
  wellbeing_last: { n: 7, values: FACES },
  /** how the support has been for the parent; the same senders */
  experience: { n: 8, values: FACES },
} as const;

export type Series = keyof typeof SERIES;
/** One value of one series: { series: 'contact', value: 'visit' }. */
export type Counted = { [S in Series]: { series: S; value: keyof (typeof SERIES)[S]['values'] & string } }[Series];

function bad(): never {
  throw new WireError('bad_frame', 'unknown series or value');
}

const PAIR_BYTES = 3 * 9;

export const counted: Codec<Counted> = {
  max_bytes: PAIR_BYTES,
  write: ({ series, value }) => {
    const found = Object.hasOwn(SERIES, series) ? SERIES[series] : bad();
    const values: Record<string, number> = found.values;
    return Object.hasOwn(values, value) ? [found.n, values[value]] : bad();
  },
  read: (raw) => {
    if (!Array.isArray(raw) || raw.length !== 2) bad();
    for (const [series, { n, values }] of Object.entries(SERIES)) {
      if (n !== raw[0]) continue;
      for (const [value, number] of Object.entries(values)) if (number === raw[1]) return { series, value } as Counted;
    }
    return bad();
  },
};
