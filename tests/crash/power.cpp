#include "tests/crash/power.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace bredvid::crash {
namespace {

namespace fs = std::filesystem;

/// Of a thousand: nothing, hardly anything, half, nearly everything, everything that was not synced.
constexpr std::uint32_t kKept[] = {0, 100, 500, 900, 1000};
constexpr std::uint32_t kTorn[] = {0, 300, 1000};
constexpr std::uint64_t kReserveLostOneIn = 4;

std::uint64_t inode_of(const fs::path& path) {
  struct stat info{};
  if (::stat(path.c_str(), &info) != 0) throw std::runtime_error("stat " + path.string());
  return info.st_ino;
}

FileBytes read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  FileBytes bytes(fs::file_size(path));
  if (!in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
    throw std::runtime_error("read " + path.string());
  return bytes;
}

void write_file(const fs::path& path, const FileBytes& bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool written = file >= 0 && ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  if (file >= 0) ::close(file);
  if (!written) throw std::runtime_error("write " + path.string());
}

/// Its bytes are nothing to anybody: it is there after a cut, or it is not.
bool is_reserve(const fs::path& path) {
  return path.filename() == "reserve";
}

bool kept_over_a_reboot(const fs::directory_entry& entry) {
  return entry.is_regular_file() && !entry.path().string().ends_with("-shm") && !is_reserve(entry.path());
}

}  // namespace

Surroundings PowerCut::before(const fs::path& data) {
  disk_ = {};
  folders_ = {{data.string(), inode_of(data)}};
  for (const auto& entry : fs::recursive_directory_iterator(data)) {
    const std::string path = entry.path().string();
    if (entry.is_directory()) folders_[path] = inode_of(path);
    if (!kept_over_a_reboot(entry)) continue;
    const std::uint64_t inode = inode_of(path);
    disk_.names[path] = inode;
    disk_.files[inode] = read_file(path);
  }
  fs::remove(folder_.path() / "record");
  Surroundings all = more_;
  all.preload.emplace_back(BREDVID_RECORDER);
  all.environment.emplace_back("BREDVID_RECORD", (folder_.path() / "record").string());
  all.environment.emplace_back("BREDVID_RECORD_FOLDER", data.string());
  return all;
}

void PowerCut::after(const fs::path& data, Chance& chance) {
  // A process that died before it had begun has written nothing down.
  const fs::path record = folder_.path() / "record";
  std::vector<Change> changes;
  if (fs::exists(record)) changes = read_record(read_file(record));
  changes_ += changes.size();
  for (const Change& change : changes) syncs_ += change.kind == Change::Kind::sync_end ? 1 : 0;
  const Cut cut{kKept[below(chance, std::size(kKept))], kTorn[below(chance, std::size(kTorn))]};
  const Disk left = after_cut(disk_, std::move(changes), folders_, cut, chance);
  std::vector<fs::path> old;
  for (const auto& entry : fs::recursive_directory_iterator(data)) {
    if (entry.is_directory() || (is_reserve(entry.path()) && below(chance, kReserveLostOneIn) != 0)) continue;
    old.push_back(entry.path());
  }
  for (const fs::path& path : old) fs::remove(path);
  for (const auto& [path, file] : left.names) {
    if (is_reserve(path)) continue;
    const auto bytes = left.files.find(file);
    write_file(path, bytes == left.files.end() ? FileBytes{} : bytes->second);
  }
}

}  // namespace bredvid::crash
