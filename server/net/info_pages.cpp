#include "server/net/info_pages.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "server/net/limits.h"

namespace bredvid::net {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kLanguages{"sv", "en", "da", "nb", "fi", "ar", "so"};
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kPrefix = "/info/";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// "-" and then 1 to kMaxInfoNameBytes of a-z, 0-9 and "-".
bool is_name(std::string_view text) {
  return text.size() >= 2 && text.size() <= kMaxInfoNameBytes + 1 && text.front() == '-' &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; });
}

/// "3" or "3-any-name"
std::optional<std::size_t> organisation_number(std::string_view folder) {
  const std::size_t digits = std::min(folder.find_first_not_of("0123456789"), folder.size());
  std::size_t number = 0;
  // Two digits are enough for every organisation there may be; one way alone to write each.
  if (digits == 0 || digits > 2 || (digits == 2 && folder.front() == '0')) return std::nullopt;
  std::from_chars(folder.data(), folder.data() + digits, number);
  const std::string_view rest = folder.substr(digits);
  if (!rest.empty() && !is_name(rest)) return std::nullopt;
  return number;
}

struct PageName {
  std::string page, language;
};

/// "01-rights.sv.md"
std::optional<PageName> page_name(std::string_view file) {
  constexpr std::string_view ending = ".md";
  if (!file.ends_with(ending)) return std::nullopt;
  file.remove_suffix(ending.size());
  const std::size_t dot = file.find('.');
  if (dot == std::string_view::npos || dot < 2) return std::nullopt;
  const std::string_view page = file.substr(0, dot);
  const std::string_view language = file.substr(dot + 1);
  if (!is_digit(page[0]) || !is_digit(page[1]) || !is_name(page.substr(2))) return std::nullopt;
  if (std::ranges::find(kLanguages, language) == kLanguages.end()) return std::nullopt;
  return PageName{std::string(page), std::string(language)};
}

/// What editors leave behind is no mistake.
bool is_left_alone(const std::string& name) {
  return name.starts_with('.') || name.ends_with('~');
}

/// The whole file, at most one byte more than is allowed; nothing: it is no ordinary file or can't be read.
std::optional<std::string> read_ordinary(const fs::path& file) {
  // Not blocking: somebody may have put a pipe there.
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor < 0) return std::nullopt;
  struct stat status{};
  std::optional<std::string> content;
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    content.emplace(kMaxInfoFileBytes + 1, '\0');
    std::size_t have = 0;
    ssize_t more = 0;
    while (have < content->size() && (more = ::read(descriptor, content->data() + have, content->size() - have)) > 0)
      have += static_cast<std::size_t>(more);
    content->resize(have);
    if (more < 0) content.reset();
  }
  ::close(descriptor);
  return content;
}

std::string json_text(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string json = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') json += '\\';
    if (byte < 0x20) {
      json += "\\u00";
      json += hex[byte >> 4];
      json += hex[byte & 15];
    } else {
      json += c;
    }
  }
  return json + '"';
}

/// A file's name may hold anything, also what would begin a line of its own.
std::string printable(std::string text) {
  std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  return text;
}

std::vector<fs::path> entries(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failure;
  for (auto it = fs::directory_iterator(folder, failure); !failure && it != fs::directory_iterator();
       it.increment(failure)) {
    if (!is_left_alone(it->path().filename().string())) found.push_back(it->path());
  }
  std::ranges::sort(found);
  return found;
}

/// How many bytes follow this first one, and the least code point that needs so many; -1: none begins so.
std::pair<int, std::uint32_t> sequence(unsigned char first) {
  if (first < 0x80) return {0, 0};
  if (first >= 0xC0 && first < 0xE0) return {1, 0x80};
  if (first >= 0xE0 && first < 0xF0) return {2, 0x800};
  if (first >= 0xF0 && first < 0xF8) return {3, 0x10000};
  return {-1, 0};
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto [following, least] = sequence(first);
    if (following == 0) continue;
    if (following < 0 || text.size() - i <= static_cast<std::size_t>(following)) return false;
    std::uint32_t point = first & (0x3FU >> following);
    for (int k = 0; k < following; ++k) {
      const auto next = static_cast<unsigned char>(text[++i]);
      if ((next & 0xC0) != 0x80) return false;
      point = point << 6 | (next & 0x3FU);
    }
    if (point < least || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return false;
  }
  return true;
}

std::string_view title_of(std::string_view markdown) {
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find_first_of("\r\n"), markdown.size());
    std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    if (marks == 0 || marks > 6 || (marks < line.size() && line[marks] != ' ')) continue;
    line.remove_prefix(marks);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::size_t last = line.find_last_not_of(" #");
    if (last != std::string_view::npos) return line.substr(0, last + 1);
  }
  return {};
}

