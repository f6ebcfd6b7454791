/** What is typed in open forms is in the page's memory alone: a lock keeps it, sealed, until the next unlocking. */
import { DRAFT_MAX_CHARS, FORMS_MAX, type Forms } from './api';
import { profileOf, type Context } from './context';
import { ME } from './records';

const NAME_MAX = 200;

export async function keepForms(ctx: Context, forms: Forms): Promise<void> {
  // Cut in the middle, a form could not be read.
  const kept = forms.filter(([name, typed]) => name.length <= NAME_MAX && typed.length <= DRAFT_MAX_CHARS).slice(0, FORMS_MAX);
  if (kept.length > 0) await ctx.repo.run((tx) => tx.put('profile', ME, { ...profileOf(tx), forms: kept }));
}

/** Given once: what is said or given up later must not come back. */
export function takeForms(ctx: Context): Promise<Forms> {
  return ctx.repo.run((tx) => {
    const { forms = [], ...rest } = profileOf(tx);
    if (forms.length > 0) tx.put('profile', ME, rest);
    return forms;
  });
}
