/** The pages' own words, so that tests find things as a person does. */
import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';

export type Words = (key: string, values?: Record<string, string | number>) => string;

/** easy: the easy-read text stands in for the ordinary one. */
export function wordsOf(code: string, easy = false): Words {
  const bundle = new FluentBundle(code === 'ar' ? 'ar-u-nu-latn' : code, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(new URL(`../../../client-web/locales/${code}.ftl`, import.meta.url), 'utf8')));
  return (key, values = {}) => {
    const message = bundle.getMessage(key);
    const pattern = (easy && message?.attributes['easy']) || message?.value;
    if (!pattern) throw new Error(`${code}.ftl has no ${key}`);
    const safe = code === 'ar' ? Object.fromEntries(Object.entries(values).map(([k, v]) => [k, typeof v === 'string' ? `\u2068${v}\u2069` : v])) : values;
    return bundle.formatPattern(pattern, safe);
  };
}
