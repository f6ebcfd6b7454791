// Mutants of what a newcomer gets: Welcomes, the trees beside them, key packages, and the GroupInfos inside Welcomes.
//
// One kind of mutant of a Welcome is rightly taken: an altered part that is meant for another receiver. It is not ours
// to check, and it must leave no trace: the joined group is byte for byte the original's.
#include "crypto/mls/key_schedule.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "tests/mutants/given.h"
#include "tests/vectors/passive_entry.h"

namespace bredvid::mutants {
namespace {

using mls::Group;
using vectors::Invitation;
using vectors::Json;
using vectors::Value;

constexpr const char* kForOthers = "a part meant for another receiver (joined the same group)";

// What a Welcome holds for one receiver, read by the test's own grammar.
struct OurPart {
  Bytes suite;
  Bytes secret;
  Bytes group_info;
  bool operator==(const OurPart&) const = default;
};
std::optional<OurPart> our_part(ByteView welcome, const Bytes& reference) {
  const auto node = parse(Structure::message, welcome);
  if (!node || find(*node, "secrets") == nullptr) return std::nullopt;
  for (const Node& secret : find(*node, "secrets")->children) {
    if (find(secret, "new_member")->bytes != reference) continue;
    return OurPart{find(*node, "cipher_suite")->bytes, secret.write(), find(*node, "encrypted_group_info")->bytes};
  }
  return std::nullopt;
}

struct Entry {
  Value value;
  std::size_t welcome;
  std::size_t key_package;
};

// All that the entries of suite 3 of one file bring.
struct Fixture {
  Collection welcomes{Structure::message};
  Collection key_packages{Structure::message};
  std::vector<Entry> entries;

