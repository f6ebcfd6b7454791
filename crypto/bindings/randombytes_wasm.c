/* Replaces libsodium's randombytes_sysrandom.c and randombytes_internal_random.c in the wasm
 * build: every request goes straight to the host's CSPRNG through WASI's random_get, which the
 * JavaScript shim maps to crypto.getRandomValues. No generator state lives in wasm memory. */
#include <stddef.h>
#include <stdint.h>
#include <wasi/api.h>
#include "randombytes.h"
#include "randombytes_sysrandom.h"

static const char *name(void) { return "wasi"; }
static void fill(void *const p, const size_t n) {
    if (n > 0 && __wasi_random_get((uint8_t *) p, n) != 0) __builtin_trap();
}
static uint32_t one(void) { uint32_t r; fill(&r, sizeof r); return r; }
static void stir(void) {}
static int close_nothing(void) { return 0; }

struct randombytes_implementation randombytes_sysrandom_implementation = {
    name, one, stir, NULL, fill, close_nothing
};
