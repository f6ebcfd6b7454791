#include "server/domain/csv.h"

namespace bredvid::domain {
namespace {

constexpr char kSeparator = ';';
/// What begins a formula, or is skipped by a spreadsheet that then finds one.
constexpr std::string_view kDangerous = "=+-@\t\r\n";
/// The comma stands here for programs that guess the separator.
constexpr std::string_view kQuoted = ";,\"\t\r\n";

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell;
  if (!text.empty() && kDangerous.find(text.front()) != std::string_view::npos) cell = "'";
  cell += text;
  if (cell.find_first_of(kQuoted) == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_line(std::span<const std::string> cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += kSeparator;
    line += csv_cell(cells[i]);
  }
  return line + "\r\n";
}

}  // namespace bredvid::domain
