// Counts what became of the mutants and prints it when all tests have run: per kind of message, and over all.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "crypto/base/error.h"
#include "tests/mutants/mutate.h"

namespace bredvid::mutants {

// One kind of message, for example "commit (PublicMessage)".
class Kind {
 public:
  void message() { ++messages_; }
  // What became of a mutant: an error's name, or in words why it was rightly taken.
  void outcome(const std::string& name, const Mutant& mutant);

 private:
  friend class Ledger;
  int messages_ = 0;
  int mutants_ = 0;
  std::map<std::string, int> outcomes_;
};

class Ledger {
 public:
  [[nodiscard]] static Ledger& instance();
  [[nodiscard]] Kind& kind(const std::string& name) { return kinds_[name]; }
  void way(const char* way) { ++ways_[way]; }
  void print() const;

 private:
  std::map<std::string, Kind> kinds_;
  std::map<std::string, int> ways_;
};

}  // namespace bredvid::mutants
