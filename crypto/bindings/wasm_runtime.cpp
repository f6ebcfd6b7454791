// Only linked into bredvid_core.wasm. Keeps stdio (and with it WASI's fd_* imports) out of the
// module: libc++'s and libc++abi's own versions of these print a message first. Each is in an
// archive member of its own, so defining it here stops that member from being linked.
#include <cstdlib>
#include <string>  // any libc++ header: brings in __config
#if __has_include(<__verbose_abort>)
#include <__verbose_abort>
#endif
#ifndef _LIBCPP_VERBOSE_ABORT_NOEXCEPT  // appeared in libc++ 20
#define _LIBCPP_VERBOSE_ABORT_NOEXCEPT
#endif

_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] void __libcpp_verbose_abort(const char*, ...) _LIBCPP_VERBOSE_ABORT_NOEXCEPT {
  __builtin_trap();
}
_LIBCPP_END_NAMESPACE_STD

extern "C" {
[[noreturn]] void __cxa_pure_virtual() {
  __builtin_trap();
}
[[noreturn]] void abort_message(const char*, ...) {
  __builtin_trap();
}
// Debian builds compiler-rt's 128-bit division with the stack protector, which wasi-libc does not provide.
unsigned long __stack_chk_guard = 0x5c1ffe37ul;
[[noreturn]] void __stack_chk_fail() {
  __builtin_trap();
}
}
