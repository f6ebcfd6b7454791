#include "tests/mutants/ledger.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace bredvid::mutants {
namespace {

// The most frequent first.
std::string ranked(const std::map<std::string, int>& counts) {
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [name, count] : counts) order.emplace_back(-count, name);
  std::sort(order.begin(), order.end());
  std::string text;
  for (const auto& [count, name] : order) {
    text += (text.empty() ? "" : ", ") + name + " " + std::to_string(-count);
  }
  return text;
}

class PrintAtTheEnd final : public testing::Environment {
 public:
  void TearDown() override { Ledger::instance().print(); }
};
[[maybe_unused]] const testing::Environment* const kAtTheEnd =
    testing::AddGlobalTestEnvironment(new PrintAtTheEnd);  // GoogleTest owns it

}  // namespace

void Kind::outcome(const std::string& name, const Mutant& mutant) {
  ++mutants_;
  ++outcomes_[name];
  Ledger::instance().way(mutant.way);
}

Ledger& Ledger::instance() {
  static Ledger ledger;
  return ledger;
}

void Ledger::print() const {
  int messages = 0;
  int mutants = 0;
  std::map<std::string, int> outcomes;
  for (const auto& [name, kind] : kinds_) {
    messages += kind.messages_;
    mutants += kind.mutants_;
    for (const auto& [outcome, count] : kind.outcomes_) outcomes[outcome] += count;
    std::printf("[ MUTANTS  ] %s: %d messages, %d mutants: %s\n", name.c_str(), kind.messages_, kind.mutants_,
                ranked(kind.outcomes_).c_str());
  }
  if (mutants == 0) return;
  std::printf("[ MUTANTS  ] made by: %s\n", ranked(ways_).c_str());
  std::printf("[ MUTANTS  ] all together (seed %llu): %d messages, %d mutants: %s\n",
              static_cast<unsigned long long>(run_seed()), messages, mutants, ranked(outcomes).c_str());
}

}  // namespace bredvid::mutants
