#include "server/wire/limits.h"

#include "server/webauthn/limits.h"
#include "server/wire/frames.h"

namespace bredvid::wire {
namespace {

constexpr std::size_t kSmall = kFrameOverheadBytes;
constexpr std::size_t kTagSetBytes = 3 * 34 + 1;
constexpr std::size_t kCircleBytes = 17 + 3 * 9 + 1;
constexpr std::size_t kSpanListBytes = kMaxSpans * 16;
constexpr std::size_t kReleaseEntryBytes = 17;
constexpr std::size_t kOpeningBytes = 16 + kMaxOpenTimes * 8 + kMaxClosedDays * 5;
constexpr std::size_t kOrganisationBytes = kMaxOrgNameBytes + kMaxOrgHoursBytes + 8 + kOpeningBytes;

constexpr std::size_t kColleagueBytes = 17 + 1 + kMaxLabelBytes + 3 + 5 + 1;
constexpr std::size_t kNameBytes = 1 + kMaxNameLanguages * (1 + 3 + 2 + kMaxNamedBytes);
constexpr std::size_t kPhaseBytes = 1 + kNameBytes + 5 + 2;
constexpr std::size_t kProgrammeBytes =
    1 + 2 + kMaxProgrammeIdBytes + kNameBytes + 2 + 5 + 1 + kMaxPhases * kPhaseBytes + 1 + 2;
constexpr std::size_t kQueueRowBytes = 1 + 3 * 5;
constexpr std::size_t kAssignmentBytes = 2 * 17 + kMaxLabelBytes + 3 + 2 * 5 + 2;

}  // namespace

std::size_t client_frame_limit_bytes(std::uint64_t type) {
  switch (type) {
    case Ping::kType:
    case CircleCreate::kType:
    case Ack::kType:
    case SlipRevoke::kType:
    case CircleLeave::kType:
    case ReleaseList::kType:
    case ReleaseGet::kType:
    case ProgrammesGet::kType:
    case StaffList::kType:
    case StaffRemove::kType:
    case AssignmentGive::kType:
    case AssignmentEnd::kType:
    case AssignmentList::kType:
    case TalkAsk::kType:
    case TalkHad::kType:
    case PersonHere::kType:
    case WaitSwitch::kType:
    case WaitEnd::kType:
    case QueueGet::kType:
    case QueueTake::kType:
    case WaitBack::kType:
    case AttachBegin::kType:
    case AttachGet::kType:
    case AttachDone::kType:
      return kSmall;
    case DoorMake::kType:
      return 32 + kSmall;
    case AttachPut::kType:
      return 16 + 16 + kMaxChunkBytes + kSmall;
    case WaitBegin::kType:
      return 32 + kEnrolmentBytes + 32 + kSmall;
    case WaitGive::kType:
      return 16 + kMaxWaitSealedBytes + kSmall;
    case Login::kType:
      return 16 + 64 + kSmall;
    case SlipOpen::kType:
      return 32 + kSmall;
    case SlipRedeemStaff::kType:
      return 32 + kEnrolmentBytes + kSmall;
    case SlipRedeemCircle::kType:
      return 32 + 16 + kEnrolmentBytes + kMaxCommitBytes + kMaxSealedListBytes + kSmall;
    case SendMessage::kType:
      return 16 + 16 + kMaxBlobBytes + kSmall;
    case SendCommit::kType:
      return 16 + 16 + kMaxCommitBytes + kMaxSealedListBytes + kMaxRemoved * 17 + kSmall;
    case SlipMakeCircle::kType:
      return 32 + 16 + kMaxSealedBytes + 16 + kSmall;
    case SlipMakeStaff::kType:
      return 32 + kMaxLabelBytes + kSmall;
    case StaffName::kType:
    case AssignmentMake::kType:
      return 16 + 16 + kMaxLabelBytes + kSmall;
    case SlipRefresh::kType:
      return 16 + kMaxSealedListBytes + kSmall;
    case Tally::kType:
      return 16 + kMaxTagSets * kTagSetBytes + kSmall;
    case ShareGet::kType:
      return 16 + 32 + kSmall;
    case ShareChange::kType:
      return 32 + 32 + kSmall;
    case PasskeyRegister::kType:
      return webauthn::kMaxClientDataBytes + webauthn::kMaxAttestationBytes + kSmall;
    case PasskeySignIn::kType:
      return webauthn::kMaxCredentialIdBytes + webauthn::kMaxClientDataBytes + webauthn::kMaxAuthDataBytes +
             webauthn::kMaxSignatureBytes + webauthn::kMaxUserHandleBytes + kSmall;
    default:
      return 0;
  }
}

std::size_t server_frame_limit_bytes(std::uint64_t type) {
  switch (type) {
    case Hello::kType:
    case Ok::kType:
    case Stored::kType:
    case News::kType:
    case Gone::kType:
    case Share::kType:
    case AttachAt::kType:
      return kSmall + 32;
    case AttachChunk::kType:
      return kMaxChunkBytes + kSmall;
    case Taken::kType:
      return 16 + 32 + kSmall;
    case DoorOpened::kType:
      return 16 + kMaxWaitSealedBytes + kSmall;
    case DoorInfo::kType:
    case Waiting::kType:
      return kMaxOpenOrganisations * (kOrganisationBytes + 9) + kSmall;
    case Queue::kType:
      return kMaxQueueRows * kQueueRowBytes + kSmall;
    case Staff::kType:
      return kMaxStaff * kColleagueBytes + kSmall;
    case Programmes::kType:
      return kMaxProgrammes * kProgrammeBytes + kSmall;
    case Assignments::kType:
      return kMaxAssignments * kAssignmentBytes + kSmall;
    case LoginOk::kType:
      return kOrganisationBytes + kMaxCirclesPerDevice * kCircleBytes + kSpanListBytes + kSmall;
    case SlipInfo::kType:
      return kOrganisationBytes + 16 + kMaxSealedBytes + kSmall;
    case Redeemed::kType:
      return kOrganisationBytes + 32 + kSpanListBytes + kSmall;
    case Envelope::kType:
      return 16 + kMaxBlobBytes + kSmall;
    case Spans::kType:
      return kSpanListBytes + kSmall;
    case Releases::kType:
      return kMaxReleasesListed * kReleaseEntryBytes + kSmall;
    case Release::kType:
      return 2 * kMaxReleaseTextBytes + kSmall;
    case PasskeyWanted::kType:
      return kOrganisationBytes + 32 + kMaxRpIdBytes + 16 + kMaxPasskeys * (webauthn::kMaxCredentialIdBytes + 3) +
             kSmall;
    case Error::kType:
      return kMaxSentenceBytes + kSmall;
    default:
      return 0;
  }
}

}  // namespace bredvid::wire
