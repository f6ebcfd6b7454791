# GoogleTest under the same names for both builds: GTest::gtest and GTest::gtest_main.
# Natively Debian's library; for WebAssembly built from Debian's source (package googletest),
# without what WASI has not: threads, processes, redirected streams.
include_guard(GLOBAL)
if(NOT BREDVID_WASM)
  find_package(GTest REQUIRED)
  return()
endif()
set(_gtest /usr/src/googletest/googletest)
if(NOT EXISTS ${_gtest}/src/gtest-all.cc)
  message(FATAL_ERROR "no GoogleTest source in ${_gtest}. Needed Debian package: googletest")
endif()
add_library(bredvid_gtest STATIC ${_gtest}/src/gtest-all.cc)
target_include_directories(bredvid_gtest SYSTEM PUBLIC ${_gtest}/include PRIVATE ${_gtest})
target_compile_definitions(bredvid_gtest PUBLIC GTEST_HAS_PTHREAD=0 GTEST_HAS_STREAM_REDIRECTION=0
  GTEST_HAS_DEATH_TEST=0 GTEST_HAS_CLONE=0 GTEST_HAS_POSIX_RE=0 GTEST_HAS_RTTI=0)
# Tests gain nothing from -flto. clang counts -Wsign-conversion to -Wconversion; g++, which checks the same sources, does not.
target_compile_options(bredvid_gtest PUBLIC -fno-lto -Wno-sign-conversion PRIVATE -w)
add_library(bredvid_gtest_main STATIC ${_gtest}/src/gtest_main.cc)
target_link_libraries(bredvid_gtest_main PUBLIC bredvid_gtest)
add_library(GTest::gtest ALIAS bredvid_gtest)
add_library(GTest::gtest_main ALIAS bredvid_gtest_main)
