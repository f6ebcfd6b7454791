// The given messages, each with its fields and with others of its kind to take fields from.
#pragma once

#include <set>

#include "tests/mutants/ledger.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::mutants {

struct Given {
  std::string place;  // file, entry, field
  Bytes bytes;
  Node node;
};

// The messages of one file.
class Collection {
 public:
  explicit Collection(Structure structure) : structure_(structure) {}
  // Fails the test when the bytes are not such a structure. Gives the message's number.
  std::size_t add(std::string place, Bytes bytes);
  [[nodiscard]] const Given& at(std::size_t index) const { return all_[index]; }
  [[nodiscard]] std::size_t size() const { return all_.size(); }

  // kMutantsPerMessage altered copies. Fields come from the next messages of the same wire format and content type.
  [[nodiscard]] std::vector<Mutant> mutants_of(std::size_t index) const;

 private:
  Structure structure_;
  std::vector<Given> all_;
  std::set<Bytes> genuine_;
};

// Such as "commit (PublicMessage)".
[[nodiscard]] std::string kind_of(const Node& message);

// The failure that a mutant is accepted has to be found again.
[[nodiscard]] std::string describe(const Given& given, const Mutant& mutant);

// The file's entries, or none when it is missing, which skips the test.
[[nodiscard]] vectors::Json read_entries(const std::string& file);

}  // namespace bredvid::mutants

// Defines `name` as the file's entries or skips the test.
#define BREDVID_MUTANTS_OF(name, file)                    \
  const auto name = bredvid::mutants::read_entries(file); \
  if (name.empty())                                       \
  GTEST_SKIP() << "VECTORS MISSING: " << (file) << " is not in " << bredvid::vectors::vectors_folder().path
