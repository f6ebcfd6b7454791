// What an entry of the passive-* and interop-* files gives a member that only listens: how it joins, and its PSKs.
#pragma once

#include "crypto/mls/group.h"
#include "tests/vectors/vector_file.h"

namespace bredvid::vectors {

struct Invitation {
  mls::OwnIdentity own;
  mls::KeyPackageBundle bundle;
  Bytes welcome;
  std::optional<Bytes> tree;  // beside the Welcome
};

// The lookup borrows the entry.
[[nodiscard]] inline mls::PskLookup lookup_in(const Value& entry) {
  return [&entry](ByteView id) -> std::optional<SecretBytes> {
    for (const Value& psk : entry["external_psks"].items()) {
      if (equal_public(unhex(psk["psk_id"]), id)) return unhex_secret(psk["psk"]);
    }
    return std::nullopt;
  };
}

[[nodiscard]] inline Invitation invitation(const Value& entry) {
  Invitation made{
      {},
      {unhex(entry["key_package"]), unhex_secret(entry["init_priv"]), unhex_secret(entry["encryption_priv"])},
      unhex(entry["welcome"]),
      std::nullopt};
  if (auto key = crypto::signature_key_from_seed(signature_seed(entry["signature_priv"]))) {
    made.own.signature_key = std::move(*key);
  }
  if (!entry["ratchet_tree"].is_null()) made.tree = unhex(entry["ratchet_tree"]);
  return made;
}

[[nodiscard]] inline Result<mls::Group> join_with(const Invitation& given, const Value& entry) {
  std::optional<ByteView> beside;
  if (given.tree) beside = *given.tree;
  return mls::Group::join_by_welcome(given.welcome, given.bundle, given.own, lookup_in(entry), beside);
}

// Names of the files that hold such entries.
inline constexpr const char* kPassiveFiles[] = {"passive-client-welcome.json",
                                                "passive-client-handling-commit.json",
                                                "passive-client-random.json",
                                                "passive-random-tsmls.json",
                                                "passive-random-openmls.json",
                                                "passive-expired-lifetimes.json",
                                                "interop-application.json",
                                                "interop-commit.json",
                                                "interop-external-join.json",
                                                "interop-welcome-join.json",
                                                "interop-branch.json",
                                                "interop-reinit.json",
                                                "interop-external-proposals.json"};

}  // namespace bredvid::vectors
