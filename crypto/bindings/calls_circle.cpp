// Circles.
#include "crypto/bindings/calls.h"

namespace bredvid::bindings {
namespace {

using circle::Circle;

std::string_view text_of(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

circle::Role read_role(tls::Reader& in) {
  const auto role = circle::role_from(in.u8());
  if (!role) in.fail(CryptoError::malformed);
  return role.value_or(circle::Role::parent);
}

}  // namespace

Outcome<void> Calls::circle_call(Call number) {
  if (number <= Call::circle_restore) return open_circle(number);
  auto* circle = find<Circle>(in.u32());
  if (circle == nullptr) return failed(Code::state_bad);
  if (number <= Call::circle_receive) return talk(number, *circle);
  if (number <= Call::circle_refresh) return slips(number, *circle);
  if (number <= Call::circle_rejected) return commits(number, *circle);
  if (number <= Call::circle_words) return facts(number, *circle);
  return trouble(number, *circle);
}

Outcome<void> Calls::open_circle(Call number) {
  if (number == Call::circle_create) {
    const auto id = circle::CircleId::decode(in);
    circle::Identity self;
    self.member = circle::MemberId::decode(in);
    self.device = circle::DeviceId::decode(in);
    self.role = read_role(in);
    const ByteView name = in.opaque_view();
    BREDVID_CHECK(arguments_end());
    BREDVID_TRY(made, Circle::create(id, self, text_of(name), random()));
    out.u32(keep(std::move(made)));
    return {};
  }
  if (number == Call::circle_join) {
    const ByteView text = in.opaque_view();
    const auto id = circle::CircleId::decode(in);
    const ByteView sealed = in.opaque_view();
    const auto device = circle::DeviceId::decode(in);
    const ByteView name = in.opaque_view();
    const std::uint32_t now_day = in.u32();
    BREDVID_CHECK(arguments_end());
    BREDVID_TRY(slip, circle::parse_slip(text_of(text)));
    BREDVID_TRY(joined, Circle::join({slip, id, sealed, device, std::string(text_of(name)), now_day}, random()));
    out.u32(keep(std::move(joined.circle)));
    put(out, joined.commit);
    return {};
  }
  const auto* vault = find<circle::Vault>(in.u32());
  const std::string_view place = text_of(in.opaque_view());
  const ByteView sealed = in.opaque_view(circle::kMaxStateSize + 256);
  BREDVID_CHECK(arguments_end());
  if (vault == nullptr) return failed(Code::state_bad);
  BREDVID_TRY(plain, vault->open(place, sealed));
  BREDVID_TRY(restored, Circle::restore(plain.view()));
  out.u32(keep(std::move(restored)));
  return {};
}

Outcome<void> Calls::talk(Call number, Circle& circle) {
  if (number == Call::circle_seal) {
    const auto* vault = find<circle::Vault>(in.u32());
    const std::string_view place = text_of(in.opaque_view());
    BREDVID_CHECK(arguments_end());
    if (vault == nullptr) return failed(Code::state_bad);
    BREDVID_TRY(sealed, vault->seal(place, circle.serialize().view(), random()));
    out.opaque(sealed);
    return {};
  }
  if (number == Call::circle_facts) {
    BREDVID_CHECK(arguments_end());
    circle.id().encode(out);
    circle.self().member.encode(out);
    circle.self().device.encode(out);
    out.u64(circle.epoch());
    out.present(circle.active());
    out.present(circle.in_doubt());
    out.present(circle.thread_lost());
    circle::encode_optional(out, circle.restarted_from());
    out.present(circle.staff());
    return {};
  }
  if (number == Call::circle_receive) {
    const std::uint8_t kind = in.u8();
    const std::uint64_t epoch = in.u64();
    const ByteView blob = in.opaque_view();
    BREDVID_CHECK(arguments_end());
    if (kind > 1) return failed(Code::not_allowed);
    put(out, circle.receive(static_cast<circle::EnvelopeKind>(kind), epoch, blob));
    return {};
  }
  constexpr std::uint8_t hello = 5, slip_made = 6, slip_revoked = 7;
  const std::uint8_t type = in.u8();
  circle::Content content{circle::ContentId::decode(in), in.u64(), {}};
  const bool by_selector = type == slip_made || type == slip_revoked;
  const std::uint32_t selector = by_selector ? in.u32() : 0;
  if (!by_selector && type != hello) content.body = circle::decode_body(in, type);
  BREDVID_CHECK(arguments_end());
  auto sent = type == hello          ? circle.hello(content.id, content.sent_at_ms, random())
              : type == slip_made    ? circle.repeat_slip(selector, content.id, content.sent_at_ms, random())
              : type == slip_revoked ? circle.revoke_slip(selector, content.id, content.sent_at_ms, random())
                                     : circle.send(content, random());
  if (!sent) return std::unexpected(sent.error());
  put(out, *sent);
  return {};
}

Outcome<void> Calls::slips(Call number, Circle& circle) {
  if (number == Call::circle_make_slip) {
    circle::SlipOrder order;
    const std::uint8_t form = in.u8();
    order.form = static_cast<circle::SlipForm>(form);
    order.role = read_role(in);
    order.expires_day = in.u32();
    order.now_day = in.u32();
    order.replaces = circle::decode_optional<circle::MemberTag>(in);
    const auto id = circle::ContentId::decode(in);
    const std::uint64_t sent_at_ms = in.u64();
    BREDVID_CHECK(arguments_end());
    if (form != 1 && form != 2) return failed(Code::not_allowed);
    BREDVID_TRY(made, circle.make_slip(order, id, sent_at_ms, random()));
    put(out, made.slip);
    put(out, made.notice);
    put(out, made.packages);
    return {};
  }
  if (number == Call::circle_live_slips) {
    BREDVID_CHECK(arguments_end());
    out.vector([&](tls::Writer& inner) {
      for (const auto& live : circle.live_slips()) {
        inner.u32(live.slip.selector);
        inner.u8(static_cast<std::uint8_t>(live.slip.role));
        inner.u32(live.slip.expires_day);
        circle::encode_optional(inner, live.slip.replaces);
        inner.present(live.mine);
      }
    });
    return {};
  }
  const std::uint32_t now_day = in.u32();
  BREDVID_CHECK(arguments_end());
  if (number == Call::circle_expired) {
    out.vector([&](tls::Writer& inner) {
      for (const std::uint32_t selector : circle.expired_slips(now_day)) inner.u32(selector);
    });
    return {};
  }
  BREDVID_TRY(packages, circle.refresh_packages(now_day, random()));
  put(out, packages);
  return {};
}

Outcome<void> Calls::commits(Call number, Circle& circle) {
  if (number == Call::circle_remove || number == Call::circle_update) {
    const auto member = number == Call::circle_remove ? circle::MemberId::decode(in) : circle::MemberId{};
    const std::uint32_t now_day = in.u32();
    BREDVID_CHECK(arguments_end());
    auto commit = number == Call::circle_remove ? circle.remove_member(member, now_day, random())
                                                : circle.update(now_day, random());
    if (!commit) return std::unexpected(commit.error());
    put(out, *commit);
    return {};
  }
  BREDVID_CHECK(arguments_end());
  if (number == Call::circle_pending) {
    out.present(circle.pending() != nullptr);
    if (circle.pending() != nullptr) put(out, *circle.pending());
  } else if (number == Call::circle_accepted) {
    BREDVID_TRY(events, circle.commit_accepted());
    put(out, events);
  } else {
    circle.commit_rejected();
  }
  return {};
}

Outcome<void> Calls::facts(Call number, Circle& circle) {
  if (number == Call::circle_members) {
    BREDVID_CHECK(arguments_end());
    const auto devices = circle.devices();
    out.vector([&](tls::Writer& inner) {
      for (const auto& entry : circle.roster()) {
        entry.member.encode(inner);
        inner.u8(static_cast<std::uint8_t>(entry.role));
        inner.opaque(bytes_of(entry.name));
        inner.vector([&](tls::Writer& ids) {
          for (const auto& device : devices) {
            if (device.member == entry.member) device.device.encode(ids);
          }
        });
        inner.present(!entry.count_secret.empty());
      }
    });
    return {};
  }
  if (number == Call::circle_tags) {
    const auto member = circle::MemberId::decode(in);
    const std::uint32_t span_id = in.u32();
    const std::uint32_t day = in.u32();
    const std::uint32_t year = in.u32();
    BREDVID_CHECK(arguments_end());
    BREDVID_TRY(tags, circle.tags_for(member, span_id, day, year));
    out.fixed(tags.tag);
    out.fixed(tags.day_tag);
    out.fixed(tags.year_tag);
    return {};
  }
  BREDVID_CHECK(arguments_end());
  out.vector([&](tls::Writer& inner) {
    for (const std::string_view word : circle.words()) inner.opaque(bytes_of(word));
  });
  return {};
}

Outcome<void> Calls::trouble(Call number, Circle& circle) {
  if (number == Call::circle_recover) {
    const std::uint32_t unseen_max = in.u32();
    const std::uint32_t now_day = in.u32();
    BREDVID_CHECK(arguments_end());
    BREDVID_TRY(commit, circle.recover(unseen_max, now_day, random()));
    put(out, commit);
    return {};
  }
  if (number == Call::circle_afresh) {
    const auto next = circle::CircleId::decode(in);
    const auto device = circle::DeviceId::decode(in);
    BREDVID_CHECK(arguments_end());
    BREDVID_TRY(made, Circle::create_afresh(circle, next, device, random()));
    out.u32(keep(std::move(made)));
    return {};
  }
  if (number != Call::circle_doubt) return failed(Code::not_allowed);
  BREDVID_CHECK(arguments_end());
  circle.doubt();
  return {};
}

}  // namespace bredvid::bindings
