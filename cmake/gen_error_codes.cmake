# Writes error_codes.h from schema/error_codes.csv. Pure CMake, so that a C++ build needs no node.
# Run as: cmake -DCSV=... -DOUT=... -P gen_error_codes.cmake
# The client's twin is written by scripts/gen_error_codes.mjs from the same list.
cmake_minimum_required(VERSION 3.25)

file(STRINGS "${CSV}" lines ENCODING UTF-8)
set(members "")
set(sentences "")
set(names "")
set(known "")
set(heading TRUE)
# No list() call before this loop: it would split sentences at their semicolons.
foreach(line IN LISTS lines)
  if(heading)
    if(NOT line STREQUAL "code,name,who,sentence")
      message(FATAL_ERROR "${CSV}: the first line must be code,name,who,sentence")
    endif()
    set(heading FALSE)
    continue()
  endif()
  if(NOT line MATCHES "^([0-9]+),([a-z][a-z0-9_]*),([a-z]+),(.+)$")
    message(FATAL_ERROR "${CSV}: not a row of four columns: ${line}")
  endif()
  set(code "${CMAKE_MATCH_1}")
  set(name "${CMAKE_MATCH_2}")
  set(who "${CMAKE_MATCH_3}")
  set(sentence "${CMAKE_MATCH_4}")
  string(REGEX REPLACE "([\"\\])" "\\\\\\1" sentence "${sentence}")
  string(APPEND members "  ${name} = ${code},  // ${who}: ${sentence}\n")
  string(APPEND sentences "    case ErrorCode::${name}: return \"${sentence}\";\n")
  string(APPEND names "    case ErrorCode::${name}: return \"${name}\";\n")
  string(APPEND known "    case ${code}:\n")
endforeach()

file(WRITE "${OUT}.new" "// Generated from schema/error_codes.csv by cmake/gen_error_codes.cmake. Do not edit.
//
// Every error that leaves a module of the server: its number on the wire and in exit
// codes, its name for logs and tests, and the plain sentence that a person may read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bredvid {

enum class ErrorCode : std::uint16_t {
${members}};

/// The plain sentence for people; never empty.
[[nodiscard]] constexpr std::string_view sentence(ErrorCode code) noexcept {
  switch (code) {
${sentences}  }
  return \"Something went wrong.\";
}

/// The name in the list, for example \"slip_used\".
[[nodiscard]] constexpr std::string_view name(ErrorCode code) noexcept {
  switch (code) {
${names}  }
  return \"unknown\";
}

/// Nothing when the number stands in no row of the list.
[[nodiscard]] constexpr std::optional<ErrorCode> error_code_from(std::uint64_t number) noexcept {
  switch (number) {
${known}      return static_cast<ErrorCode>(number);
    default: return std::nullopt;
  }
}

}  // namespace bredvid
")
file(COPY_FILE "${OUT}.new" "${OUT}" ONLY_IF_DIFFERENT)
file(REMOVE "${OUT}.new")
