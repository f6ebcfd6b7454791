// What is said in a circle: the plaintext inside an MLS application message.
//
//   struct {
//     uint8 version = 1;
//     opaque content<V>;         the Content below
//     opaque padding[...];       zeros up to the smallest bucket that fits
//   } PaddedContent;
//   struct {
//     ContentType type;          uint8
//     opaque content_id[16];     chosen by the author; the same again when a content is sent again
//     uint64 sent_at_ms;         since 1970, by the author's clock
//     select (type) { ... };     the structs below
//   } Content;
//
// One form only: an encoding that differs from ours in any byte is refused. A receipt, a contact and a short text have
// the same size on the wire.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "crypto/circle/attachment.h"
#include "crypto/circle/identity.h"
#include "crypto/circle/slip.h"

namespace bredvid::circle {

inline constexpr std::uint8_t kContentVersion = 1;
// Bytes. The last holds a text of 4,000 four-byte characters.
inline constexpr std::array<std::size_t, 4> kContentBuckets{256, 1024, 4096, 20480};
inline constexpr std::size_t kMaxTextCodePoints = 4000;
inline constexpr std::size_t kMaxTextSize = 4 * kMaxTextCodePoints;
inline constexpr std::size_t kMaxReceiptIds = 12;  // as many as fit the smallest bucket
inline constexpr std::size_t kMaxParticipants = 8;
inline constexpr std::uint8_t kFaceCount = 5;
inline constexpr std::size_t kMaxAwayTextCodePoints = 200;
inline constexpr std::size_t kMaxProgrammeIdSize = 32;
inline constexpr std::size_t kMaxProgrammeNameCodePoints = 80;
inline constexpr std::uint8_t kMaxConversations = 104;  // the wire's range
inline constexpr std::size_t kMaxPhases = 8;
inline constexpr std::uint8_t kMaxPhaseWeeks = 104;
inline constexpr std::uint8_t kMaxCheckInWeeks = 26;
inline constexpr std::size_t kMaxDetailsCodePoints = 500;  // a few people's names and numbers, not a file
inline constexpr std::uint8_t kReactionCount = 6;
inline constexpr std::size_t kMaxCardTitleCodePoints = 80;
inline constexpr std::size_t kMaxCardTextCodePoints = 500;
inline constexpr std::size_t kMaxCardTimes = 3;
inline constexpr std::size_t kMaxCardLines = 14;  // two a day
inline constexpr std::size_t kMaxCardLineCodePoints = 100;
inline constexpr std::size_t kMaxAttachmentNameCodePoints = 120;
inline constexpr std::size_t kMaxCaptionCodePoints = 500;
inline constexpr std::size_t kMaxPreviewSize = 3000;  // bytes; with a name and a caption it still fits a content
inline constexpr std::uint32_t kMaxVoiceMs = 600'000;
inline constexpr std::uint32_t kDayLimit = 100000;  // the wire's `day`
inline constexpr std::uint64_t kTimeLimitMs = std::uint64_t{kDayLimit} * 86'400'000;

// struct { opaque utf8<V>; }  1 to 4,000 code points
struct Text {
  std::string text;
};
// struct { uint8 state; ContentId ids<V>; }  1 to 12, none twice
struct Receipt {
  enum class State : std::uint8_t { delivered = 1, read = 2 };
  State state = State::delivered;
  std::vector<ContentId> contents;
};
// struct { uint8 kind; uint32 day; MemberId participants<V>; }  1 to 8, none twice
struct Contact {
  enum class Kind : std::uint8_t { dialogue = 1, email = 2, phone = 3, call = 4, visit = 5, meeting = 6, group = 7 };
  Kind kind = Kind::dialogue;
  std::uint32_t day = 0;  // civil day of the contact, since 1970-01-01
  std::vector<MemberId> participants;
};
// struct { opaque content_id[16]; }  the contact that was a mistake
struct ContactUndo {
  ContentId contact;
};
// struct { opaque name<V>; opaque count_secret<V>; }  the secret: 32 bytes from a parent, empty from others
struct Hello {
  std::string name;
  SecretBytes count_secret;
};
// struct { uint32 selector; uint8 role; uint32 expires_day; optional<MemberId> replaces;
//          opaque join[32]; opaque psk[32]; opaque psk_id[16]; }
struct SlipMade {
  std::uint32_t selector = 0;
  Role role = Role::parent;
  std::uint32_t expires_day = 0;     // its last day
  std::optional<MemberId> replaces;  // the joiner becomes this member's new device
  SlipKeys keys;
};
// struct { uint32 selector; opaque psk_id[16]; }
struct SlipRevoked {
  std::uint32_t selector = 0;
  Bytes psk_id;
};
// empty: this device will send nothing more; somebody should remove it
struct Leave {};
// struct { uint8 moment; uint8 face; }  how a parent says that things are, or (experience) how the support has been;
// face 1 (very hard) to 5 (good), 0 takes it back
struct Feeling {
  enum class Moment : std::uint8_t { first = 1, last = 2, experience = 3 };
  Moment moment = Moment::first;
  std::uint8_t face = 0;
};
// struct { opaque content_id[16]; uint8 stands; }  a parent says that a counted contact is not right; stands 0: no
// longer
struct Objection {
  ContentId contact;
  bool stands = true;
};
// struct { uint8 outcome; }  the support ends, after a time in which it can be taken back
struct Closing {
  enum class Outcome : std::uint8_t { completed = 1, declined = 2, not_reached = 3, further_support = 4 };
  Outcome outcome = Outcome::completed;
};
// struct { opaque content_id[16]; }  the closing that is taken back
struct ClosingBack {
  ContentId closing;
};
// empty: may feedback for the case worker be written together?
struct FeedbackAsk {};
// struct { opaque content_id[16]; uint8 yes; }  a parent's answer to that question
struct FeedbackAnswer {
  ContentId question;
  bool yes = false;
};
// struct { uint8 purpose; opaque name<V>; }  a supporter asks whether one more person may come in; the name: 0 to 40
// code points
struct ComeAsk {
  enum class Purpose : std::uint8_t { handover = 1, beside = 2, parent = 3 };
  Purpose purpose = Purpose::handover;
  std::string name;
};
// struct { opaque content_id[16]; }  the question that is taken back
struct ComeAskBack {
  ContentId question;
};
// struct { opaque content_id[16]; uint8 follows; }  a parent's answer to it: whether, and what of before may be read
struct ComeAnswer {
  enum class Follows : std::uint8_t { refused = 0, nothing = 1, week = 2, all = 3 };
  ContentId question;
  Follows follows = Follows::refused;
};
// struct { opaque content_id[16]; MemberId author; uint8 role; opaque name<V>; uint64 written_at_ms; opaque utf8<V>; }
// a text from before somebody came in, given on by a member: its own id, who wrote it and when, by this member's word
struct Before {
  ContentId text_id;
  MemberId author;
  Role role = Role::parent;
  std::string name;
  std::uint64_t written_at_ms = 0;
  std::string text;
};
// struct { uint32 first_day; uint32 last_day; optional<MemberId> cover; opaque utf8<V>; }  a supporter is away, both
// days included; who answers meanwhile; 0 to 200 code points
struct Away {
  std::uint32_t first_day = 0;
  std::uint32_t last_day = 0;
  std::optional<MemberId> cover;
  std::string text;
};
// struct { opaque content_id[16]; }  back earlier, or the days were wrong
struct AwayBack {
  ContentId away;
};
// empty: a parent would like a conversation of their own
struct OwnAsk {};
// struct { opaque assignment_id[16]; opaque utf8<V>; }  in a staff circle: how the parent of an assignment is reached,
// from the coordinator to whoever keeps it; 0 to 500 code points, empty takes it back
struct Details {
  AssignmentId assignment;
  std::string text;
};

// struct { uint8 least_weeks; uint8 most_weeks; uint8 check_in_every_weeks; }  1 to 104, 1 to 104, 0 (none) to 26
struct ProgrammePhase {
  std::uint8_t least_weeks = 1;
  std::uint8_t most_weeks = 1;
  std::uint8_t check_in_every_weeks = 0;
};
// struct { opaque id<V>; opaque sv<V>; opaque en<V>; opaque ar<V>; uint8 least; uint8 most; ProgrammePhase phases<V>;
//          uint8 phase; uint32 since_day; uint8 feedback; uint32 revision; }
// how this support goes on, said by a supporter: the programme's id (1 to 32 of a-z, 0-9 and _, a letter first), its
// name (0 to 80 code points, Swedish at least 1), its conversations (0 and 0: without a number), its phases, which of
// them it is now (from 1; 0: there are none) and since when, and whether feedback is offered at the end. The highest
// revision (from 1) stands
struct Programme {
  std::string id;
  std::string sv;
  std::string en;
  std::string ar;
  std::uint8_t least = 0;
  std::uint8_t most = 0;
  std::vector<ProgrammePhase> phases;
  std::uint8_t phase = 0;
  std::uint32_t since_day = 0;
  bool feedback = false;
  std::uint32_t revision = 1;
};

// struct { opaque content_id[16]; opaque utf8<V>; }  1 to 4,000 code points, an answer to another content
struct Reply {
  ContentId answered;
  std::string text;
};
// struct { opaque content_id[16]; uint8 mark; }  one for each member and content, the newest stands
struct Reaction {
  enum class Mark : std::uint8_t { none = 0, heart = 1, thumb_up = 2, thanks = 3, hug = 4, sad_with_you = 5, tick = 6 };
  ContentId content;
  Mark mark = Mark::none;  // none takes it back
};
// struct { opaque content_id[16]; uint32 revision; opaque utf8<V>; }  the author's new words for a text of theirs; the
// highest revision (from 1) stands
struct Edit {
  ContentId content;
  std::uint32_t revision = 1;
  std::string text;
};
// struct { opaque content_id[16]; }  the author takes what they said away, for all
struct Delete {
  ContentId content;
};

// struct { uint8 kind; opaque attachment_id[16]; opaque key[32]; uint32 size; uint16 width; uint16 height;
//          uint32 duration_ms; opaque name<V>; opaque preview<V>; opaque caption<V>; }
// what is too large for a message (attachment.h): where its parts are kept, and their key. size: plain bytes, 1 to 25
// MiB. width, height: of a photo, both at least 1; else 0. duration_ms: of a voice, 1 to 600,000; else 0. name: of a
// file, 0 to 120 code points without / \ and control characters; else empty. preview: of a photo, a JPEG of 0 to 3,000
// bytes; else empty. caption: 0 to 500 code points
struct Attachment {
  enum class Kind : std::uint8_t { photo = 1, file = 2, voice = 3 };
  Kind kind = Kind::photo;
  AttachmentId attachment_id;
  SecretBytes key;
  std::uint32_t size = 0;
  std::uint16_t width = 0;
  std::uint16_t height = 0;
  std::uint32_t duration_ms = 0;
  std::string name;
  Bytes preview;
  std::string caption;
};

// struct { opaque card_id[16]; uint32 revision; uint8 kind; opaque title<V>; opaque text<V>; uint64 times<V>;
//          opaque lines<V>; }  each line opaque<V>
// something to return to: title 0 to 80 code points in one line, text 0 to 500, times (ms since 1970) 1 to 3 on
// meetings and none on others, lines 1 to 14 of 1 to 100 code points on week plans and none on others; gone: taken
// away, all else is empty. The highest revision (from 1) stands
struct Card {
  enum class Kind : std::uint8_t { gone = 0, meeting = 1, phone = 2, agreed = 3, week = 4 };
  CardId id;
  std::uint32_t revision = 1;
  Kind kind = Kind::gone;
  std::string title;
  std::string text;
  std::vector<std::uint64_t> times;
  std::vector<std::string> lines;
};
// struct { opaque card_id[16]; uint32 revision; uint8 line; uint8 done; }  a line (from 0) of that revision's week plan
struct Tick {
  CardId card;
  std::uint32_t revision = 1;
  std::uint8_t line = 0;
  bool done = false;
};
// struct { opaque content_id[16]; uint8 pinned; }  a text that is easy to find again, or no longer
struct Pin {
  ContentId content;
  bool pinned = false;
};
// struct { opaque card_id[16]; uint32 revision; uint8 choice; }  which of a meeting's times suits, from 1; 0: none does
struct MeetingAnswer {
  CardId card;
  std::uint32_t revision = 1;
  std::uint8_t choice = 0;
};
// empty: a parent has just left in a hurry; nobody should call or write before they do
struct QuickExit {};

using ContentBody = std::variant<Text, Receipt, Contact, ContactUndo, Hello, SlipMade, SlipRevoked, Leave, Feeling,
                                 Objection, Closing, ClosingBack, FeedbackAsk, FeedbackAnswer, ComeAsk, ComeAskBack,
                                 ComeAnswer, Before, Away, AwayBack, OwnAsk, Programme, Details, Reply, Reaction, Edit,
                                 Delete, Attachment, Card, Tick, Pin, MeetingAnswer, QuickExit>;

struct Content {
  ContentId id;
  std::uint64_t sent_at_ms = 0;
  ContentBody body;
};

// Padded. Errors: not_allowed when a field is outside its limits.
[[nodiscard]] Outcome<SecretBytes> encode_content(const Content& content);
// Errors: mls_malformed; content_unknown for a newer version or type.
[[nodiscard]] Outcome<Content> decode_content(ByteView padded);

// The number of a kind of content, from 1; never changes its meaning.
[[nodiscard]] std::uint8_t content_type(const ContentBody& body);

// The struct of one kind, without type and padding; for the bindings.
void encode_body(tls::Writer& writer, const ContentBody& body);
// Fails the reader for an unknown type too.
[[nodiscard]] ContentBody decode_body(tls::Reader& reader, std::uint8_t type);

// Shared with the circle's stored state.
void encode_slip(tls::Writer& writer, const SlipMade& slip);
[[nodiscard]] SlipMade decode_slip(tls::Reader& reader);

}  // namespace bredvid::circle
