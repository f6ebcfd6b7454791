/**
 * Looks at a screen as a phone and as a desk would show it: a picture of each, and axe finds nothing. BREDVID_PICTURES=<folder>
 * (./dev screens) keeps the pictures there, by day and by night.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DESK, PHONE } from './browser.mjs';
import { SCREENSHOTS, clientRequire } from './paths.mjs';

const { source: AXE } = clientRequire('axe-core');
/** WCAG 2.2 AA and what axe calls good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PICTURES = process.env.BREDVID_PICTURES;
const SCHEMES = PICTURES ? ['light', 'dark'] : ['light'];

export function clearFolder(prefix) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const name of readdirSync(SCREENSHOTS)) if (name.startsWith(`${prefix}-`)) rmSync(join(SCREENSHOTS, name));
}

async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations: found, passes } = await page.evaluate((tags) => window.axe.run({ runOnly: tags }), TAGS);
  if (passes.length === 0) throw new Error('axe looked at nothing');
  return found.map((v) => `${v.id} (${v.help}): ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`);
}

/**
 * Nothing may stick out sideways: a person would have to scroll in two directions (WCAG 1.4.10). Where the panes scroll, the
 * page may not: its heading would go under the top bar.
 */
const sticksOut = (page) => page.evaluate(() => {
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) return `${root.scrollWidth} px wide on ${root.clientWidth}`;
  return document.querySelector('.page.fixed') && root.scrollHeight > root.clientHeight ? `${root.scrollHeight} px high on ${root.clientHeight}` : '';
});

export async function look(person, name) {
  const before = person.page.viewportSize();
  const found = [];
  for (const viewport of [PHONE, DESK]) {
    const size = `${viewport.width}x${viewport.height}`;
    await person.page.setViewportSize(viewport);
    // A room that is still on its way has no heading yet. If none ever comes, axe says so.
    await person.page.locator('h1').first().waitFor({ state: 'attached' }).catch(() => undefined);
    found.push(...(await violations(person.page)).map((v) => `${size} ${v}`));
    const wide = await sticksOut(person.page);
    if (wide) found.push(`${size} sticks out: ${wide}`);
    for (const scheme of SCHEMES) {
      await person.page.emulateMedia({ colorScheme: scheme });
      const path = PICTURES ? join(PICTURES, `${name}.${size}-${scheme}.png`) : join(SCREENSHOTS, `${name}-${size}.png`);
      await person.page.screenshot({ path, animations: 'disabled' });
    }
  }
  await person.page.emulateMedia({ colorScheme: null });
  await person.page.setViewportSize(before);
  if (found.length) throw new Error(`${name}:\n${found.join('\n')}`);
}
