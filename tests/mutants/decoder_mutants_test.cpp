// Without a group: a mutant is refused, or it is the one form of what it decodes to.
#include "crypto/mls/message.h"
#include "crypto/mls/ratchet_tree.h"
#include "tests/mutants/given.h"
#include "tests/vectors/passive_entry.h"

namespace bredvid::mutants {
namespace {

using vectors::Json;
using vectors::Value;

// Decodes and writes again.
using Rewrite = Result<Bytes> (*)(ByteView bytes);

template <typename T>
Result<Bytes> rewrite(ByteView bytes) {
  BREDVID_TRY(decoded, tls::decode<T>(bytes));
  return tls::encode(decoded);
}

// A proposal's body without its type.
template <std::uint16_t type>
Result<Bytes> rewrite_body(ByteView bytes) {
  tls::Reader reader(bytes);
  const mls::Proposal proposal = mls::decode_body(reader, type);
  BREDVID_CHECK(reader.finish());
  tls::Writer writer;
  mls::encode_body(writer, proposal);
  return writer.take();
}

// Two trees that differ have different hashes: a decoder that dropped something would show here.
Result<Bytes> rewrite_tree(ByteView bytes) {
  BREDVID_TRY(tree, tls::decode<mls::RatchetTree>(bytes));
  return tls::encode(tree);
}

void attack(const Collection& collection, Rewrite rewrite, const std::string& name) {
  for (std::size_t i = 0; i < collection.size(); ++i) {
    const Given& given = collection.at(i);
    const auto original = rewrite(given.bytes);
    ASSERT_TRUE(original.has_value()) << given.place << ": " << error_name(original.error());
    ASSERT_TRUE(*original == given.bytes) << given.place;
    Kind& kind = Ledger::instance().kind("decoder: " + (name.empty() ? kind_of(given.node) : name));
    kind.message();
    for (const Mutant& mutant : collection.mutants_of(i)) {
      const auto done = rewrite(mutant.bytes);
      EXPECT_TRUE(!done || *done == mutant.bytes) << "two forms: " << describe(given, mutant);
      kind.outcome(done ? "another value in its only form" : error_name(done.error()), mutant);
    }
  }
}

void attack_field(const Json& entries, const char* file, const char* field, Structure structure, Rewrite rewrite,
                  const std::string& name) {
  Collection collection(structure);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Value entry(entries[i], std::string(file) + " entry " + std::to_string(i));
    collection.add(entry.place() + "." + field, vectors::unhex(entry[field]));
  }
  attack(collection, rewrite, name);
}

TEST(DecoderMutants, Messages) {
  constexpr const char* kFile = "messages.json";
  BREDVID_MUTANTS_OF(entries, kFile);
  for (const char* field : {"mls_welcome", "mls_group_info", "mls_key_package", "public_message_application",
                            "public_message_proposal", "public_message_commit", "private_message"}) {
    attack_field(entries, kFile, field, Structure::message, rewrite<mls::MlsMessage>, "");
  }
  attack_field(entries, kFile, "ratchet_tree", Structure::ratchet_tree, rewrite<mls::RatchetTree>, "ratchet tree");
  attack_field(entries, kFile, "group_secrets", Structure::group_secrets, rewrite<mls::GroupSecrets>, "GroupSecrets");
  attack_field(entries, kFile, "commit", Structure::commit, rewrite<mls::Commit>, "Commit");
}

TEST(DecoderMutants, Proposals) {
  constexpr const char* kFile = "messages.json";
  BREDVID_MUTANTS_OF(entries, kFile);
  attack_field(entries, kFile, "add_proposal", Structure::add, rewrite_body<1>, "Add");
  attack_field(entries, kFile, "update_proposal", Structure::update, rewrite_body<2>, "Update");
  attack_field(entries, kFile, "remove_proposal", Structure::remove, rewrite_body<3>, "Remove");
  attack_field(entries, kFile, "pre_shared_key_proposal", Structure::pre_shared_key, rewrite_body<4>, "PreSharedKey");
  attack_field(entries, kFile, "re_init_proposal", Structure::reinit, rewrite_body<5>, "ReInit");
  attack_field(entries, kFile, "external_init_proposal", Structure::external_init, rewrite_body<6>, "ExternalInit");
  attack_field(entries, kFile, "group_context_extensions_proposal", Structure::group_context_extensions,
               rewrite_body<7>, "GroupContextExtensions");
}

TEST(DecoderMutants, TranscriptContents) {
  BREDVID_MUTANTS_OF(entries, "transcript-hashes.json");
  attack_field(entries, "transcript-hashes.json", "authenticated_content", Structure::authenticated_content,
               rewrite<mls::AuthenticatedContent>, "AuthenticatedContent");
}

// Two trees that differ have different hashes, so nothing in a tree is outside what a GroupInfo's signer stands for.
void attack_trees(const char* file, const char* field) {
  BREDVID_MUTANTS_OF(entries, file);
  Collection collection(Structure::ratchet_tree);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Value entry(entries[i], std::string(file) + " entry " + std::to_string(i));
    collection.add(entry.place() + "." + field, vectors::unhex(entry[field]));
  }
  attack(collection, rewrite_tree, "ratchet tree");
  for (std::size_t i = 0; i < collection.size(); ++i) {
    const auto original = tls::decode<mls::RatchetTree>(collection.at(i).bytes);
    ASSERT_TRUE(original.has_value());
    const Bytes hash = original->root_hash();
    for (const Mutant& mutant : collection.mutants_of(i)) {
      const auto tree = tls::decode<mls::RatchetTree>(mutant.bytes);
      EXPECT_TRUE(!tree || tree->root_hash() != hash) << "same hash: " << describe(collection.at(i), mutant);
    }
  }
}
TEST(DecoderMutants, TreesOfTreeValidation) {
  attack_trees("tree-validation.json", "tree");
}
TEST(DecoderMutants, TreesOfTreeOperations) {
  attack_trees("tree-operations.json", "tree_before");
}
TEST(DecoderMutants, TreesOfTreeKem) {
  attack_trees("treekem.json", "ratchet_tree");
}
TEST(DecoderMutants, ProposalsOfTreeOperations) {
  BREDVID_MUTANTS_OF(entries, "tree-operations.json");
  attack_field(entries, "tree-operations.json", "proposal", Structure::proposal, rewrite<mls::Proposal>, "Proposal");
}

