// Makes tests/data/year_2019.json: a year of one city's parent support, day by day (README.md, "year_2019.json").
//   node tests/data/make_year_2019.mjs            writes the file
//   node tests/data/make_year_2019.mjs --check    ends with 1 when the file is not what this program makes
// Deterministic: one seed, no clock. It looks at its own sums before it writes and refuses to write wrong ones.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('year_2019.json', import.meta.url);
const SEED = 2019;
const DAY_MS = 86_400_000;

/** What was said about the year (DESIGN 1). Everything else here is invented. */
const SAID = { parents: 15, association: 5, occasions: 440, dialogue: 343, visit: 55, phone: 113, meeting: 27 };

// --- the calendar ----------------------------------------------------------------------------------------------------

const at = (month, day, year = 2019) => Date.UTC(year, month - 1, day) / DAY_MS;
const iso = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const weekday = (day) => (day + 3) % 7;                                   // 0: Monday
/** Sweden's holidays of 2019 and the eves on which offices are closed; the tests hold them to the client's own rules. */
const CLOSED = new Set([[1, 1], [1, 6], [4, 19], [4, 21], [4, 22], [5, 1], [5, 30], [6, 6], [6, 9], [6, 21], [6, 22], [11, 2], [12, 24],
  [12, 25], [12, 26], [12, 31]].map(([month, day]) => at(month, day)).concat(at(1, 1, 2020)));
const working = (day) => weekday(day) < 5 && !CLOSED.has(day);
const FIRST = at(1, 1);
const LAST = at(12, 31);
const QUARTERS = [[at(1, 1), at(3, 31)], [at(4, 1), at(6, 30)], [at(7, 1), at(9, 30)], [at(10, 1), LAST]];
const days_from = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const next_working = (day) => { do day += 1; while (!working(day)); return day; };

// --- chance ----------------------------------------------------------------------------------------------------------

/** mulberry32 */
let state = SEED;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const one_of = (list) => {
  if (list.length === 0) throw new Error('nothing left to choose from');
  return list[Math.floor(random() * list.length)];
};

// --- who -------------------------------------------------------------------------------------------------------------

const M = 'municipality';
const A = 'association';
const supporters = [['m1', M, 'Stina'], ['m2', M, 'Karim'], ['m3', M, 'Lena'], ['v1', A, 'Olof'], ['v2', A, 'Hawa'], ['v3', A, 'Birgit'],
  ['v4', A, 'Sami'], ['v5', A, 'Marie']].map(([id, organisation, name]) => ({ id, organisation, name }));

// begins, closes, outcome, faces at the first and the last conversation (null: does not say), Mondays of weeks with daily contact.
// 25 March: such a week ends with a quarter. 23 December: one over Christmas. p11 closes in a quarter's last days: it ends a week
// later, when the quarter is published, and counts in the next one.
const parents = [
  ['p01', M, 'm1', 'Amina',   [1, 9],   [5, 17],  'completed',       1, 4, [[1, 14], [1, 21], [2, 11]]],
  ['p02', M, 'm2', 'Johan',   [1, 17],  [8, 14],  'further_support', 2, 3, [[3, 25]]],
  ['p03', M, 'm3', 'Fatuma',  [1, 28],  null,     null,              1, null, [[2, 4], [2, 18], [9, 9]]],
  ['p04', M, 'm1', 'Peter',   [2, 12],  [9, 4],   'completed',       1, 4, []],
  ['p05', M, 'm2', 'Leila',   [4, 8],   null,     null,              2, null, [[5, 6], [12, 23]]],
  ['p06', M, 'm3', 'Anders',  [5, 20],  [11, 6],  'further_support', 2, 3, []],
  ['p07', M, 'm1', 'Nadia',   [7, 3],   [12, 11], 'completed',       1, 4, [[7, 15], [7, 22]]],
  ['p08', M, 'm2', 'Marko',   [8, 26],  [10, 30], 'further_support', null, null, []],
  ['p09', M, 'm3', 'Sofia',   [10, 2],  null,     null,              1, null, [[10, 14]]],
  ['p10', M, 'm1', 'Yusuf',   [10, 21], [12, 18], 'completed',       2, 4, []],
  ['p11', A, 'v1', 'Katarina', [1, 13], [6, 27],  'completed',       1, 4, [[1, 28], [3, 4]]],
  ['p12', A, 'v2', 'Hamza',   [2, 2],   [8, 24],  'further_support', 2, 3, []],
  ['p13', A, 'v3', 'Linda',   [2, 23],  null,     null,              2, null, []],
  ['p14', A, 'v4', 'Mehdi',   [5, 4],   null,     null,              null, null, [[6, 10]]],
  ['p15', A, 'v5', 'Ewa',     [10, 5],  [12, 14], 'further_support', 1, 3, []],
].map(([id, organisation, supporter, name, begins, closes, outcome, first_face, last_face, weeks]) => ({
  id, organisation, supporter, name, begins: at(...begins), closes: closes && at(...closes), outcome, first_face, last_face,
  weeks: weeks.map((monday) => at(...monday)), days: new Map(),
}));
/** These talk little: a short support, and one that comes back now and then. */
const QUIET = { p08: 0.15, p13: 0.4, p10: 0.5 };

