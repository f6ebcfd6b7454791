// A member that breaks one rule and keeps all others: the test knows its keys, so signatures, parent hashes, tree hash,
// confirmation tag and membership tag are made to fit what was altered. Only the rule itself can refuse the message.
//
// Anna (leaf 0) is the victim, Bo (leaf 1) the attacker, Cilla (2) and Dora (3) are members too; the tree is full.
#pragma once

#include <functional>

#include "crypto/mls/group_epoch.h"
#include "crypto/mls/labels.h"
#include "crypto/mls/message.h"
#include "crypto/mls/treekem.h"
#include "tests/crypto/mls/group_fixture.h"
#include "tests/crypto/mls/open_state.h"
#include "tests/mutants/ledger.h"

namespace bredvid::mutants {

// A commit, and what is altered at each stage of making it. Every hook may be empty.
struct Plan {
  std::vector<mls::ProposalOrRef> proposals;
  std::vector<mls::ResolvedProposal> referred;  // what the references among them stand for
  bool with_path = true;
  bool external = false;  // by a newcomer that is not in the tree; Bo's keys stand in for its own

  std::function<void(std::vector<mls::UpdatePathNode>&)> keys;  // before the parent hashes
  std::function<void(mls::LeafNode&)> leaf;                     // before its signature
  std::optional<mls::LeafIndex> signed_for;                 // where the leaf's signature says it stands, if elsewhere
  std::function<void(mls::LeafNode&)> signed_leaf;          // after its signature
  std::function<void(mls::UpdatePath&)> sealed;             // after the path secrets were sealed
  std::function<void(mls::FramedContent&)> framed;          // before the signature
  std::function<void(mls::AuthenticatedContent&)> content;  // after signature and confirmation tag
  std::function<void(mls::PublicMessage&)> message;         // after the membership tag
};

// A commit with these proposals by value.
[[nodiscard]] Plan with(std::vector<mls::Proposal> proposals);

// Path secrets from the leaf to the root, their public keys, and what comes after the last.
struct Secrets {
  std::vector<SecretBytes> path;
  std::vector<mls::UpdatePathNode> nodes;
  SecretBytes commit;
};

// A message that is forged, and the epoch it would lead to.
struct Forged {
  mls::AuthenticatedContent content;
  mls::GroupState next;
  SecretBytes joiner;
  std::vector<mls::Psk> psks;
  std::vector<mls::PathSecret> path_secrets;
};

class World {
 public:
  World();

  mls::testing_support::Circle circle{"anna"};
  mls::GroupState bo;
  mls::GroupState cilla;
  Bytes context;  // encoded, of the present epoch

  [[nodiscard]] mls::Group& anna() { return circle.at("anna"); }
  [[nodiscard]] Random& random() { return circle.random; }
  // The leaf with this index, as it is now.
  [[nodiscard]] const mls::LeafNode& leaf(std::uint32_t index) const { return *bo.tree.leaf({index}); }

  // A commit by Bo, up to the confirmation tag.
  [[nodiscard]] Forged forge(const Plan& plan, std::uint16_t wire_format = mls::kWirePublicMessage);
  // As a PublicMessage with its membership tag.
  [[nodiscard]] Bytes commit(const Plan& plan);
  // A proposal by Cilla, and its reference.
  struct Proposed {
    Bytes message;
    Bytes reference;
  };
  [[nodiscard]] Proposed propose(mls::Proposal proposal);

  // The message is refused, Anna's state stays byte for byte, and the error is the one expected of this field.
  void expect_refused(const std::string& field, const std::string& way, const Bytes& message);
  // Anna would take it: shows that what is altered is all that is wrong with the others. Her state is put back.
  void expect_accepted(const std::string& what, const Bytes& message);

 private:
  [[nodiscard]] Secrets begin_path(const Plan& plan, mls::GroupState& next, mls::Commit& commit);
  [[nodiscard]] SecretBytes init_of(const std::vector<mls::Proposal>& list, std::vector<mls::Psk>& psks);
};

// The errors that may refuse a field, separated by blanks; by field.
[[nodiscard]] const std::map<std::string, std::string>& expected_errors();
// Counts `error` under `field` and checks that it is one of those written down for the field.
void note_insider(const std::string& field, const std::string& way, const char* error);
// Prints the table of fields and errors.
void print_insiders();

using mls::testing_support::open_state;

}  // namespace bredvid::mutants
