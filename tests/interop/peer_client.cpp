#include "tests/interop/peer_client.h"

#include <stdexcept>

namespace bredvid::interop {

Client::Client(Bytes identity, Random& random) : own_{std::move(identity), crypto::make_signature_key(random)} {}

mls::PskLookup Client::psk_lookup() const {
  return [this](ByteView id) -> std::optional<SecretBytes> {
    const auto found = psks_.find(to_bytes(id));
    if (found == psks_.end()) return std::nullopt;
    return found->second.clone();
  };
}

Result<void> Client::keep_bundle(const mls::KeyPackageBundle& bundle) {
  BREDVID_TRY(reference, mls::key_package_reference(bundle.key_package));
  bundles_.insert_or_assign(reference, bundle.serialize());
  return {};
}

Result<mls::KeyPackageBundle> Client::take_bundle(ByteView welcome) {
  BREDVID_TRY(references, mls::welcome_references(welcome));
  for (const Bytes& reference : references) {
    const auto found = bundles_.find(reference);
    if (found == bundles_.end()) continue;
    BREDVID_TRY(bundle, mls::KeyPackageBundle::restore(found->second.view()));
    BREDVID_TRY(use, mls::key_package_use(bundle.key_package));
    if (use == mls::KeyPackageUse::once) bundles_.erase(found);
    return std::move(bundle);
  }
  return std::unexpected(CryptoError::not_for_us);
}

void Client::forget_group() {
  group_.reset();
  pending_.reset();
  join_.reset();
}

Result<Json> Client::with_group(const Step& step) {
  if (!group_) throw std::logic_error("this client has no group");
  BREDVID_TRY(group, mls::Group::restore(group_->view()));
  if (!equal_constant_time(group.serialize(), *group_)) throw std::logic_error("a stored group came back different");
  Result<Json> answer = step(group);
  SecretBytes after = group.serialize();
  if (!answer && !equal_constant_time(after, *group_)) {
    throw std::logic_error(std::string("changed the group although it failed: ") + error_name(answer.error()));
  }
  group_ = std::move(after);
  return answer;
}

Result<mls::PendingCommit> Client::take_pending() {
  if (!pending_) throw std::logic_error("this client has no pending commit");
  Result<mls::PendingCommit> pending = mls::PendingCommit::restore(pending_->view());
  pending_.reset();
  return pending;
}

void Client::accept_join() {
  if (!join_) throw std::logic_error("this client is not joining");
  group_ = std::move(*join_);
  join_.reset();
}

}  // namespace bredvid::interop
