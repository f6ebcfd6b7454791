// One device of the peer. Between two commands it exists as stored bytes only, so that every step of a run also goes
// through the stored form of groups, pending commits and key packages.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "crypto/mls/group.h"
#include "tests/interop/peer_json.h"

namespace bredvid::interop {

class Client {
 public:
  Client(Bytes identity, Random& random);

  [[nodiscard]] const mls::OwnIdentity& own() const { return own_; }
  [[nodiscard]] mls::PskLookup psk_lookup() const;
  void keep_psk(const Bytes& id, ByteView secret) { psks_.insert_or_assign(id, SecretBytes(secret)); }

  // Key packages by reference, stored.
  [[nodiscard]] Result<void> keep_bundle(const mls::KeyPackageBundle& bundle);
  // The one that a Welcome is for. Errors: not_for_us.
  [[nodiscard]] Result<mls::KeyPackageBundle> take_bundle(ByteView welcome);

  [[nodiscard]] bool has_group() const { return group_.has_value(); }
  void keep_group(const mls::Group& group) { group_ = group.serialize(); }
  void forget_group();

  // Restores the group, lets `step` work on it, stores it. Throws std::logic_error when the stored form does not come
  // back byte for byte, or when a failing step has changed the group.
  using Step = std::function<Result<Json>(mls::Group&)>;
  [[nodiscard]] Result<Json> with_group(const Step& step);

  void keep_pending(const mls::PendingCommit& pending) { pending_ = pending.serialize(); }
  // Restored and gone. Throws std::logic_error when there is none.
  [[nodiscard]] Result<mls::PendingCommit> take_pending();
  void drop_pending() { pending_.reset(); }

  // A group that is ours only when our external commit was taken.
  void keep_join(const mls::Group& group) { join_ = group.serialize(); }
  void accept_join();
  void drop_join() { join_.reset(); }

 private:
  mls::OwnIdentity own_;
  std::map<Bytes, SecretBytes> psks_;
  std::map<Bytes, SecretBytes> bundles_;
  std::optional<SecretBytes> group_;
  std::optional<SecretBytes> pending_;
  std::optional<SecretBytes> join_;
};

}  // namespace bredvid::interop
