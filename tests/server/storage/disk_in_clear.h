// What lies on the disk, decrypted without SQLite: freed bytes and free pages are still to be seen.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace bredvid::storage {

[[nodiscard]] std::vector<std::uint8_t> read_file(const std::filesystem::path& path);
/// Every page of a database's file in clear, in their order; of the first one without its salt.
[[nodiscard]] std::vector<std::vector<std::uint8_t>> pages_in_clear(const std::filesystem::path& file);
/// Every page of bredvid.db and of its log in clear, used or free, and the files beside them.
[[nodiscard]] std::vector<std::uint8_t> everything_in_clear(const std::filesystem::path& folder);

}  // namespace bredvid::storage
