// Everything that holds a secret can be moved only, and has no form that a log or a test framework could show or
// compare. All of it is decided when compiling.
#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "crypto/circle/circle.h"
#include "crypto/circle/vault.h"
#include "crypto/mls/group_state.h"
#include "crypto/mls/welcome.h"

namespace bredvid {
namespace {

template <typename T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };
template <typename T>
concept Comparable = requires(const T& one, const T& other) { one == other; };
template <typename T>
constexpr bool is_kept_to_itself = !std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T> &&
                                   std::is_move_constructible_v<T> && !Printable<T> && !Comparable<T>;

static_assert(is_kept_to_itself<SecretBytes>);
static_assert(is_kept_to_itself<crypto::SignatureKey>);
static_assert(is_kept_to_itself<crypto::KemKey>);
static_assert(is_kept_to_itself<crypto::Encapsulated>);
static_assert(is_kept_to_itself<crypto::HpkeContext>);
static_assert(is_kept_to_itself<mls::EpochSecrets>);
static_assert(is_kept_to_itself<mls::MessageKey>);
static_assert(is_kept_to_itself<mls::Psk>);
static_assert(is_kept_to_itself<mls::PskInput>);
static_assert(is_kept_to_itself<mls::PathSecret>);
static_assert(is_kept_to_itself<mls::GroupSecrets>);
static_assert(is_kept_to_itself<mls::OwnIdentity>);
static_assert(is_kept_to_itself<mls::KeyPackageBundle>);
static_assert(is_kept_to_itself<mls::Group>);
static_assert(is_kept_to_itself<mls::PendingCommit>);
static_assert(is_kept_to_itself<circle::Slip>);
static_assert(is_kept_to_itself<circle::SlipKeys>);
static_assert(is_kept_to_itself<circle::RosterEntry>);
static_assert(is_kept_to_itself<circle::NewDevice>);
static_assert(is_kept_to_itself<circle::Vault>);
static_assert(is_kept_to_itself<circle::Circle>);

// Containers of them say that they can be copied and fail only when they are, so their copies are written out.
static_assert(!Printable<mls::Ratchet> && !Comparable<mls::Ratchet>);
static_assert(!Printable<mls::SecretTree> && !Comparable<mls::SecretTree>);
static_assert(!Printable<mls::TreePrivate> && !Comparable<mls::TreePrivate>);
static_assert(!Printable<mls::GroupState> && !Comparable<mls::GroupState>);

TEST(SecretTypes, AreKeptToThemselves) {
  // A type without secrets is not, so the question can be answered with no.
  EXPECT_FALSE(is_kept_to_itself<Bytes>);
  EXPECT_FALSE(is_kept_to_itself<mls::Member>);
}

}  // namespace
}  // namespace bredvid
