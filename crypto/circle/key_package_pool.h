// The key packages a device keeps ready so that others can add it while it sleeps: some that are good once, and a last
// resort that is handed out when those have run dry (RFC 9420 10, 16.8).
//
// Life: `refill` and publish what it gives; when a Welcome comes, `join`; at each login `audit` with the references the
// server still holds, then `refill` again. Persist before publishing (`serialize`, with secrets: seal it), and persist
// the pool together with the circle that `join` gave: a key package that is good once is forgotten by its use.
// Each key package has a signature key of its own, so that circles cannot be connected by it.
// A failing call changes nothing. Times are parameters, in seconds since 1970.
#pragma once

#include "crypto/circle/circle.h"

namespace bredvid::circle {

// How many wait at the server after a refill, and below how many one is due. More survive a longer sleep, and cost a
// kilobyte each in the state.
inline constexpr std::size_t kPoolTarget = 8;
inline constexpr std::size_t kPoolLowWater = 3;
// Those that were handed out and whose Welcome may still come; the oldest are forgotten first.
inline constexpr std::size_t kMaxPoolKept = 32;
// Adders refuse more than 100 days. Longer reaches devices that sleep longer; shorter limits what a stolen key opens.
inline constexpr std::uint64_t kPoolLifetimeS = std::uint64_t{84} * 86'400;
// For adders whose clock is behind ours.
inline constexpr std::uint64_t kPoolBackdateS = 86'400;
// So long before its end a key package is replaced.
inline constexpr std::uint64_t kPoolRefreshS = std::uint64_t{14} * 86'400;

// To be done at the server: first publish, then withdraw.
struct Publication {
  std::vector<Bytes> once;
  std::optional<Bytes> last_resort;  // takes the place of the one before
  std::vector<Bytes> withdraw;       // references
};

struct PoolAudit {
  std::size_t available = 0;   // good once, and still at the server
  std::size_t taken = 0;       // handed out since the last audit
  std::vector<Bytes> unknown;  // references at the server that are not ours (any more): to be withdrawn
  std::size_t last_resort_uses = 0;
  bool low = false;                // `refill` makes new ones
  bool renew_last_resort = false;  // it was used, or handed out most likely; `refill` makes another
};

class KeyPackagePool {
 public:
  // Empty. Errors: not_allowed for a bad name.
  [[nodiscard]] static Outcome<KeyPackagePool> create(const Identity& identity, std::string_view name);

  // Forgets what is past its lifetime and makes what is missing. Errors: not_allowed for a time beyond all lifetimes.
  [[nodiscard]] Outcome<Publication> refill(std::uint64_t now_s, Random& random);

  // `published`: references of all our key packages that the server holds. What is missing there was handed out (or its
  // publication was cut short, which cannot be told apart: it is never published again).
  PoolAudit audit(const std::vector<Bytes>& published);

  // The reference of the key package that this Welcome is for; nothing when it is not one of ours (any more).
  [[nodiscard]] std::optional<Bytes> find(ByteView welcome) const;
  // That the circle is not one we are in already is the caller's to check. Errors: join_failed.
  [[nodiscard]] Outcome<Circle> join(const CircleId& circle, ByteView welcome, ByteView introduction, Random& random);

  [[nodiscard]] SecretBytes serialize() const;
  // Errors: state_bad.
  [[nodiscard]] static Outcome<KeyPackagePool> restore(ByteView stored);

 private:
  struct Entry {
    NewDevice device;
    Bytes reference;
    std::uint64_t not_after_s = 0;
    bool last_resort = false;
    bool gone = false;       // no longer at the server: handed out, replaced or withdrawn
    std::uint32_t uses = 0;  // of a last resort
  };
  KeyPackagePool(const Identity& identity, std::string_view name) : identity_(identity), name_(name) {}
  [[nodiscard]] Outcome<Entry> make(std::uint64_t now_s, mls::KeyPackageUse use, Random& random) const;
  [[nodiscard]] Outcome<Entry> decode_entry(tls::Reader& reader) const;
  void forget(std::uint64_t now_s, Publication& publication);
  void trim();

  Identity identity_;
  std::string name_;
  std::vector<Entry> entries_;  // oldest first
  bool ran_dry_ = false;        // the last resort may have been handed out since it was published
};

}  // namespace bredvid::circle
