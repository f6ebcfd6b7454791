# The target bredvid_error_codes: #include "error_codes.h", generated from schema/error_codes.csv.
# May be included more than once; the first one defines it.
include_guard(GLOBAL)

set(_codes_dir "${CMAKE_BINARY_DIR}/generated")
file(MAKE_DIRECTORY "${_codes_dir}")
set(_codes_csv "${CMAKE_CURRENT_LIST_DIR}/../schema/error_codes.csv")
set(_codes_script "${CMAKE_CURRENT_LIST_DIR}/gen_error_codes.cmake")
add_custom_command(
  OUTPUT "${_codes_dir}/error_codes.stamp"
  BYPRODUCTS "${_codes_dir}/error_codes.h"
  COMMAND "${CMAKE_COMMAND}" "-DCSV=${_codes_csv}" "-DOUT=${_codes_dir}/error_codes.h" -P "${_codes_script}"
  COMMAND "${CMAKE_COMMAND}" -E touch "${_codes_dir}/error_codes.stamp"
  DEPENDS "${_codes_csv}" "${_codes_script}"
  VERBATIM)
add_custom_target(bredvid_error_codes_header DEPENDS "${_codes_dir}/error_codes.stamp")

add_library(bredvid_error_codes INTERFACE)
target_include_directories(bredvid_error_codes INTERFACE "${_codes_dir}")
add_dependencies(bredvid_error_codes bredvid_error_codes_header)
