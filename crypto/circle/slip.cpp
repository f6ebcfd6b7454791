#include "crypto/circle/slip.h"

#include <array>
#include <vector>

#include "crypto/circle/slip_text.h"
#include "crypto/primitives/hash.h"

namespace bredvid::circle {
namespace {

// Characters per group, check character not counted.
constexpr std::array<std::size_t, 4> kTypedGroups{4, 5, 5, 5};
constexpr std::array<std::size_t, 12> kQrGroups{4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 2};

using Digits = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;
using Groups = std::vector<Digits>;

std::span<const std::size_t> shape(SlipForm form) {
  if (form == SlipForm::typed) return kTypedGroups;
  return kQrGroups;
}

std::size_t characters(SlipForm form) {
  std::size_t total = 0;
  for (const std::size_t size : shape(form)) total += size + 1;
  return total;
}

// Five bits a digit, most significant first.
Digits to_digits(ByteView bytes, std::size_t count) {
  Digits digits(count);
  for (std::size_t bit = 0; bit < count * 5; ++bit) {
    const bool set = bit / 8 < bytes.size() && ((bytes[bit / 8] >> (7 - bit % 8)) & 1u);
    digits[bit / 5] = static_cast<std::uint8_t>(digits[bit / 5] << 1 | (set ? 1 : 0));
  }
  return digits;
}

SecretBytes from_digits(std::span<const std::uint8_t> digits, std::size_t size_bytes) {
  SecretBytes bytes(size_bytes);
  for (std::size_t bit = 0; bit < digits.size() * 5 && bit / 8 < size_bytes; ++bit) {
    const unsigned value = (digits[bit / 5] >> (4 - bit % 5)) & 1u;
    auto& target = bytes.mutable_view()[bit / 8];
    target = static_cast<std::uint8_t>(target | value << (7 - bit % 8));
  }
  return bytes;
}

bool is_separator(char character) {
  return character == '-' || character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

// An unreadable character becomes a digit that no check accepts.
constexpr std::uint8_t kNoDigit = 0xff;

// As the person wrote it: one entry for each stretch between separators.
Groups split(std::string_view text) {
  Groups groups;
  bool open = false;
  for (const char character : text.substr(0, kMaxSlipText)) {
    if (is_separator(character)) {
      open = false;
      continue;
    }
    if (!open) groups.emplace_back();
    open = true;
    groups.back().push_back(slip_digit(character).value_or(kNoDigit));
  }
  return groups;
}

// Without the person's separators: cut by the form's own sizes. The last group holds what is left over.
Groups cut(const Groups& written, SlipForm form) {
  Groups groups(shape(form).size());
  std::size_t group = 0;
  for (const auto& part : written) {
    for (const std::uint8_t digit : part) {
      if (group + 1 < groups.size() && groups[group].size() == shape(form)[group] + 1) ++group;
      groups[group].push_back(digit);
    }
  }
  return groups;
}

bool group_fits(std::span<const std::uint8_t> digits, std::size_t size, std::size_t number) {
  if (digits.size() != size + 1) return false;
  for (const std::uint8_t digit : digits) {
    if (digit >= 32) return false;
  }
  return slip_check(digits.first(size), number) == digits.back();
}

}  // namespace

Slip make_slip(SlipForm form, Random& random) {
  Slip slip;
  slip.form = form;
  const Bytes selector = random.bytes(4);
  slip.selector =
      (static_cast<std::uint32_t>(selector[0]) << 16 | static_cast<std::uint32_t>(selector[1]) << 8 | selector[2]) %
      kSelectorLimit;
  slip.secret = random.secret(form == SlipForm::typed ? kTypedSecretSize : kQrSecretSize);
  if (form == SlipForm::typed) slip.secret.mutable_view().back() &= 0xe0;
  return slip;
}

std::string slip_text(const Slip& slip) {
  const std::array<std::uint8_t, 3> selector{static_cast<std::uint8_t>(slip.selector >> 12),
                                             static_cast<std::uint8_t>(slip.selector >> 4),
                                             static_cast<std::uint8_t>(slip.selector << 4)};
  const auto sizes = shape(slip.form);
  Digits digits = to_digits(selector, sizes[0]);
  const Digits secret = to_digits(slip.secret.view(), characters(slip.form) - sizes.size() - sizes[0]);
  digits.insert(digits.end(), secret.begin(), secret.end());
  std::string text;
  text.reserve(characters(slip.form) + sizes.size());  // at once: what a growing string gives back is not wiped
  std::span<const std::uint8_t> rest(digits);
  for (std::size_t group = 0; group < sizes.size(); ++group) {
    if (group > 0) text.push_back('-');
    for (const std::uint8_t digit : rest.first(sizes[group])) text.push_back(slip_character(digit));
    text.push_back(slip_character(slip_check(rest.first(sizes[group]), group + 1)));
    rest = rest.subspan(sizes[group]);
  }
  return text;
}

Outcome<Slip> parse_slip(std::string_view text) {
  Groups groups = split(text);
  std::size_t total = 0;
  for (const auto& group : groups) total += group.size();
  // Nearer to the long form than to the short one: so the error can name a group.
  const SlipForm form =
      total > (characters(SlipForm::typed) + characters(SlipForm::qr)) / 2 ? SlipForm::qr : SlipForm::typed;
  const auto sizes = shape(form);
  // The person's own groups tell best which one has a character too few or too many.
  if (groups.size() != sizes.size()) groups = cut(groups, form);
  Digits digits;
  for (std::size_t group = 0; group < sizes.size(); ++group) {
    if (!group_fits(groups[group], sizes[group], group + 1)) {
      return failed(Code::slip_mistyped, static_cast<std::uint32_t>(group + 1));
    }
    digits.insert(digits.end(), groups[group].begin(), groups[group].end() - 1);
  }
  if (text.size() > kMaxSlipText) return failed(Code::slip_mistyped, static_cast<std::uint32_t>(sizes.size()));

  Slip slip;
  slip.form = form;
  const std::span<const std::uint8_t> all(digits);
  for (const std::uint8_t digit : all.first(sizes[0])) slip.selector = slip.selector << 5 | digit;
  slip.secret = from_digits(all.subspan(sizes[0]), form == SlipForm::typed ? kTypedSecretSize : kQrSecretSize);
  // 52 characters carry 260 bits: the last four must be zero, so that one secret has one text.
  if (form == SlipForm::qr && (digits.back() & 0x0f) != 0) {
    return failed(Code::slip_mistyped, static_cast<std::uint32_t>(sizes.size()));
  }
  return slip;
}

namespace {

SecretBytes slip_prk(const Slip& slip) {
  return crypto::hkdf_extract(bytes_of("bredvid slip v1"), slip.secret.view());
}

}  // namespace

SecretBytes redeem_token(const Slip& slip) {
  return crypto::hkdf_expand<kSlipKeySize>(slip_prk(slip).view(), bytes_of("redeem"));
}

SecretBytes door_psk(const Slip& slip) {
  return crypto::hkdf_expand<kSlipKeySize>(slip_prk(slip).view(), bytes_of("bredvid door psk"));
}

SlipKeys derive_slip_keys(const Slip& slip) {
  const SecretBytes prk = slip_prk(slip);
  SlipKeys keys;
  keys.join = crypto::hkdf_expand<kSlipKeySize>(prk.view(), bytes_of("join"));
  keys.psk = crypto::hkdf_expand<kSlipKeySize>(prk.view(), bytes_of("psk"));
  keys.psk_id = to_bytes(crypto::hkdf_expand<kPskIdSize>(prk.view(), bytes_of("psk-id")).view());
  return keys;
}

}  // namespace bredvid::circle
