// ./dev screens [DIR]: a picture of every screen, and a page that shows them side by side.
//   DIR/people     people in the real program, by the e2e cases: what tests/e2e/cases/11_screens.mjs comes through
//   DIR/states     each page in each state that it can be in, over an engine in memory: tests/client/ui/screens.ts
//   DIR/index.html the contact sheet: a row for each screen; phone and desk, Swedish and Arabic, light and dark, easy to read
// The same runs are tests: this ends with 1 when one of them failed, and says which.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const given = process.argv[2];
const out = given ? path.resolve(process.env.BREDVID_CALLER_DIR ?? '.', given) : path.join(root, 'build/screens');
const parts = {
  people: { cwd: root, run: ['node', 'tests/e2e/run.mjs', 'every screen'], env: 'BREDVID_PICTURES' },
  states: { cwd: path.join(root, 'client-web'), run: ['npx', '--no-install', 'vitest', 'run', 'ui/axe'], env: 'BREDVID_SHOTS' },
};

let failed = false;
for (const [name, { cwd, run: [program, ...args], env }] of Object.entries(parts)) {
  const folder = path.join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  failed = spawnSync(program, args, { cwd, stdio: 'inherit', env: { ...process.env, [env]: folder } }).status !== 0 || failed;
}

const on_phone = (look) => /^(360|phone|easy)/.test(look);

/** NAME.LOOK.png: one row a name, one column a look, phones first. */
function table(folder) {
  const rows = new Map();
  for (const file of readdirSync(path.join(out, folder)).filter((one) => one.endsWith('.png')).sort()) {
    const [name, look] = file.split('.');
    rows.set(name, [...(rows.get(name) ?? []), { file, look }]);
  }
  for (const looks of rows.values()) looks.sort((a, b) => on_phone(b.look) - on_phone(a.look));
  return [...rows].map(([name, looks]) => `<section><h3>${name}</h3><div>${looks.map(({ file, look }) =>
    `<figure><a href="${folder}/${file}"><img loading="lazy" src="${folder}/${file}" alt="${name}, ${look}"></a><figcaption>${look}</figcaption></figure>`).join('')}</div></section>`).join('\n');
}

writeFileSync(path.join(out, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title>
<style>body{font:14px system-ui;margin:1rem;background:#ddd}section>div{display:flex;gap:.5rem;overflow-x:auto}figure{margin:0;flex:none}
img{display:block;height:24rem;width:auto;background:#fff}h3{margin:1rem 0 .25rem}</style>
<h1>Screens</h1><h2>People in the real program</h2>${table('people')}<h2>Every state</h2>${table('states')}</html>\n`);
console.log(`pictures: ${path.join(out, 'index.html')}`);
process.exit(failed ? 1 : 0);