TEST(DecoderMutants, UpdatePaths) {
  BREDVID_MUTANTS_OF(entries, "treekem.json");
  Collection collection(Structure::update_path);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Value entry(entries[i], "treekem.json entry " + std::to_string(i));
    for (const Value& update : entry["update_paths"].items()) {
      collection.add(update.place(), vectors::unhex(update["update_path"]));
    }
  }
  attack(collection, rewrite<mls::UpdatePath>, "UpdatePath");
}

// Groups of suite 1 can't be joined here, but their messages can be read.
TEST(DecoderMutants, MessagesOfSuite1) {
  Collection collection(Structure::message);
  for (const char* file : vectors::kPassiveFiles) {
    BREDVID_MUTANTS_OF(entries, file);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Value entry(entries[i], std::string(file) + " entry " + std::to_string(i));
      if (vectors::is_suite(entry, vectors::kSuite3)) continue;
      collection.add(entry.place() + ".welcome", vectors::unhex(entry["welcome"]));
      collection.add(entry.place() + ".key_package", vectors::unhex(entry["key_package"]));
      for (const Value& epoch : entry["epochs"].items()) {
        for (const Value& proposal : epoch["proposals"].items()) {
          collection.add(proposal.place(), vectors::unhex(proposal));
        }
        collection.add(epoch["commit"].place(), vectors::unhex(epoch["commit"]));
      }
    }
  }
  attack(collection, rewrite<mls::MlsMessage>, "");
}

}  // namespace
}  // namespace bredvid::mutants
