#include "tests/crash/recording.h"

#include <algorithm>
#include <cstring>

namespace bredvid::crash {
namespace {

/// struct record of preload/recorder.c
struct Head {
  std::uint32_t kind;
  std::uint32_t path_size;
  std::uint64_t file;
  std::uint64_t at;
  std::uint64_t size;
};
static_assert(sizeof(Head) == 32);

bool in_thousand(std::mt19937_64& chance, std::uint32_t limit) {
  return std::uniform_int_distribution<std::uint32_t>(0, 999)(chance) < limit;
}

void write_at(FileBytes& file, std::uint64_t at, std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) return;
  if (file.size() < at + bytes.size()) file.resize(at + bytes.size());
  std::ranges::copy(bytes, file.begin() + static_cast<std::ptrdiff_t>(at));
}

void apply(FileBytes& file, const Change& change) {
  if (change.kind == Change::Kind::truncate)
    file.resize(change.at);
  else
    write_at(file, change.at, change.bytes);
}

/// The sectors that a torn write reached: each or not.
void apply_torn(FileBytes& file, const Change& change, std::mt19937_64& chance) {
  std::uint64_t done = 0;
  while (done < change.bytes.size()) {
    const std::uint64_t here = change.at + done;
    const std::uint64_t part =
        std::min<std::uint64_t>(change.bytes.size() - done, kSector_bytes - here % kSector_bytes);
    if (in_thousand(chance, 500)) write_at(file, here, std::span(change.bytes).subspan(done, part));
    done += part;
  }
}

bool of_bytes(const Change& change) {
  return change.kind == Change::Kind::write || change.kind == Change::Kind::truncate;
}
bool of_names(const Change& change) {
  return !change.path.empty();
}

std::string folder_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

/// For each file or folder: the place in the record up to which it is safe.
std::map<std::uint64_t, std::size_t> safe_until(const std::vector<Change>& changes) {
  std::map<std::uint64_t, std::size_t> began;
  std::map<std::uint64_t, std::size_t> safe;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Change& change = changes[i];
    if (change.kind == Change::Kind::sync_begin) began[change.at] = i;
    if (change.kind != Change::Kind::sync_end) continue;
    const auto begin = began.find(change.at);
    if (begin != began.end()) safe[change.file] = std::max(safe[change.file], begin->second);
  }
  return safe;
}

void apply_name(std::map<std::string, std::uint64_t>& names, const Change& change) {
  if (change.kind == Change::Kind::named) {
    names[change.path] = change.file;
  } else if (change.kind == Change::Kind::unlink) {
    names.erase(change.path);
  } else if (const auto from = names.find(change.path); from != names.end()) {
    const std::uint64_t file = from->second;
    names.erase(from);
    names[change.to] = file;
  }
}

/// File systems use an inode's number again: from here on every file has a number of its own. What was only opened
/// (it had its name already) is no change of names.
void renumber(const Disk& before, std::vector<Change>& changes) {
  std::map<std::string, std::uint64_t> names = before.names;
  std::map<std::uint64_t, std::uint64_t> number_of;
  for (const auto& [path, file] : before.names) number_of[file] = file;
  std::uint64_t next = std::uint64_t{1} << 63;
  for (Change& change : changes) {
    const auto number = number_of.find(change.file);
    if (change.kind == Change::Kind::named) {
      const auto known = names.find(change.path);
      if (known != names.end() && number != number_of.end() && known->second == number->second) {
        change.path.clear();
        continue;
      }
      number_of[change.file] = next;
      change.file = next++;
    } else if (number != number_of.end()) {
      change.file = number->second;
    }
    if (of_names(change)) apply_name(names, change);
  }
}

}  // namespace

std::vector<Change> read_record(std::span<const std::uint8_t> bytes) {
  std::vector<Change> changes;
  while (bytes.size() >= sizeof(Head)) {
    Head head;
    std::memcpy(&head, bytes.data(), sizeof head);
    if (bytes.size() - sizeof head < head.path_size + head.size) break;
    bytes = bytes.subspan(sizeof head);
    Change change{static_cast<Change::Kind>(head.kind), head.file, head.at, {}, {}, {}};
    const std::string path(reinterpret_cast<const char*>(bytes.data()), head.path_size);
    change.path = path.substr(0, path.find('\0'));
    if (change.kind == Change::Kind::rename)
      change.to = path.substr(change.path.size() + 1, path.size() - change.path.size() - 2);
    const auto payload = bytes.subspan(head.path_size, head.size);
    change.bytes.assign(payload.begin(), payload.end());
    bytes = bytes.subspan(head.path_size + head.size);
    changes.push_back(std::move(change));
  }
  return changes;
}

Disk after_cut(const Disk& before, std::vector<Change> changes, const std::map<std::string, std::uint64_t>& folders,
               Cut cut, std::mt19937_64& chance) {
  renumber(before, changes);
  Disk disk = before;
  const auto safe = safe_until(changes);
  const auto is_safe = [&](std::uint64_t number, std::size_t place) {
    const auto found = safe.find(number);
    return found != safe.end() && place < found->second;
  };
  bool names_go_on = true;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Change& change = changes[i];
    if (of_names(change)) {
      const auto folder = folders.find(folder_of(change.path));
      const bool synced = folder != folders.end() && is_safe(folder->second, i);
      if (!synced) names_go_on = names_go_on && in_thousand(chance, cut.kept);
      if (synced || names_go_on) apply_name(disk.names, change);
    }
    if (!of_bytes(change)) continue;
    FileBytes& file = disk.files[change.file];
    if (is_safe(change.file, i)) {
      apply(file, change);
    } else if (in_thousand(chance, cut.kept)) {
      if (change.kind == Change::Kind::write && in_thousand(chance, cut.torn))
        apply_torn(file, change, chance);
      else
        apply(file, change);
    }
  }
  return disk;
}

}  // namespace bredvid::crash
