// The information pages of the organisations: Markdown files in a folder that the operator owns, held in memory.
//
//   FOLDER/<number>[-any-name]/<NN>-<name>.<language>.md
//
// The number is the organisation's place in config.json, from 0. A page's title is its first heading. Whatever is not
// as it should be (a name, the size, UTF-8, no heading, a link) is a problem with a sentence for the operator, and
// that file alone is missing. A request's path is looked up as it stands: no path leads out of the folder, and no link
// does, because links are not followed.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/net/static_site.h"

namespace bredvid::net {

struct InfoOrganisation {
  std::string name;
  std::string_view kind;  ///< "municipality" or "association"
};

struct InfoSource {
  /// empty: this server has no such pages
  std::filesystem::path folder{};
  std::vector<InfoOrganisation> organisations{};
};

struct InfoProblem {
  std::string file;  ///< below the folder, safe to print
  std::string why;
  bool operator==(const InfoProblem&) const = default;
};

class InfoPages {
 public:
  /// Never fails: what can't be served is among the problems.
  [[nodiscard]] static InfoPages load(const InfoSource& source);

  /// /info/index.json and /info/<number>/<page>.<language>.md; null: nothing here has that name.
  [[nodiscard]] const Asset* find(std::string_view target) const;
  /// Each page counts once in each of its languages.
  [[nodiscard]] std::size_t count() const { return assets_.size() - 1; }
  [[nodiscard]] const std::vector<InfoProblem>& problems() const { return problems_; }
  /// To be watched for changes.
  [[nodiscard]] const std::vector<std::filesystem::path>& folders() const { return folders_; }
  /// The same pages with the same words, and the same problems.
  [[nodiscard]] bool same_as(const InfoPages& other) const;

 private:
  struct Page {
    std::string page, language, title;
  };
  using PagesOf = std::map<std::size_t, std::vector<Page>>;

  void read_folder(const InfoSource& source, PagesOf& found);
  void read_organisation(const std::filesystem::path& folder, std::size_t number, std::vector<Page>& pages);
  void read_page(const std::filesystem::path& file, std::size_t number, std::vector<Page>& pages);
  void refuse(const std::filesystem::path& file, std::string why);

  std::map<std::string, Asset, std::less<>> assets_;
  std::vector<InfoProblem> problems_;
  std::vector<std::filesystem::path> folders_;
  std::filesystem::path root_;
};

/// Strict UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

/// The first heading's text; empty when there is none.
[[nodiscard]] std::string_view title_of(std::string_view markdown);

}  // namespace bredvid::net
