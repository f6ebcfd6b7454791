// Mutants of every proposal and commit of the recorded groups, given to the group in the state that was about to
// receive the original: each is refused and the stored state is byte for byte what it was; then the original is taken.
#include <algorithm>

#include "tests/mutants/given.h"
#include "tests/vectors/passive_entry.h"

namespace bredvid::mutants {
namespace {

using mls::Group;
using vectors::Json;
using vectors::Value;

Bytes stored(const Group& group) {
  return to_bytes(group.serialize().view());
}
bool is_stored_as(const Group& group, const Bytes& before) {
  return equal_public(group.serialize().view(), before);
}

// A message with its number in the file's collection.
struct Numbered {
  std::size_t index;
};
struct Epoch {
  std::vector<Numbered> proposals;
  Numbered commit;
};
struct Recording {
  Value entry;
  std::vector<Epoch> epochs;
};

// Tries every mutant of one message on the group.
void attack(Group& group, const Collection& collection, Numbered message, const mls::PskLookup& lookup) {
  const Given& given = collection.at(message.index);
  Kind& kind = Ledger::instance().kind(kind_of(given.node));
  kind.message();
  const Bytes before = stored(group);
  for (const Mutant& mutant : collection.mutants_of(message.index)) {
    const auto done = group.process(mutant.bytes, lookup, {});
    EXPECT_FALSE(done.has_value()) << "ACCEPTED " << describe(given, mutant);
    const bool unchanged = is_stored_as(group, before);
    EXPECT_TRUE(unchanged) << "CHANGED THE STATE " << describe(given, mutant);
    kind.outcome(done ? "ACCEPTED" : error_name(done.error()), mutant);
    if (done || !unchanged) group = std::move(*Group::restore(before));
  }
}

// False when the original is refused too, which is right only for what the product refuses by design.
bool take(Group& group, const Collection& collection, Numbered message, const mls::PskLookup& lookup) {
  const Bytes before = stored(group);
  const auto done = group.process(collection.at(message.index).bytes, lookup, {});
  if (done) {
    EXPECT_FALSE(is_stored_as(group, before)) << collection.at(message.index).place << " did nothing";
    return true;
  }
  EXPECT_STREQ(error_name(done.error()), "external_proposal_unsupported") << collection.at(message.index).place;
  EXPECT_TRUE(is_stored_as(group, before));
  return false;
}

void attack_recording(const Recording& recording, const Collection& collection) {
  const mls::PskLookup lookup = vectors::lookup_in(recording.entry);
  auto joined = vectors::join_with(vectors::invitation(recording.entry), recording.entry);
  ASSERT_TRUE(joined.has_value()) << recording.entry.place() << ": " << error_name(joined.error());
  for (const Epoch& epoch : recording.epochs) {
    for (Numbered proposal : epoch.proposals) {
      attack(*joined, collection, proposal, lookup);
      if (!take(*joined, collection, proposal, lookup)) return;
    }
    attack(*joined, collection, epoch.commit, lookup);
    if (!take(*joined, collection, epoch.commit, lookup)) return;
  }
}

void attack_file(const std::string& file) {
  BREDVID_MUTANTS_OF(entries, file);
  Collection collection(Structure::message);
  const auto number = [&](const Value& message) {
    return Numbered{collection.add(message.place(), vectors::unhex(message))};
  };
  std::vector<Recording> recordings;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Value entry(entries[i], file + " entry " + std::to_string(i));
    if (!vectors::is_suite(entry, vectors::kSuite3)) continue;
    Recording recording{entry, {}};
    for (const Value& epoch : entry["epochs"].items()) {
      Epoch made;
      for (const Value& proposal : epoch["proposals"].items()) made.proposals.push_back(number(proposal));
      made.commit = number(epoch["commit"]);
      recording.epochs.push_back(std::move(made));
    }
    recordings.push_back(std::move(recording));
  }
  for (const Recording& recording : recordings) attack_recording(recording, collection);
}

TEST(GroupMutants, HandlingCommit) {
  attack_file("passive-client-handling-commit.json");
}
TEST(GroupMutants, RandomTsMls) {
  attack_file("passive-random-tsmls.json");
}
TEST(GroupMutants, RandomOpenMls) {
  attack_file("passive-random-openmls.json");
}
TEST(GroupMutants, ExpiredLifetimes) {
  attack_file("passive-expired-lifetimes.json");
}
TEST(GroupMutants, InteropCommit) {
  attack_file("interop-commit.json");
}
TEST(GroupMutants, InteropExternalJoin) {
  attack_file("interop-external-join.json");
}
TEST(GroupMutants, InteropExternalProposals) {
  attack_file("interop-external-proposals.json");
}

}  // namespace
}  // namespace bredvid::mutants
