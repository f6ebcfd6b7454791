// The line to JavaScript, without WebAssembly: numbers and bytes in, bytes out, bad ones refused.
#include "crypto/bindings/session.h"

#include <gtest/gtest.h>

#include "tests/crypto/circle/counting_random.h"

namespace bredvid::bindings {
namespace {

class SessionTest : public testing::Test {
 protected:
  CountingRandom random_;
  Session session_{random_};

  template <typename Write>
  SecretBytes call(Call number, Write&& write) {
    tls::Writer arguments;
    write(arguments);
    return session_.call(static_cast<std::uint32_t>(number), arguments.view());
  }
  SecretBytes call(Call number) {
    return call(number, [](tls::Writer&) {});
  }
  static std::string failure(const SecretBytes& answer) {
    tls::Reader reader(answer.view());
    if (reader.u8() != 1) return "done";
    const Bytes code = reader.opaque();
    return {code.begin(), code.end()};
  }
  static std::uint32_t handle(const SecretBytes& answer) {
    tls::Reader reader(answer.view());
    EXPECT_EQ(reader.u8(), 0);
    return reader.u32();
  }
  std::uint32_t circle() {
    return handle(call(Call::circle_create, [](tls::Writer& out) {
      out.fixed(Bytes(3 * circle::kIdSize, 7));
      out.u8(2);
      out.opaque(bytes_of("Kerstin"));
    }));
  }
};

TEST_F(SessionTest, UnknownNumbersAreRefused) {
  for (const std::uint32_t number : {0u, 8u, 42u, 255u, 256u, 1'000'000u}) {
    const std::string code = failure(session_.call(number, {}));
    EXPECT_TRUE(code == "not_allowed" || code == "state_bad") << number << code;
  }
}

TEST_F(SessionTest, CutAndLengthenedArgumentsAreRefused) {
  tls::Writer whole;
  whole.fixed(Bytes(3 * circle::kIdSize, 7));
  whole.u8(1);
  whole.opaque(bytes_of("Amira"));
  const auto create = static_cast<std::uint32_t>(Call::circle_create);
  for (std::size_t size = 0; size < whole.view().size(); ++size) {
    ASSERT_EQ(failure(session_.call(create, whole.view().first(size))), "not_allowed");
  }
  EXPECT_EQ(failure(session_.call(create, concat({whole.view(), Bytes{0}}))), "not_allowed");
  EXPECT_EQ(failure(session_.call(create, whole.view())), "done");
}

TEST_F(SessionTest, HandlesAreOfOneKindAndEndWithDispose) {
  const std::uint32_t opened = circle();
  const auto with = [&](Call number, std::uint32_t handle) {
    return failure(call(number, [&](tls::Writer& out) { out.u32(handle); }));
  };
  EXPECT_EQ(with(Call::circle_words, opened), "done");
  EXPECT_EQ(with(Call::share_auth, opened), "state_bad");
  EXPECT_EQ(with(Call::circle_words, opened + 1), "state_bad");
  EXPECT_EQ(with(Call::dispose, opened), "done");
  EXPECT_EQ(with(Call::dispose, opened), "state_bad");
  EXPECT_EQ(with(Call::circle_words, opened), "state_bad");
}

TEST_F(SessionTest, AMistypedSlipNamesItsGroup) {
  const auto parse = [&](std::string_view text) {
    return call(Call::slip_parse, [&](tls::Writer& out) { out.opaque(bytes_of(text)); });
  };
  const std::string text = circle::slip_text(circle::make_slip(circle::SlipForm::typed, random_));
  EXPECT_EQ(failure(parse(text)), "done");
  std::string wrong = text;
  wrong[6] = wrong[6] == '2' ? '3' : '2';
  const SecretBytes answer = parse(wrong);
  EXPECT_EQ(failure(answer), "slip_mistyped");
  tls::Reader detail(answer.view().last(4));
  EXPECT_EQ(detail.u32(), 2u);
}

TEST_F(SessionTest, EverySealedStateComesBack) {
  const std::uint32_t stretched = handle(call(Call::stretch, [](tls::Writer& out) {
    out.opaque(bytes_of("123456"));
    out.opaque(Bytes(16, 1));
  }));
  const std::uint32_t vault = handle(call(Call::vault_unlock, [&](tls::Writer& out) {
    out.u32(stretched);
    out.opaque(Bytes(32, 2));
  }));
  const SecretBytes sealed = call(Call::circle_seal, [&](tls::Writer& out) {
    out.u32(circle());
    out.u32(vault);
    out.opaque(bytes_of("circle:1"));
  });
  tls::Reader reader(sealed.view());
  ASSERT_EQ(reader.u8(), 0);
  const Bytes record = reader.opaque();
  const auto restore = [&](std::string_view place) {
    return failure(call(Call::circle_restore, [&](tls::Writer& out) {
      out.u32(vault);
      out.opaque(bytes_of(place));
      out.opaque(record);
    }));
  };
  EXPECT_EQ(restore("circle:1"), "done");
  EXPECT_EQ(restore("circle:2"), "state_bad");
}

TEST_F(SessionTest, AnAttachmentsPartsAreSealedAndOpened) {
  const auto chunk_call = [&](Call number, std::uint32_t index, std::uint8_t last, ByteView content) {
    return call(number, [&](tls::Writer& out) {
      out.fixed(Bytes(circle::kAttachmentKeySize, 5));
      out.u32(index);
      out.u8(last);
      out.opaque(content);
    });
  };
  const Bytes plain(circle::kChunkSize, 9);
  const SecretBytes sealed = chunk_call(Call::chunk_seal, 7, 0, plain);
  tls::Reader reader(sealed.view());
  ASSERT_EQ(reader.u8(), 0);
  const Bytes content = reader.opaque();
  const SecretBytes opened = chunk_call(Call::chunk_open, 7, 0, content);
  tls::Reader answer(opened.view());
  ASSERT_EQ(answer.u8(), 0);
  EXPECT_EQ(answer.opaque(), plain);
  EXPECT_EQ(failure(chunk_call(Call::chunk_open, 7, 1, content)), "mls_decrypt_failed");
  EXPECT_EQ(failure(chunk_call(Call::chunk_open, 8, 0, content)), "mls_decrypt_failed");
  EXPECT_EQ(failure(chunk_call(Call::chunk_seal, 7, 2, plain)), "not_allowed");
  EXPECT_EQ(failure(chunk_call(Call::chunk_seal, 7, 0, bytes_of("short"))), "not_allowed");
  EXPECT_EQ(failure(call(Call::chunk_seal, [](tls::Writer& out) { out.u8(0); })), "not_allowed");
}

TEST_F(SessionTest, ASlipGoesThroughAnOpenDoor) {
  const std::string door = circle::slip_text(circle::make_slip(circle::SlipForm::typed, random_));
  const std::string slip = circle::slip_text(circle::make_slip(circle::SlipForm::qr, random_));
  const SecretBytes keys = call(Call::wait_key);
  ASSERT_EQ(keys.size(), 1u + 32 + 32);
  const auto door_call = [&](Call number, ByteView key, ByteView content, std::uint8_t wait) {
    return call(number, [&](tls::Writer& out) {
      out.opaque(bytes_of(door));
      out.fixed(Bytes(circle::kIdSize, wait));
      out.fixed(key);
      out.opaque(content);
    });
  };
  const ByteView public_key = keys.view().subspan(1, 32);
  const ByteView private_key = keys.view().subspan(33, 32);
  const SecretBytes sealed = door_call(Call::door_seal, public_key, bytes_of(slip), 5);
  tls::Reader reader(sealed.view());
  ASSERT_EQ(reader.u8(), 0);
  const Bytes content = reader.opaque();
  const SecretBytes opened = door_call(Call::door_open, private_key, content, 5);
  tls::Reader answer(opened.view());
  ASSERT_EQ(answer.u8(), 0);
  EXPECT_EQ(answer.opaque(), to_bytes(bytes_of(slip)));
  EXPECT_EQ(failure(door_call(Call::door_open, private_key, content, 6)), "mls_decrypt_failed");
  EXPECT_EQ(failure(door_call(Call::door_open, public_key, content, 5)), "mls_decrypt_failed");
  EXPECT_EQ(failure(door_call(Call::door_seal, public_key, bytes_of(door), 5)), "not_allowed");
  EXPECT_EQ(failure(door_call(Call::door_seal, Bytes(32), bytes_of(slip), 5)), "mls_decrypt_failed");
  EXPECT_EQ(failure(call(Call::wait_key, [](tls::Writer& out) { out.u8(0); })), "not_allowed");
  EXPECT_EQ(failure(call(Call::door_seal, [](tls::Writer& out) { out.u8(0); })), "not_allowed");
}

// circle, member, device, epoch, active, in_doubt, thread_lost, optional<circle>, staff
struct Facts {
  std::uint64_t epoch = 0;
  bool in_doubt = false;
  bool thread_lost = false;
  std::optional<circle::CircleId> restarted_from;
};
Facts facts_of(const SecretBytes& answer) {
  tls::Reader reader(answer.view());
  EXPECT_EQ(reader.u8(), 0);
  (void)reader.fixed(3 * circle::kIdSize);
  Facts facts{reader.u64(), false, false, std::nullopt};
  EXPECT_TRUE(reader.present());
  facts.in_doubt = reader.present();
  facts.thread_lost = reader.present();
  facts.restarted_from = circle::decode_optional<circle::CircleTag>(reader);
  EXPECT_FALSE(reader.present());
  EXPECT_TRUE(reader.finish());
  return facts;
}

TEST_F(SessionTest, DoubtEndsWithTheRecoveryThatWasAccepted) {
  const std::uint32_t opened = circle();
  const auto with = [&](Call number) { return call(number, [&](tls::Writer& out) { out.u32(opened); }); };
  const auto recover = [&](std::uint32_t unseen_max) {
    return call(Call::circle_recover, [&](tls::Writer& out) {
      out.u32(opened);
      out.u32(unseen_max);
      out.u32(20'000);
    });
  };
  EXPECT_FALSE(facts_of(with(Call::circle_facts)).in_doubt);
  EXPECT_EQ(failure(with(Call::circle_doubt)), "done");
  EXPECT_TRUE(facts_of(with(Call::circle_facts)).in_doubt);
  EXPECT_EQ(failure(call(Call::circle_update,
                         [&](tls::Writer& out) {
                           out.u32(opened);
                           out.u32(20'000);
                         })),
            "state_rolled_back");
  EXPECT_EQ(failure(recover(1000)), "not_allowed");
  const SecretBytes commit = recover(0);
  tls::Reader reader(commit.view());
  EXPECT_EQ(reader.u8(), 0);
  EXPECT_EQ(reader.u64(), 0u);  // the epoch that it leaves
  EXPECT_EQ(failure(with(Call::circle_accepted)), "done");
  const Facts after = facts_of(with(Call::circle_facts));
  EXPECT_FALSE(after.in_doubt);
  EXPECT_EQ(after.epoch, 1u);
}

TEST_F(SessionTest, ACircleStartedAfreshSaysWhatItFollows) {
  const std::uint32_t before = circle();
  const auto afresh = [&](std::uint8_t id) {
    return call(Call::circle_afresh, [&](tls::Writer& out) {
      out.u32(before);
      out.fixed(Bytes(circle::kIdSize, id));
      out.fixed(Bytes(circle::kIdSize, 7));
    });
  };
  EXPECT_EQ(failure(afresh(7)), "not_allowed");
  const std::uint32_t next = handle(afresh(8));
  EXPECT_NE(next, before);
  const auto facts = [&](std::uint32_t of) {
    return facts_of(call(Call::circle_facts, [&](tls::Writer& out) { out.u32(of); }));
  };
  EXPECT_EQ(facts(next).restarted_from, circle::CircleId::from(Bytes(circle::kIdSize, 7)));
  EXPECT_FALSE(facts(before).restarted_from);
}

TEST_F(SessionTest, AnEnvelopeFromBeyondIsTwoEvents) {
  const std::uint32_t opened = circle();
  const SecretBytes answer = call(Call::circle_receive, [&](tls::Writer& out) {
    out.u32(opened);
    out.u8(0);
    out.u64(5);
    out.opaque(Bytes(10, 1));
  });
  tls::Reader reader(answer.view());
  EXPECT_EQ(reader.u8(), 0);
  tls::Reader events(reader.opaque_view());
  EXPECT_EQ(events.u8(), 12u);  // Unreadable
  EXPECT_EQ(to_bytes(events.opaque_view()), to_bytes(bytes_of("mls_malformed")));
  EXPECT_FALSE(events.present());
  EXPECT_EQ(events.u8(), 14u);  // ThreadLost
  EXPECT_TRUE(events.finish());
  EXPECT_TRUE(facts_of(call(Call::circle_facts, [&](tls::Writer& out) { out.u32(opened); })).thread_lost);
}

}  // namespace
}  // namespace bredvid::bindings