const until = (parent) => (parent.closes ?? LAST + 1) - 1;
const open_days = (parent, [first, last] = [FIRST, LAST]) => days_from(Math.max(first, parent.begins), Math.min(last, until(parent)));
/** Office hours for the municipality; volunteers come in the evening and at weekends. */
const staffed = (parent, day) => parent.organisation === A || working(day);
const kinds_on = (parent, day) => parent.days.get(day) ?? [];
const add = (parent, day, kind) => parent.days.set(day, [...kinds_on(parent, day), kind]);

// --- what ------------------------------------------------------------------------------------------------------------

/** A quarter's contacts of a kind, and on how many parents they rest. Meetings in spring and summer rest on few: these quarters can't
    tell them by kind of contact, and the year still can, because together they rest on enough. */
const QUOTAS = [
  { visit: [17, 7], phone: [32, 7], meeting: [8, 6] },
  { visit: [12, 7], phone: [27, 8], meeting: [4, 3] },
  { visit: [10, 6], phone: [22, 7], meeting: [5, 4] },
  { visit: [16, 7], phone: [32, 8], meeting: [10, 6] },
];
const ONLY = { meeting: [null, ['p02', 'p05', 'p12'], ['p03', 'p06', 'p07', 'p08'], null] };
/** Written where it matters when it is counted: after a quarter's and the year's last day, while they can still be counted there. */
const WRITTEN_ALONE = [['p01', at(3, 31)], ['p05', at(6, 30)], ['p05', LAST], ['p03', at(4, 19)], ['p09', at(11, 2)]];

function dialogues() {
  for (const parent of parents) {
    add(parent, parent.begins, 'dialogue');
    for (const monday of parent.weeks) for (const day of days_from(monday, monday + 6)) if (kinds_on(parent, day).length === 0) add(parent, day, 'dialogue');
  }
  for (const [id, day] of WRITTEN_ALONE) {
    const parent = parents.find((one) => one.id === id);
    if (kinds_on(parent, day).length === 0) add(parent, day, 'dialogue');
  }
  // Everybody has a share in the rest; when worry presses a parent also writes while nobody is at work.
  let left = SAID.dialogue - parents.reduce((sum, { days }) => sum + days.size, 0);
  while (left > 0) {
    const parent = one_of(parents);
    const day = one_of(open_days(parent));
    if (kinds_on(parent, day).length > 0 || random() > (QUIET[parent.id] ?? 1)) continue;
    if (!staffed(parent, day) && random() > 0.25) continue;
    add(parent, day, 'dialogue');
    left -= 1;
  }
}

/** Can this contact be on this day? A meeting with social services is in office hours, also when a volunteer comes along. */
function fits(parent, day, kind) {
  if (kind === 'meeting' ? !working(day) : !staffed(parent, day)) return false;
  return kind === 'phone' ? kinds_on(parent, day).filter((one) => one === 'phone').length < 2 : !kinds_on(parent, day).includes(kind);
}

/** Every other contact, with the parent, waiting for its day. */
function others() {
  const list = [];
  QUOTAS.forEach((quota, q) => {
    for (const [kind, [count, least]] of Object.entries(quota)) {
      const only = ONLY[kind]?.[q];
      const there = parents.filter((parent) => (only ? only.includes(parent.id) : true) && open_days(parent, QUARTERS[q]).filter((day) => staffed(parent, day)).length > 5);
      if (there.length < least) throw new Error(`quarter ${q + 1}: too few parents for ${kind}`);
      const chosen = there.map((parent) => [random(), parent]).sort(([a], [b]) => a - b).map(([, parent]) => parent).slice(0, least);
      const eager = chosen.filter((parent) => !(parent.id in QUIET));
      for (let i = 0; i < count; i++) list.push({ parent: i < chosen.length ? chosen[i] : one_of(eager.length > 0 ? eager : chosen), kind, q });
    }
  });
  return list;
}

