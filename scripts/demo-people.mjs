// The demo people of ./dev run.
//   demo-people.mjs DEMO.json              joins the demo tool's people and the staff links of the environment
//                                          (COORDINATOR_M, COORDINATOR_A, LEAD) into one list on stdout
//   demo-people.mjs --print LIST.json URL  the table of what to open for each
import { readFileSync } from 'node:fs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const org_word = { municipality: 'municipality', association: 'association' };

function join(file) {
  const demo = read(file);
  const env = (name) => process.env[name] ?? (() => { throw new Error(`${name} is not set`); })();
  return [
    ...demo.supporters.map((s) => ({ who: 'supporter', of: org_word[s.organisation], link: s.link })),
    ...demo.parents.map((p, i) => ({ who: `parent ${i + 1}`, of: org_word[p.organisation], link: p.link })),
    { who: 'coordinator', of: 'municipality', link: env('COORDINATOR_M') },
    { who: 'coordinator', of: 'association', link: env('COORDINATOR_A') },
    { who: 'lead', of: '', link: env('LEAD') },
  ];
}

function print(file, url) {
  console.log(`\nBredvid serves ${url}  (a development certificate: the browser asks once)\n`);
  console.log('Open each person in a browser profile of its own. A link works once; afterwards open');
  console.log(`${url} in that profile and unlock with the PIN.\n`);
  for (const p of read(file)) console.log(`  ${p.who.padEnd(12)} ${p.of.padEnd(13)} ${p.link}`);
  console.log('');
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--print') print(...rest);
else console.log(JSON.stringify(join(first), null, 1));
