/** Reads captured frames, as far as cases need it. Numbers: schema/wire.cddl. */
import { pathToFileURL } from 'node:url';
import { CBORG } from './paths.mjs';

const { decode } = await import(pathToFileURL(CBORG).href);

const TALLY = 20;
const CONTACTS = 1;
const OK = 101;
export const CONTACT = { dialogue: 1, email: 2, phone: 3, call: 4, visit: 5, meeting: 6, group: 7 };

/** How many tallies of a kind the server has answered with ok. */
export function tallied(frames, kind) {
  const said = frames.map(({ to, bytes }) => ({ to, fields: decode(bytes) }));
  return said.filter(({ to, fields }, at) => to === 'server' && fields[0] === TALLY && fields[4][0] === CONTACTS && fields[4][1] === CONTACT[kind] &&
    said.slice(at).some((answer) => answer.to === 'client' && answer.fields[0] === OK && answer.fields[1] === fields[1])).length;
}

/** [series, value] of every tally that the server has answered with ok, each once. */
export function outcomes(frames) {
  const said = frames.map(({ to, bytes }) => ({ to, fields: decode(bytes) }));
  const counted = new Map();
  said.forEach(({ to, fields }, at) => {
    if (to !== 'server' || fields[0] !== TALLY) return;
    const ok = said.slice(at).some((answer) => answer.to === 'client' && answer.fields[0] === OK && answer.fields[1] === fields[1]);
    if (ok) counted.set(Buffer.from(fields[2]).toString('hex'), fields[4]);
  });
  return [...counted.values()];
}

const SEND = 11;
const COMMIT = 12;

/** What clients gave to circles, in order: 'text' for any message, 'commit'. */
export const given = (frames) => frames.filter(({ to }) => to === 'server').map(({ bytes }) => decode(bytes)[0])
  .filter((type) => type === SEND || type === COMMIT).map((type) => (type === COMMIT ? 'commit' : 'text'));
