// Support programmes: reading their files (schema/programmes/README.md says every field), and finding the one that an
// organisation names: in the data folder's `programmes`, else among those built in.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/config.h"

namespace bredvid::app {

inline constexpr std::size_t kMaxProgrammeFileBytes = 16 * 1024;

/// 1 to 32 of a-z, 0-9 and _, a letter first.
[[nodiscard]] bool is_programme_id(std::string_view id);

/// config_bad; the subject is "<file>: <path of the field>: <what it must be>". Pure.
[[nodiscard]] OperatorResult<wire::Programme> parse_programme(std::string_view json, const std::string& id,
                                                              const std::string& file);

struct BuiltInProgramme {
  std::string_view id;
  std::string_view json;
};
/// schema/programmes, in the order of their names.
[[nodiscard]] std::span<const BuiltInProgramme> built_in_programmes();

/// config_bad (what is wrong in the file, or which programmes there are when there is none of that id), io_failed.
[[nodiscard]] OperatorResult<wire::Programme> find_programme(const std::filesystem::path& folder,
                                                             const std::string& id);

/// The programmes of each organisation, in the order of `config.organisations`.
using Programmes = std::vector<std::vector<wire::Programme>>;
/// The subject names the organisation too.
[[nodiscard]] OperatorResult<Programmes> load_programmes(const std::filesystem::path& folder, const Config& config);

}  // namespace bredvid::app
