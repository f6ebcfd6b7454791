// How results look on the JavaScript side of the line (client-web/src/platform/crypto_events.ts reads them).
#include "crypto/bindings/calls.h"

namespace bredvid::bindings {
namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};

// The kinds of event, in the order of circle::Event from 1; each is followed by its fields.
void put_said(tls::Writer& out, const circle::Said& said) {
  const auto& body = said.content.body;
  out.u8(circle::content_type(body));
  said.from.member.encode(out);
  said.from.device.encode(out);
  said.content.id.encode(out);
  out.u64(said.content.sent_at_ms);
  // Secrets stay on this side: a hello shows the name, a slip its terms.
  if (const auto* hello = std::get_if<circle::Hello>(&body)) {
    out.opaque(bytes_of(hello->name));
  } else if (const auto* made = std::get_if<circle::SlipMade>(&body)) {
    out.u32(made->selector);
    out.u8(static_cast<std::uint8_t>(made->role));
    out.u32(made->expires_day);
    circle::encode_optional(out, made->replaces);
  } else if (const auto* revoked = std::get_if<circle::SlipRevoked>(&body)) {
    out.u32(revoked->selector);
  } else {
    circle::encode_body(out, body);
  }
}

void put_event(tls::Writer& out, const circle::Event& event) {
  out.u8(static_cast<std::uint8_t>(event.index() + 1));
  std::visit(Overloaded{
                 [&](const circle::Said& said) { put_said(out, said); },
                 [&](const circle::OwnEcho& echo) { circle::encode_optional(out, echo.content); },
                 [&](const circle::DeviceJoined& joined) {
                   joined.device.member.encode(out);
                   joined.device.device.encode(out);
                   out.u8(static_cast<std::uint8_t>(joined.device.role));
                   out.present(joined.new_member);
                   out.vector_of(joined.replaced);
                   circle::encode_optional(out, joined.adder);
                 },
                 [&](const circle::SlipUsed& used) {
                   out.u32(used.selector);
                   used.member.encode(out);
                 },
                 [&](const circle::SlipDropped& dropped) { out.u32(dropped.selector); },
                 [&](const circle::MemberRemoved& removed) {
                   removed.member.encode(out);
                   out.vector_of(removed.devices);
                   removed.by.encode(out);
                 },
                 [&](const circle::KeysUpdated& updated) {
                   updated.device.member.encode(out);
                   updated.device.device.encode(out);
                 },
                 [&](const circle::SelfRemoved& removed) { removed.by.encode(out); },
                 [](const circle::CommitAccepted&) {},
                 [](const circle::CommitLost&) {},
                 [&](const circle::SlipsBehind& behind) {
                   out.vector([&](tls::Writer& inner) {
                     for (const std::uint32_t selector : behind.selectors) inner.u32(selector);
                   });
                 },
                 [&](const circle::Unreadable& unreadable) {
                   out.opaque(bytes_of(circle::code_name(unreadable.code)));
                   circle::encode_optional(out, unreadable.from);
                 },
                 [](const circle::RolledBack&) {},
                 [](const circle::ThreadLost&) {},
             },
             event);
}

}  // namespace

void put(tls::Writer& out, const circle::Slip& slip) {
  std::string text = circle::slip_text(slip);
  out.opaque(bytes_of(text));
  wipe(text.data(), text.size());
  out.u32(slip.selector);
  out.fixed(circle::redeem_token(slip).view());
  out.fixed(circle::derive_slip_keys(slip).psk_id);
}

void put(tls::Writer& out, const circle::Outgoing& outgoing) {
  outgoing.content.encode(out);
  out.u64(outgoing.epoch);
  out.opaque(outgoing.blob);
}

void put(tls::Writer& out, const std::vector<circle::SealedPackage>& packages) {
  out.vector([&](tls::Writer& inner) {
    for (const auto& package : packages) {
      inner.u32(package.selector);
      inner.opaque(package.sealed);
    }
  });
}

void put(tls::Writer& out, const circle::OutgoingCommit& commit) {
  out.u64(commit.epoch);
  out.opaque(commit.commit);
  put(out, commit.packages);
  out.vector_of(commit.removed);
}

void put(tls::Writer& out, const std::vector<circle::Event>& events) {
  out.vector([&](tls::Writer& inner) {
    for (const auto& event : events) put_event(inner, event);
  });
}

}  // namespace bredvid::bindings
