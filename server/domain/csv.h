// Lines of a table that a spreadsheet opens with a double click, whatever is in them.
//
// RFC 4180 with ';' between the cells and a byte order mark at the beginning: so Excel takes the file for UTF-8 and
// puts each cell in its column, where commas belong to numbers (as in Swedish), and LibreOffice does too. A cell that a
// spreadsheet would run as a formula (it begins with = + - @, a tab or a line's end) gets a ' in front, which makes it
// text. The same cells give the same bytes. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bredvid::domain {

/// U+FEFF in UTF-8, once, before the first line.
inline constexpr std::string_view kCsvStart = "\xEF\xBB\xBF";

[[nodiscard]] std::string csv_cell(std::string_view text);
/// The cells and the line's end, CRLF.
[[nodiscard]] std::string csv_line(std::span<const std::string> cells);

}  // namespace bredvid::domain
