/** A supporter adds a poster, from the page for it or from the one for slips. */
import type { Result } from '../../domain/api.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { app } from './app.svelte.ts';

export async function addPoster(textOrLink: string): Promise<Result> {
  const result = await app.engine.addPoster(textOrLink);
  if (result.ok) {
    app.say(t('poster-added'));
    app.places.home();
  }
  return result;
}
