// The folder as a whole, and the reader's own tests.
#include "tests/vectors/vector_file.h"

#include <gtest/gtest-spi.h>

#include <cstdio>

namespace bredvid::vectors {
namespace {

// The form whose fields the entry has; the one that asks for most of them when there are several.
const Form* recognise(const Json& entry) {
  const Value value(entry, "");
  const Form* best = nullptr;
  for (const auto& [name, form] : known_forms()) {
    const bool fits =
        std::all_of(form.fields.begin(), form.fields.end(), [&](const char* field) { return value.has(field); });
    if (fits && (best == nullptr || form.fields.size() > best->fields.size())) best = &form;
  }
  return best;
}

TEST(VectorFolder, CanBeRead) {
  const Folder folder = vectors_folder();
  const auto files = files_in(folder.path);
  if (!files && !folder.chosen) GTEST_SKIP() << "VECTORS MISSING: there is no folder " << folder.path;
  ASSERT_TRUE(files.has_value()) << "BREDVID_VECTORS names " << folder.path << ", which is no folder that can be read";
  EXPECT_FALSE(files->empty()) << folder.path << " holds no .json file";
}

// Files under other names: those of a known form are run, the others are named.
TEST(VectorFolder, OtherFiles) {
  std::string strangers;
  for (const std::string& file : files_in(vectors_folder().path).value_or(std::vector<std::string>())) {
    if (known_forms().contains(file)) continue;
    const Json content = Json::parse(read_vector_file(file).value_or(""), nullptr, false);
    const Form* form = content.is_array() && !content.empty() ? recognise(content[0]) : nullptr;
    if (form != nullptr) {
      std::printf("[ VECTORS  ] %s: has the form of %s\n", file.c_str(), form->file);
      run_file(file, *form);
      continue;
    }
    std::printf("[ VECTORS  ] %s: no test knows its name or form, skipped\n", file.c_str());
    strangers += " " + file;
  }
  if (!strangers.empty()) GTEST_SKIP() << "VECTORS UNKNOWN: no test knows" << strangers;
}

const Json& sample() {
  static const Json entry = Json::parse(R"({"a": "00ff1A", "n": 256, "list": [1, 2], "none": null, "odd": "123"})");
  return entry;
}

TEST(VectorFile, Values) {
  const Value value(sample(), "sample");
  EXPECT_EQ(unhex(value["a"]), (Bytes{0, 255, 26}));
  EXPECT_EQ(hex(Bytes{0, 255, 26}), "00ff1a");
  EXPECT_TRUE(unhex(value["none"]).empty());
  EXPECT_EQ(value["n"].number<std::uint16_t>(), 256);
  ASSERT_EQ(value["list"].items().size(), 2U);
  EXPECT_EQ(value["list"].items()[1].place(), "sample.list[1]");
  EXPECT_EQ(value["list"].items()[1].number<int>(), 2);
}

TEST(VectorFile, DamageIsNamed) {
  EXPECT_NONFATAL_FAILURE((void)Value(sample(), "sample")["b"].is_null(), "sample.b is missing");
  EXPECT_NONFATAL_FAILURE((void)Value(sample(), "sample")["n"]["b"].is_null(), "sample.n.b is missing");
  EXPECT_NONFATAL_FAILURE((void)Value(sample(), "sample")["n"].number<std::uint8_t>(), "sample.n is not a number");
  EXPECT_NONFATAL_FAILURE((void)Value(sample(), "sample")["n"].items(), "sample.n is not a list");
  EXPECT_NONFATAL_FAILURE((void)Value(sample(), "sample")["n"].text(), "sample.n is not a text");
  EXPECT_NONFATAL_FAILURE((void)unhex(Value(sample(), "sample")["odd"]), "sample.odd is not hexadecimal");
}

}  // namespace
}  // namespace bredvid::vectors
