# Toolchain: Debian's clang + lld + wasi-libc + libc++ for wasm32-wasi.
# Everything comes from Debian packages; nothing is downloaded at configure time.
set(CMAKE_SYSTEM_NAME Generic)          # CMake 3.25 has no Platform/WASI file; Generic warns about nothing
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(BREDVID_WASM 1)

set(BREDVID_LLVM "" CACHE STRING "LLVM major version to use (default: the first that has the wasm libraries)")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES BREDVID_LLVM)
if(NOT BREDVID_LLVM)
  foreach(version 19 20 21 22)
    if(EXISTS /usr/bin/clang++-${version} AND EXISTS /usr/lib/llvm-${version}/lib/wasm32-wasi/libc++.a)
      set(BREDVID_LLVM ${version})
      break()
    endif()
  endforeach()
endif()
if(NOT BREDVID_LLVM)
  message(FATAL_ERROR "no clang with wasm32-wasi libraries. Needed Debian packages: clang-19 lld-19 wasi-libc "
    "libc++-19-dev-wasm32 libclang-rt-19-dev-wasm32")
endif()

set(CMAKE_C_COMPILER /usr/bin/clang-${BREDVID_LLVM})
set(CMAKE_CXX_COMPILER /usr/bin/clang++-${BREDVID_LLVM})
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
# The core uses no exceptions, and Debian's wasm libc++abi has no unwinder.
# Sections per function and datum let the linker drop what nothing calls.
set(CMAKE_C_FLAGS_INIT "-ffunction-sections -fdata-sections")
set(CMAKE_CXX_FLAGS_INIT "-fno-exceptions -fno-rtti -ffunction-sections -fdata-sections")
# Small before fast, across files: the hot code is libsodium's, which has its own flags.
set(CMAKE_CXX_FLAGS_RELEASE_INIT "-Oz -flto -fvisibility=hidden -fno-threadsafe-statics -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-Oz -flto -fvisibility=hidden -fno-threadsafe-statics -DNDEBUG")
# With -O1 and up clang runs binaryen's wasm-opt on the output when one is installed, so the module
# would differ from machine to machine for no gain in speed. -O0 for the link step alone prevents
# that. (clang 19's --no-wasm-opt skips the linker too, and writes no file.)
set(CMAKE_EXE_LINKER_FLAGS_INIT "-O0 -Wl,--lto-O2")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(CMAKE_FIND_ROOT_PATH /nonexistent)        # never pick up the host's libraries
