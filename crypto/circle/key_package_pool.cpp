#include "crypto/circle/key_package_pool.h"

namespace bredvid::circle {
namespace {

constexpr std::uint8_t kPoolVersion = 1;
constexpr std::size_t kMaxPoolSize = 1u << 17;

bool contains(const std::vector<Bytes>& references, ByteView reference) {
  return std::ranges::any_of(references, [&](const Bytes& each) { return equal_public(each, reference); });
}

}  // namespace

Outcome<KeyPackagePool> KeyPackagePool::create(const Identity& identity, std::string_view name) {
  if (!name_is_good(name)) return failed(Code::not_allowed);
  return KeyPackagePool(identity, name);
}

Outcome<KeyPackagePool::Entry> KeyPackagePool::make(std::uint64_t now_s, mls::KeyPackageUse use, Random& random) const {
  const mls::Lifetime lifetime{now_s < kPoolBackdateS ? 0 : now_s - kPoolBackdateS, now_s + kPoolLifetimeS};
  BREDVID_TRY(device, Circle::offer(identity_, name_, random, lifetime, use));
  BREDVID_TRY(reference, lift(mls::key_package_reference(device.bundle.key_package)));
  return Entry{
      std::move(device), std::move(reference), lifetime.not_after, use == mls::KeyPackageUse::last_resort, false, 0};
}

// What is past its lifetime goes, what is near its end leaves the server and stays here for Welcomes under way.
void KeyPackagePool::forget(std::uint64_t now_s, Publication& publication) {
  for (std::size_t i = entries_.size(); i-- > 0;) {
    Entry& entry = entries_[i];
    if (!entry.gone && entry.not_after_s < now_s + kPoolRefreshS) {
      entry.gone = true;
      publication.withdraw.push_back(entry.reference);
    }
    if (entry.not_after_s < now_s) entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void KeyPackagePool::trim() {
  for (const bool last_resort : {false, true}) {
    const auto kept = [&](const Entry& entry) { return entry.gone && entry.last_resort == last_resort; };
    auto surplus = static_cast<std::size_t>(std::ranges::count_if(entries_, kept));
    // One last resort beside the present one is enough: Welcomes are not under way for long.
    const std::size_t limit = last_resort ? 1 : kMaxPoolKept;
    while (surplus-- > limit) entries_.erase(std::ranges::find_if(entries_, kept));
  }
}

Outcome<Publication> KeyPackagePool::refill(std::uint64_t now_s, Random& random) {
  if (now_s > ~std::uint64_t{0} - kPoolLifetimeS) return failed(Code::not_allowed);
  const auto lasting = [&](const Entry& entry) { return !entry.gone && entry.not_after_s >= now_s + kPoolRefreshS; };
  const auto waiting = static_cast<std::size_t>(
      std::ranges::count_if(entries_, [&](const Entry& entry) { return !entry.last_resort && lasting(entry); }));
  const bool has_last_resort = std::ranges::any_of(
      entries_, [&](const Entry& entry) { return entry.last_resort && lasting(entry) && entry.uses == 0; });

  // Everything is made before anything moves.
  Publication publication;
  std::vector<Entry> made;
  for (std::size_t i = waiting; waiting < kPoolLowWater && i < kPoolTarget; ++i) {
    BREDVID_TRY(entry, make(now_s, mls::KeyPackageUse::once, random));
    publication.once.push_back(entry.device.bundle.key_package);
    made.push_back(std::move(entry));
  }
  if (!has_last_resort || ran_dry_) {
    BREDVID_TRY(entry, make(now_s, mls::KeyPackageUse::last_resort, random));
    publication.last_resort = entry.device.bundle.key_package;
    made.push_back(std::move(entry));
    for (Entry& before : entries_) {
      if (!before.last_resort || before.gone) continue;
      before.gone = true;
      publication.withdraw.push_back(before.reference);
    }
    ran_dry_ = false;
  }
  forget(now_s, publication);
  for (Entry& entry : made) entries_.push_back(std::move(entry));
  trim();
  return publication;
}

PoolAudit KeyPackagePool::audit(const std::vector<Bytes>& published) {
  PoolAudit found;
  bool has_last_resort = false;
  for (Entry& entry : entries_) {
    const bool there = contains(published, entry.reference);
    if (entry.last_resort) {
      found.last_resort_uses += entry.uses;
      has_last_resort = has_last_resort || (there && !entry.gone && entry.uses == 0);
    } else if (there && !entry.gone) {
      ++found.available;
    } else if (!entry.gone) {
      entry.gone = true;
      ++found.taken;
    }
  }
  for (const Bytes& reference : published) {
    const bool ours = std::ranges::any_of(
        entries_, [&](const Entry& entry) { return !entry.gone && equal_public(entry.reference, reference); });
    if (!ours) found.unknown.push_back(reference);
  }
  found.low = found.available < kPoolLowWater;
  // Nobody tells us that the last resort was handed out. When all others were, it is taken for granted.
  ran_dry_ = ran_dry_ || found.available == 0 || !has_last_resort;
  found.renew_last_resort = ran_dry_;
  return found;
}

std::optional<Bytes> KeyPackagePool::find(ByteView welcome) const {
  const auto references = mls::welcome_references(welcome);
  if (!references) return std::nullopt;
  for (const Entry& entry : entries_) {
    if (contains(*references, entry.reference)) return entry.reference;
  }
  return std::nullopt;
}

Outcome<Circle> KeyPackagePool::join(const CircleId& circle, ByteView welcome, ByteView introduction, Random& random) {
  const auto reference = find(welcome);
  if (!reference) return failed(Code::join_failed);
  const auto entry = std::ranges::find(entries_, *reference, &Entry::reference);
  BREDVID_TRY(joined, Circle::join_by_welcome(circle, entry->device, welcome, introduction, random));
  if (entry->last_resort) {
    if (entry->uses < ~std::uint32_t{0}) ++entry->uses;
  } else {
    entries_.erase(entry);
  }
  return std::move(joined);
}

// struct { opaque seed[32]; opaque bundle<V>; uint64 not_after; uint8 last_resort; uint8 gone; uint32 uses; } Entry
// struct { uint8 version; Identity<V>; opaque name<V>; uint8 ran_dry; Entry<V>; } KeyPackagePool
SecretBytes KeyPackagePool::serialize() const {
  tls::Writer writer;
  writer.u8(kPoolVersion);
  writer.opaque(identity_.encode());
  writer.opaque(bytes_of(name_));
  writer.present(ran_dry_);
  writer.vector([&](tls::Writer& inner) {
    for (const Entry& entry : entries_) {
      inner.fixed(entry.device.signature_key.seed.view());
      inner.opaque(entry.device.bundle.serialize());
      inner.u64(entry.not_after_s);
      inner.present(entry.last_resort);
      inner.present(entry.gone);
      inner.u32(entry.uses);
    }
  });
  return std::move(writer).take_secret();
}

Outcome<KeyPackagePool::Entry> KeyPackagePool::decode_entry(tls::Reader& reader) const {
  const ByteView seed = reader.fixed(crypto::kSignatureSeedSize);
  const ByteView stored = reader.opaque_view();
  const std::uint64_t not_after_s = reader.u64();
  const bool last_resort = reader.present();
  const bool gone = reader.present();
  const std::uint32_t uses = reader.u32();
  if (!reader.ok()) return failed(Code::state_bad);
  BREDVID_TRY(key, lift(crypto::signature_key_from_seed(seed)));
  BREDVID_TRY(bundle, lift(mls::KeyPackageBundle::restore(stored)));
  BREDVID_TRY(owner, lift(mls::inspect_key_package(bundle.key_package)));
  if (owner.identity != identity_.encode() || owner.signature_key != key.public_key) return failed(Code::state_bad);
  BREDVID_TRY(reference, lift(mls::key_package_reference(bundle.key_package)));
  NewDevice device{identity_, name_, std::move(bundle), std::move(key)};
  return Entry{std::move(device), std::move(reference), not_after_s, last_resort, gone, uses};
}

Outcome<KeyPackagePool> KeyPackagePool::restore(ByteView stored) {
  tls::Reader reader(stored);
  if (stored.size() > kMaxPoolSize || reader.u8() != kPoolVersion) return failed(Code::state_bad);
  const auto identity = Identity::decode(reader.opaque_view());
  const ByteView name = reader.opaque_view(kMaxNameSize);
  const std::string spelled(name.begin(), name.end());
  if (!identity || !name_is_good(spelled)) return failed(Code::state_bad);
  KeyPackagePool pool(*identity, spelled);
  pool.ran_dry_ = reader.present();
  bool good = true;
  reader.vector([&](tls::Reader& inner) {
    auto entry = pool.decode_entry(inner);
    good = good && entry && (entry->last_resort || entry->uses == 0);
    if (good) {
      pool.entries_.push_back(std::move(*entry));
    } else {
      inner.fail(CryptoError::malformed);
    }
  });
  if (!reader.finish() || !good || pool.entries_.size() > kPoolTarget + kMaxPoolKept + 2) {
    return failed(Code::state_bad);
  }
  return pool;
}

}  // namespace bredvid::circle
