/** Waiting for a condition instead of for a time. */

const STEP_MS = 40;

/**
 * Asks `probe` again and again until it answers something truthy, and answers that.
 * A probe that throws counts as "not yet"; its last error is told when the time is over.
 */
export async function until(what, probe, limitMs = 15_000) {
  const end = Date.now() + limitMs;
  let last;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value;
      last = value;
    } catch (e) {
      last = e.message;
    }
    if (Date.now() > end) throw new Error(`waited ${limitMs / 1000} s for: ${what} (last: ${String(last)})`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
