#include "server/net/static_site.h"

#include "server/net/limits.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <utility>

namespace bredvid::net {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPlainNotFound =
    "<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>404</title>"
    "<p>Sidan finns inte. <a href=\"/\">Till början</a></p>"
    "<p lang=\"en\">There is no such page. <a href=\"/\">Start</a></p></html>\n";

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".ftl", "text/plain; charset=utf-8"},
    {".md", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".pdf", "application/pdf"},
}};

std::string_view type_of(std::string_view path) {
  for (const auto& [ending, type] : types) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

std::optional<std::string> read_file(const fs::path& path, std::uintmax_t size) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string content(size, '\0');
  in.read(content.data(), static_cast<std::streamsize>(size));
  if (static_cast<std::uintmax_t>(in.gcount()) != size) return std::nullopt;
  return content;
}

// Half of a SHA-256 is plenty to tell two versions of a file apart.
std::string etag_of(std::string_view content) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  EVP_Digest(content.data(), content.size(), digest.data(), &length, EVP_sha256(), nullptr);
  constexpr std::string_view hex = "0123456789abcdef";
  std::string tag = "\"";
  for (std::size_t i = 0; i < 16; ++i) {
    tag += hex[digest[i] >> 4];
    tag += hex[digest[i] & 15];
  }
  return tag + '"';
}

bool is_hidden(const fs::path& relative) {
  return std::ranges::any_of(relative, [](const fs::path& part) { return part.string().starts_with('.'); });
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::unexpected<OperatorError> missing(std::string why) {
  return operator_fail(ErrorCode::static_missing, std::move(why));
}

}  // namespace

bool is_hashed_name(std::string_view path) {
  if (!path.starts_with("/assets/")) return false;
  const std::string_view file = path.substr(path.rfind('/') + 1);
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view stem = file.substr(0, dot);
  // A hash may hold '-' itself, so the last eight characters are looked at and what stands before them.
  constexpr std::size_t kHashLength = 8;
  if (stem.size() < kHashLength + 2) return false;
  const char separator = stem[stem.size() - kHashLength - 1];
  return (separator == '-' || separator == '.') &&
         std::ranges::all_of(stem.substr(stem.size() - kHashLength), is_name_character);
}

Asset make_asset(std::string content, std::string_view name) {
  std::string etag = etag_of(content);
  return Asset{std::move(content), {}, std::move(etag), type_of(name), is_hashed_name(name)};
}

OperatorResult<StaticSite> StaticSite::load(const fs::path& folder) {
  StaticSite site;
  std::error_code failure;
  if (!fs::is_directory(folder, failure)) return missing(folder.string());
  std::map<std::string, std::string> twins;
  std::size_t bytes = 0;
  for (auto it = fs::recursive_directory_iterator(folder, failure);
       !failure && it != fs::recursive_directory_iterator(); it.increment(failure)) {
    if (!it->is_regular_file() || it->is_symlink()) continue;
    const fs::path relative = it->path().lexically_relative(folder);
    if (is_hidden(relative)) continue;
    const std::uintmax_t size = it->file_size();
    bytes += size;
    if (bytes > kMaxSiteBytes || site.assets_.size() + twins.size() >= kMaxSiteFiles) {
      return missing(folder.string() + " is larger than a web client can be");
    }
    auto content = read_file(it->path(), size);
    if (!content) return operator_fail(ErrorCode::io_failed, it->path().string());
    std::string name = "/" + relative.generic_string();
    if (name.ends_with(".gz")) {
      twins.emplace(name.substr(0, name.size() - 3), *std::move(content));
    } else {
      Asset asset = make_asset(*std::move(content), name);
      site.assets_.emplace(std::move(name), std::move(asset));
    }
  }
  if (failure) return operator_fail(ErrorCode::io_failed, folder.string());
  for (auto& [name, content] : twins) {
    if (const auto found = site.assets_.find(name); found != site.assets_.end())
      found->second.gzip = std::move(content);
  }
  const auto index = site.assets_.find("/index.html");
  if (index == site.assets_.end()) return missing(folder.string() + " holds no index.html");
  const auto page = site.assets_.find("/404.html");
  site.not_found_ = page != site.assets_.end() ? page->second : make_asset(std::string(kPlainNotFound), ".html");
  return site;
}

const Asset* StaticSite::find(std::string_view target) const {
  const std::string_view path = target.substr(0, target.find('?'));
  const auto found = assets_.find(path == "/" ? std::string_view("/index.html") : path);
  return found == assets_.end() ? nullptr : &found->second;
}

}  // namespace bredvid::net