void InfoPages::refuse(const fs::path& file, std::string why) {
  if (problems_.size() < kMaxInfoProblems)
    problems_.push_back({printable(file.lexically_relative(root_).string()), std::move(why)});
}

void InfoPages::read_page(const fs::path& file, std::size_t number, std::vector<Page>& pages) {
  auto name = page_name(file.filename().string());
  if (!name) return refuse(file, "is not named like 01-rights.sv.md (sv, en, da, nb, fi, ar or so)");
  std::error_code failure;
  if (fs::is_symlink(file, failure)) return refuse(file, "is a link, and links are not followed");
  auto content = read_ordinary(file);
  if (!content) return refuse(file, "can't be read");
  if (content->size() > kMaxInfoFileBytes)
    return refuse(file, "is larger than " + std::to_string(kMaxInfoFileBytes) + " bytes");
  if (content->starts_with(kByteOrderMark)) content->erase(0, kByteOrderMark.size());
  if (!is_utf8(*content) || content->find('\0') != std::string::npos) return refuse(file, "is not UTF-8 text");
  const std::string title(title_of(*content));
  if (title.empty() || title.size() > kMaxInfoTitleBytes)
    return refuse(file, "has no first heading (\"# Title\") of 1 to " + std::to_string(kMaxInfoTitleBytes) + " bytes");
  if (pages.size() >= kMaxInfoPages)
    return refuse(file, "is one more than the " + std::to_string(kMaxInfoPages) + " that an organisation may have");
  std::string path = std::string(kPrefix) + std::to_string(number) + "/" + name->page + "." + name->language + ".md";
  Asset asset = make_asset(*std::move(content), path);
  assets_.emplace(std::move(path), std::move(asset));
  pages.push_back({std::move(name->page), std::move(name->language), title});
}

void InfoPages::read_organisation(const fs::path& folder, std::size_t number, std::vector<Page>& pages) {
  folders_.push_back(folder);
  for (const fs::path& file : entries(folder)) read_page(file, number, pages);
}

void InfoPages::read_folder(const InfoSource& source, PagesOf& found) {
  root_ = source.folder;
  folders_.push_back(root_);
  std::error_code failure;
  if (!fs::is_directory(root_, failure)) {
    problems_.push_back({printable(root_.string()), "is no folder that can be read"});
    return;
  }
  for (const fs::path& folder : entries(root_)) {
    const bool is_link = fs::is_symlink(folder, failure);
    // A file beside the folders, for example a README, is the operator's own.
    if (!is_link && !fs::is_directory(folder, failure)) continue;
    const auto number = organisation_number(folder.filename().string());
    if (is_link) {
      refuse(folder, "is a link, and links are not followed");
    } else if (!number || *number >= source.organisations.size()) {
      refuse(folder, "must begin with an organisation's place in config.json, 0 to " +
                         std::to_string(source.organisations.size() - 1) + ", for example 0-municipality");
    } else if (found.contains(*number)) {
      refuse(folder, "is a second folder of the same organisation");
    } else {
      read_organisation(folder, *number, found[*number]);
    }
  }
}

InfoPages InfoPages::load(const InfoSource& source) {
  InfoPages made;
  PagesOf found;
  if (!source.folder.empty()) made.read_folder(source, found);
  std::string index = "{\"organisations\":[";
  for (const auto& [number, pages] : found) {
    if (pages.empty()) continue;
    const InfoOrganisation& organisation = source.organisations[number];
    if (index.back() == '}') index += ',';
    index += "{\"number\":" + std::to_string(number) + ",\"kind\":" + json_text(organisation.kind) +
             ",\"name\":" + json_text(organisation.name) + ",\"pages\":[";
    for (const Page& page : pages) {
      if (index.back() == '}') index += ',';
      index += "{\"page\":" + json_text(page.page) + ",\"language\":" + json_text(page.language) +
               ",\"title\":" + json_text(page.title) + "}";
    }
    index += "]}";
  }
  std::string path(kPrefix);
  path += "index.json";
  index += "]}\n";
  made.assets_.emplace(path, make_asset(std::move(index), path));
  return made;
}

const Asset* InfoPages::find(std::string_view target) const {
  const auto found = assets_.find(target.substr(0, target.find('?')));
  return found == assets_.end() ? nullptr : &found->second;
}

bool InfoPages::same_as(const InfoPages& other) const {
  const auto same = [](const auto& a, const auto& b) { return a.first == b.first && a.second.etag == b.second.etag; };
  return std::ranges::equal(assets_, other.assets_, same) && problems_ == other.problems_ && folders_ == other.folders_;
}

}  // namespace bredvid::net
