# Builds libsodium for WebAssembly from Debian's source package, without autotools.
# Gives the target sodium; the linker drops what the core does not call.
set(SODIUM_SOURCE_DIR ${CMAKE_SOURCE_DIR}/third_party/libsodium CACHE PATH
  "unpacked libsodium source (scripts/fetch_libsodium.sh)")
set(_sodium ${SODIUM_SOURCE_DIR}/src/libsodium)
if(NOT EXISTS ${_sodium}/include/sodium.h)
  message(FATAL_ERROR "no libsodium source in ${SODIUM_SOURCE_DIR}: run scripts/fetch_libsodium.sh")
endif()
file(GLOB_RECURSE _sources CONFIGURE_DEPENDS ${_sodium}/*.c)
# randomness comes from crypto/bindings/randombytes_wasm.c instead
list(FILTER _sources EXCLUDE REGEX "/randombytes/(internal|sysrandom)/")
# configure would make this header from version.h.in; the MSVC project ships it ready made
set(_headers ${CMAKE_BINARY_DIR}/sodium-include)
file(COPY ${_sodium}/include/ DESTINATION ${_headers})
file(COPY ${SODIUM_SOURCE_DIR}/builds/msvc/version.h DESTINATION ${_headers}/sodium)
# GNU ar writes no index for wasm objects; wasm-ld 19 reads such an archive all the same
add_library(sodium STATIC ${_sources} ${CMAKE_SOURCE_DIR}/crypto/bindings/randombytes_wasm.c)
target_include_directories(sodium SYSTEM PUBLIC ${_headers})
target_include_directories(sodium PRIVATE ${_headers}/sodium)
target_compile_definitions(sodium PUBLIC SODIUM_STATIC=1
  PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1 HAVE_C_VARARRAYS=1 _GNU_SOURCE=1 _WASI_EMULATED_SIGNAL=1)
# not HAVE_TI_MODE (128-bit limbs: 2.3 times slower on wasm), not -msimd128 (ChaCha20-Poly1305 1.8 times slower)
target_compile_options(sodium PRIVATE -O2 -fno-strict-aliasing -fwrapv -w)
set_target_properties(sodium PROPERTIES C_STANDARD 11 C_EXTENSIONS ON)