/** Exactly so many of them make a day an occasion that was none; the others come on days that are occasions already. */
function place(list) {
  let fresh = SAID.occasions - parents.reduce((sum, { days }) => sum + days.size, 0);
  const order = list.map((one) => [random(), one]).sort(([a], [b]) => a - b).map(([, one]) => one);
  for (const { parent, kind, q } of order) {
    const days = open_days(parent, QUARTERS[q]).filter((day) => fits(parent, day, kind));
    const shared = days.filter((day) => kinds_on(parent, day).length > 0);
    const empty = days.filter((day) => kinds_on(parent, day).length === 0);
    const takes_empty = shared.length === 0 || (empty.length > 0 && fresh > 0 && random() < 0.6);
    if (takes_empty) fresh -= 1;
    add(parent, one_of(takes_empty ? empty : shared), kind);
  }
  // What is missing or too much moves one contact each.
  while (fresh !== 0) {
    const parent = one_of(parents);
    const [day, kinds] = one_of([...parent.days]);
    const kind = kinds.find((one) => one !== 'dialogue');
    if (!kind) continue;
    const q = QUARTERS.findIndex(([first, last]) => first <= day && day <= last);
    const days = open_days(parent, QUARTERS[q]).filter((other) => other !== day && fits(parent, other, kind));
    const target = days.filter((other) => (kinds_on(parent, other).length === 0) === fresh > 0);
    if (target.length === 0 || (kinds.length === 1) !== fresh < 0) continue;
    const rest = [...kinds];
    rest.splice(rest.indexOf(kind), 1);
    if (rest.length > 0) parent.days.set(day, rest); else parent.days.delete(day);
    add(parent, one_of(target), kind);
    fresh += fresh > 0 ? -1 : 1;
  }
}

/** A finger on the wrong button, taken back within ten minutes: counted nowhere. */
const WRONG_TAPS = 7;

function written() {
  const out = parents.map((parent) => ({
    id: parent.id, name: parent.name, organisation: parent.organisation, supporter: parent.supporter, begins: iso(parent.begins),
    closes: parent.closes && { day: iso(parent.closes), outcome: parent.outcome }, first_face: parent.first_face, last_face: parent.last_face,
    // Whoever feels better has liked the support: a face above.
    experience: parent.last_face && parent.last_face + 1,
    days: [...parent.days].sort(([a], [b]) => a - b).map(([day, contacts]) => ({
      day: iso(day), contacts: [...contacts].sort(),
      // The parent writes, and the supporter's phone sees it, and counts it, on the next day of work.
      ...(!staffed(parent, day) && { seen: iso(next_working(day)) }),
    })),
  }));
  for (let i = 0; i < WRONG_TAPS; i++) {
    const day = one_of(one_of(out).days.filter(({ seen, undone }) => !seen && !undone));
    day.undone = one_of(['visit', 'phone', 'meeting']);
  }
  return out;
}

// --- its own sums ----------------------------------------------------------------------------------------------------

function look(plan) {
  const must = (good, what) => { if (!good) throw new Error(`the plan is wrong: ${what}`); };
  const count = (kind) => plan.flatMap(({ days }) => days).flatMap(({ contacts }) => contacts).filter((one) => one === kind).length;
  must(plan.length === SAID.parents, 'parents');
  must(plan.filter(({ organisation }) => organisation === A).length === SAID.association, 'association');
  must(plan.reduce((sum, { days }) => sum + days.length, 0) === SAID.occasions, 'occasions');
  for (const kind of ['dialogue', 'visit', 'phone', 'meeting']) must(count(kind) === SAID[kind], kind);
  for (const { id, days, begins, closes } of plan) {
    must(days.every(({ day }) => day >= begins && (!closes || day < closes.day)), `${id}: contacts while it is open`);
    must(days.every(({ seen, contacts }) => !seen || (contacts.length === 1 && contacts[0] === 'dialogue' && (!closes || seen < closes.day))), `${id}: alone`);
  }
}

function text_of(plan) {
  const lines = plan.map(({ days, ...head }) => `    { ${JSON.stringify(head).slice(1, -1)}, "days": [\n${
    days.map((day) => `      ${JSON.stringify(day)}`).join(',\n')} ] }`);
  return `{ "year": 2019, "undo_s": 600,\n  "supporters": [\n${supporters.map((one) => `    ${JSON.stringify(one)}`).join(',\n')} ],\n  "parents": [\n${lines.join(',\n')} ] }\n`;
}

dialogues();
place(others());
const plan = written();
look(plan);
const text = text_of(plan);
if (process.argv[2] === '--check') {
  if (readFileSync(FILE, 'utf8') !== text) {
    console.error('tests/data/year_2019.json is not what make_year_2019.mjs makes');
    process.exit(1);
  }
} else {
  writeFileSync(FILE, text);
}