  Fixture(const Json& json, const std::string& file) {
    for (std::size_t i = 0; i < json.size(); ++i) {
      const Value entry(json[i], file + " entry " + std::to_string(i));
      if (!vectors::is_suite(entry, vectors::kSuite3)) continue;
      const std::size_t welcome = welcomes.add(entry.place() + ".welcome", vectors::unhex(entry["welcome"]));
      const std::size_t package =
          key_packages.add(entry.place() + ".key_package", vectors::unhex(entry["key_package"]));
      entries.push_back({entry, welcome, package});
    }
  }
};

void attack_welcome(const Fixture& fixture, const Entry& entry) {
  Invitation given = vectors::invitation(entry.value);
  const auto original = vectors::join_with(given, entry.value);
  ASSERT_TRUE(original.has_value()) << entry.value.place() << ": " << error_name(original.error());
  const SecretBytes state = original->serialize();
  const auto reference = mls::key_package_reference(given.bundle.key_package);
  ASSERT_TRUE(reference.has_value());
  const auto ours = our_part(given.welcome, *reference);
  ASSERT_TRUE(ours.has_value());

  Kind& kind = Ledger::instance().kind("Welcome");
  kind.message();
  for (const Mutant& mutant : fixture.welcomes.mutants_of(entry.welcome)) {
    given.welcome = mutant.bytes;
    const auto joined = vectors::join_with(given, entry.value);
    kind.outcome(joined ? kForOthers : error_name(joined.error()), mutant);
    if (!joined) continue;
    const Given& message = fixture.welcomes.at(entry.welcome);
    EXPECT_EQ(our_part(mutant.bytes, *reference), ours) << "ACCEPTED " << describe(message, mutant);
    EXPECT_TRUE(equal_public(joined->serialize().view(), state.view()))
        << "ANOTHER GROUP " << describe(message, mutant);
  }
}

void attack_key_package(const Fixture& fixture, const Entry& entry) {
  Kind& kind = Ledger::instance().kind("KeyPackage");
  kind.message();
  const Given& given = fixture.key_packages.at(entry.key_package);
  ASSERT_TRUE(mls::inspect_key_package(given.bytes).has_value()) << given.place;
  for (const Mutant& mutant : fixture.key_packages.mutants_of(entry.key_package)) {
    const auto done = mls::inspect_key_package(mutant.bytes);
    EXPECT_FALSE(done.has_value()) << "ACCEPTED " << describe(given, mutant);
    kind.outcome(done ? "ACCEPTED" : error_name(done.error()), mutant);
  }
}

// The GroupInfo inside the entry's Welcome, as a message. Secrets of the vector are used to open it.
Result<Bytes> group_info_in(const Value& entry) {
  const Invitation given = vectors::invitation(entry);
  BREDVID_TRY(welcome, mls::decode_message<mls::Welcome>(given.welcome));
  BREDVID_TRY(reference, mls::key_package_reference(given.bundle.key_package));
  BREDVID_TRY(secrets, mls::decrypt_group_secrets(welcome, reference, given.bundle.init_private.view()));
  std::vector<mls::Psk> psks;
  for (const mls::PreSharedKeyId& id : secrets.psks) {
    auto secret = vectors::lookup_in(entry)(id.psk_id);
    if (!secret) return std::unexpected(CryptoError::missing_psk);
    psks.push_back({id, std::move(*secret)});
  }
  BREDVID_TRY(info, mls::decrypt_group_info(welcome.encrypted_group_info,
                                            mls::welcome_secret(secrets.joiner_secret, mls::psk_secret(psks))));
  return mls::encode_message(std::move(info));
}

void attack_group_infos(const Fixture& fixture) {
  Collection infos(Structure::message);
  for (const Entry& entry : fixture.entries) {
    const auto info = group_info_in(entry.value);
    ASSERT_TRUE(info.has_value()) << entry.value.place() << ": " << error_name(info.error());
    infos.add(entry.value.place() + ".welcome.group_info", *info);
  }
  Kind& kind = Ledger::instance().kind("GroupInfo");
  for (std::size_t i = 0; i < infos.size(); ++i) {
    kind.message();
    const std::optional<Bytes> tree = vectors::invitation(fixture.entries[i].value).tree;
    std::optional<ByteView> beside;
    if (tree) beside = *tree;
    ASSERT_TRUE(mls::inspect_group_info(infos.at(i).bytes, beside).has_value()) << infos.at(i).place;
    for (const Mutant& mutant : infos.mutants_of(i)) {
      const auto done = mls::inspect_group_info(mutant.bytes, beside);
      EXPECT_FALSE(done.has_value()) << "ACCEPTED " << describe(infos.at(i), mutant);
      kind.outcome(done ? "ACCEPTED" : error_name(done.error()), mutant);
    }
  }
}

// Trees beside: those that the file gives, and the others' as if they had been given.
void attack_trees(const Fixture& fixture) {
  Collection trees(Structure::ratchet_tree);
  for (const Entry& entry : fixture.entries) {
    const auto joined = vectors::join_with(vectors::invitation(entry.value), entry.value);
    ASSERT_TRUE(joined.has_value());
    trees.add(entry.value.place() + ".ratchet_tree", joined->ratchet_tree());
  }
  Kind& kind = Ledger::instance().kind("ratchet tree beside a Welcome");
  for (std::size_t i = 0; i < trees.size(); ++i) {
    kind.message();
    const Value& entry = fixture.entries[i].value;
    Invitation given = vectors::invitation(entry);
    given.tree = trees.at(i).bytes;
    ASSERT_TRUE(vectors::join_with(given, entry).has_value()) << trees.at(i).place;
    for (const Mutant& mutant : trees.mutants_of(i)) {
      given.tree = mutant.bytes;
      const auto done = vectors::join_with(given, entry);
      EXPECT_FALSE(done.has_value()) << "ACCEPTED " << describe(trees.at(i), mutant);
      kind.outcome(done ? "ACCEPTED" : error_name(done.error()), mutant);
    }
  }
}

class JoinMutants : public testing::TestWithParam<const char*> {};

TEST_P(JoinMutants, Refused) {
  BREDVID_MUTANTS_OF(json, GetParam());
  const Fixture fixture(json, GetParam());
  for (const Entry& entry : fixture.entries) {
    attack_welcome(fixture, entry);
    attack_key_package(fixture, entry);
  }
  attack_group_infos(fixture);
  attack_trees(fixture);
}

std::string test_name(const testing::TestParamInfo<const char*>& info) {
  std::string name = info.param;
  name.resize(name.find('.'));
  std::erase(name, '-');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Files, JoinMutants, testing::ValuesIn(vectors::kPassiveFiles), test_name);

}  // namespace
}  // namespace bredvid::mutants
