// The content that tells of an attachment: what it may say, and what it looks like from outside.
#include <gtest/gtest.h>

#include "crypto/circle/content.h"
#include "tests/crypto/circle/counting_random.h"

namespace bredvid::circle {
namespace {

class AttachmentContent : public testing::Test {
 protected:
  CountingRandom random_;

  Content with(ContentBody body) { return {ContentId::fresh(random_), 1'700'000'000'000, std::move(body)}; }
};

Attachment photo(Random& random) {
  return {Attachment::Kind::photo,
          AttachmentId::fresh(random),
          random.secret(kAttachmentKeySize),
          300'000,
          1600,
          1200,
          0,
          "",
          random.bytes(2000),
          "Rummet är klart 🌱"};
}
Attachment file(Random& random) {
  return {Attachment::Kind::file,
          AttachmentId::fresh(random),
          random.secret(kAttachmentKeySize),
          1,
          0,
          0,
          0,
          "Beslut å ä ö.pdf",
          {},
          ""};
}
Attachment voice(Random& random) {
  return {Attachment::Kind::voice,
          AttachmentId::fresh(random),
          random.secret(kAttachmentKeySize),
          40'000,
          0,
          0,
          9'000,
          "",
          {},
          ""};
}

TEST_F(AttachmentContent, Limits) {
  const auto taken = [&](Attachment (*make)(Random&), auto change) {
    Attachment attachment = make(random_);
    change(attachment);
    return encode_content(with(std::move(attachment))).has_value();
  };
  std::string name;
  for (std::size_t i = 0; i < kMaxAttachmentNameCodePoints; ++i) name += "😀";
  std::string caption;
  for (std::size_t i = 0; i < kMaxCaptionCodePoints; ++i) caption += "😀";
  using A = Attachment;
  EXPECT_TRUE(taken(photo, [&](A& a) {
    a.size = kMaxAttachmentSize;
    a.width = a.height = 0xffff;
    a.preview.assign(kMaxPreviewSize, 1);
    a.caption = caption;
  }));
  EXPECT_TRUE(taken(photo, [](A& a) { a.preview.clear(), a.caption = "", a.width = a.height = 1; }));
  EXPECT_TRUE(taken(file, [&](A& a) { a.name = name, a.caption = caption; }));
  EXPECT_TRUE(taken(file, [](A& a) { a.name = ""; }));
  EXPECT_TRUE(taken(voice, [](A& a) { a.duration_ms = kMaxVoiceMs; }));
  for (auto* make : {photo, file, voice}) {
    EXPECT_FALSE(taken(make, [](A& a) { a.size = 0; }));
    EXPECT_FALSE(taken(make, [](A& a) { a.size = kMaxAttachmentSize + 1; }));
    EXPECT_FALSE(taken(make, [&](A& a) { a.caption = caption + "x"; }));
    EXPECT_FALSE(taken(make, [](A& a) { a.caption = "\xed\xa0\x80"; }));
    EXPECT_FALSE(taken(make, [](A& a) { a.kind = A::Kind{}; }));
    EXPECT_FALSE(taken(make, [](A& a) { a.kind = static_cast<A::Kind>(4); }));
    EXPECT_FALSE(taken(make, [](A& a) { a.duration_ms = kMaxVoiceMs + 1; }));
    EXPECT_FALSE(taken(make, [](A& a) { a.preview.assign(kMaxPreviewSize + 1, 1); }));
  }
  EXPECT_FALSE(taken(photo, [](A& a) { a.width = 0; }));
  EXPECT_FALSE(taken(photo, [](A& a) { a.height = 0; }));
  EXPECT_FALSE(taken(photo, [](A& a) { a.duration_ms = 1; }));
  EXPECT_FALSE(taken(photo, [](A& a) { a.name = "bild.jpg"; })) << "a photo's name says where and when";
  EXPECT_FALSE(taken(file, [&](A& a) { a.name = name + "x"; }));
  for (const char* bad : {"a/b", "a\\b", "a\nb", "\x7f", "\xff"}) {
    EXPECT_FALSE(taken(file, [&](A& a) { a.name = bad; })) << bad;
  }
  EXPECT_FALSE(taken(file, [](A& a) { a.preview = {1}; }));
  EXPECT_FALSE(taken(file, [](A& a) { a.height = 1; }));
  EXPECT_FALSE(taken(file, [](A& a) { a.duration_ms = 1; }));
  EXPECT_FALSE(taken(voice, [](A& a) { a.duration_ms = 0; }));
  EXPECT_FALSE(taken(voice, [](A& a) { a.width = 1; }));
  EXPECT_FALSE(taken(voice, [](A& a) { a.name = "x"; }));
}

TEST_F(AttachmentContent, ComesThroughWithItsKey) {
  Attachment made = photo(random_);
  const Bytes key = to_bytes(made.key.view());
  const auto encoded = encode_content(with(std::move(made)));
  ASSERT_TRUE(encoded);
  const auto decoded = decode_content(encoded->view());
  ASSERT_TRUE(decoded);
  const auto* read = std::get_if<Attachment>(&decoded->body);
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(to_bytes(read->key.view()), key);
  EXPECT_EQ(read->width, 1600);
  EXPECT_EQ(read->preview.size(), 2000u);
  EXPECT_EQ(read->caption, "Rummet är klart 🌱");
}

TEST_F(AttachmentContent, AVoiceLooksLikeAShortText) {
  EXPECT_EQ(encode_content(with(voice(random_)))->size(), kContentBuckets[0]);
  EXPECT_EQ(encode_content(with(file(random_)))->size(), kContentBuckets[0]);
}

}  // namespace
}  // namespace bredvid::circle
