/** The pages' own words, read from the locale files: cases find buttons by what a person reads on them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, clientRequire } from './paths.mjs';

const { FluentBundle, FluentResource } = clientRequire('@fluent/bundle');

function load(code) {
  const bundle = new FluentBundle(code, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(join(LOCALES, `${code}.ftl`), 'utf8')));
  return (key, values) => {
    const message = bundle.getMessage(key);
    if (!message?.value) throw new Error(`locales/${code}.ftl has no "${key}"`);
    return bundle.formatPattern(message.value, values);
  };
}

/** t('conversation-send') in Swedish. */
export const t = load('sv');
export const wordsOf = load;
