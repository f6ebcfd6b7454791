// The built web client, held in memory.
//
// Loaded once at the start: serving touches no file, so no path can lead out of the folder, and a damaged or
// missing build is found before the first visitor. A request's path is looked up as it stands, never decoded.
#pragma once

#include "server/net/operator_error.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bredvid::net {

struct Asset {
  std::string content;
  std::string gzip;        ///< the precompressed twin, empty when the build has none
  std::string etag;        ///< quoted; from the content alone
  std::string_view type;   ///< the value of Content-Type
  bool immutable = false;  ///< its name holds a hash of its content: may be cached for ever
};

/// `name` decides the type and whether it may be cached for ever.
[[nodiscard]] Asset make_asset(std::string content, std::string_view name);

class StaticSite {
 public:
  /// Reads every regular file below `folder`; links and hidden files are left out.
  /// static_missing: no folder, no index.html, or more than limits.h allows. io_failed: a file can't be read.
  [[nodiscard]] static OperatorResult<StaticSite> load(const std::filesystem::path& folder);

  /// `target` as it stands in the request line, query included. Null: nothing here has that name.
  [[nodiscard]] const Asset* find(std::string_view target) const;

  /// The page for unknown addresses: the build's 404.html, or a plain one.
  [[nodiscard]] const Asset& not_found() const { return not_found_; }

  [[nodiscard]] std::size_t size() const { return assets_.size(); }

 private:
  std::map<std::string, Asset, std::less<>> assets_;
  Asset not_found_;
};

/// True for names that a bundler made from the content: a part of at least eight characters out of
/// [A-Za-z0-9_-] between the last '-' (or '.') and the extension, in a folder named assets.
[[nodiscard]] bool is_hashed_name(std::string_view path);

}  // namespace bredvid::net
