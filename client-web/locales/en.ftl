# English. sv.ftl is the model.
# Write short sentences. The reader may be tired, afraid, and on a small screen.

## Everywhere

app-loading = Opening …
language = Language
skip-to-content = Skip to the content
top-bar = Help and way out
quick-exit = Leave quickly
quick-exit-hint = You can also press Shift three times.
call-112 = Call 112
back = Back
close = Close
cancel = Cancel
done = Done
save = Save
saved = Saved.
copy-link = Copy the link
copied = Copied.
copy-failed = It could not be copied.
print = Print
try-again = Try again
menu-help = Help
menu-settings = Settings
hours-label = Open and answers:
hours-unknown = You can write at any time. You get an answer when somebody is in.
hours-open = Open now.
# $time: "today 17:00", "Monday 08:00": see moment-*
hours-open-until = Open now, until { $time }.
hours-opens = Closed now. Opens { $time }.
hours-answer-by = If you write now, you get an answer by { $time }.
moment-today = today { $time }
moment-tomorrow = tomorrow { $time }
moment-day = { $day } { $time }

role-parent = Parent
role-supporter = Supporter
role-coordinator = Coordinator
role-lead = Project lead

## Contact with the server

link-offline = No connection right now. What you write is kept here and sent later.
    .easy = No network right now. What you write is kept.
link-offline-retry = No connection right now. What you write is kept here. Next try in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
link-connecting = Connecting …
link-retry = Try now
lock-soon = Locks soon. Touch the screen to stay.
waiting-banner = { $count ->
        [one] One message is waiting to be sent.
       *[other] { $count } messages are waiting to be sent.
    }

## The first time: no slip yet

start-title = Have you been given a slip?
start-intro = Somebody who wants to stand beside you has given you a slip with a code. Enter the code here, and you can write at once. Have you seen a poster? Enter the code from there.
    .easy = Have you got a slip with a code? Type the code here. Then you can write at once.
start-code-label = The code on the slip
start-code-hint = Capital or small letters make no difference. You can also paste the whole link.
    .easy = Small letters are fine too.
start-open = Open the slip
start-opening = Reading the slip …
start-scan = Scan the QR code with the camera
start-scan-stop = Close the camera
start-scan-title = Hold the slip in front of the camera
start-scan-view = Picture from the camera
start-scan-failed = The camera can't be used here. Enter the code instead, or open your phone's own camera and point it at the QR code.
start-scan-advice = Does the slip have a QR code? Open your phone's own camera and point it at the code.
start-none-title = No slip?
start-none = Ask the person who offered you support. A new slip is quick to make and costs nothing.
    .easy = Ask the person who offered you support. It costs nothing.
slip-mistyped-part = Part { $part } does not look right. Compare it with the slip, character by character.
slip-mistyped-which = Part { $part } of the code:

## The slip has been read: choose a name and a PIN

join-title = Welcome
join-what = Here you can write with { $org } whenever you want, and only those of you in the conversation can read it: not the social services' case workers, not any manager, and not whoever runs the server.
    .easy = Here you can write with { $org }. Only those who take part can read. Social services cannot read. No manager can read.
join-limits = But anyone who has both your phone and your PIN can read it, and the person you write with may be obliged to report it if a child is being harmed.
    .easy = Whoever has your phone and your PIN can also read. The person you write with may have to report if a child is being harmed.
join-what-staff = With this slip, this device becomes your key at { $org } as { $role ->
        [supporter] a supporter
        [coordinator] a coordinator
       *[lead] a project lead
    }.
join-limits-supporter = You read only the conversations you are in yourself, and nobody can read them for you if your phone is lost.
join-limits-staff = You never see what anybody writes, and nobody can see it through you.
join-more = { $count ->
        [one] The link holds one more slip. It is used at the same time.
       *[other] The link holds { $count } more slips. They are used at the same time.
    }
join-cannot-title = What can we not protect?
join-cannot-spy = Spyware on the phone can read what you read.
join-cannot-force = If somebody forces you to unlock it, they can read.
join-cannot-share = The person you write with can show it to others.
join-cannot-lost = If you lose your phone you get a new slip, but the old messages do not come back to you.
join-cannot-code = Whoever runs the server can't read, but could replace the program itself.
join-name = Your name
join-name-hint = This is what the others see. A first name is enough.
join-pin = Choose a PIN
join-pin-hint = Six digits that you remember. Not your birthday.
    .easy = Six digits that you remember.
join-pin-again = The same PIN once more
join-phrase = Choose a passphrase
join-phrase-hint = At least eight characters. A few words in a row are good.
join-phrase-again = The same passphrase once more
join-use-phrase = Use a passphrase instead of a PIN
pin-show = Show what I type
join-submit = Start
join-cancel = Do not use the slip
join-name-bad = Enter a name of at most 40 characters.
join-pin-bad = The PIN should be six digits.
join-phrase-bad = The passphrase should have at least eight characters.
join-pin-differs = They were not the same. Enter it again.
joining-title = Almost there
joining-text = The keys are being made ready. It takes a few seconds.
    .easy = Wait a little. It takes a few seconds.
joining-offline = No connection right now. It goes on by itself, and the slip is not lost.
    .easy = There is no network right now. It goes on by itself.

## With a poster: choosing whom, and waiting for somebody to be free

door-title = Who would you like to write with?
door-what = You have opened a poster. Here you can write with somebody who stands beside you. Choose whom you want to write with, and you get a place in their queue. The first who is free answers you.
    .easy = Here you can write with somebody who stands beside you. Choose who. Then you wait for your turn.
door-behind-municipality = The municipality's support. Whoever answers is employed by the municipality, but is not the one who investigates or decides.
    .easy = This person works for the municipality. But this person decides nothing about you.
door-behind-association = An association's support. Whoever answers belongs to the association and does not work for the municipality.
    .easy = This person belongs to an association. This person does not work for the municipality.
door-waiting = { $count ->
        [0] Nobody is waiting there now.
        [one] One person is waiting there now.
       *[other] { $count } people are waiting there now.
    }
door-choose = Choose { $org }
door-choose-other = Choose somebody else
door-switch-later = You can change later, as long as nobody has taken you on.
door-safety-title = How safe is it?
door-safety = The server can't read what you write. But a poster is open to everybody who sees it. So the app shows three safety words once you write with each other. Read them to each other on the phone or when you meet. If they are the same, nobody else is in between. A slip of your own is a safer way in.
door-submit = Put me in the queue
door-cancel = Don't use the poster
wait-title = You are in the queue
wait-ahead = { $count ->
        [0] You are first in the queue.
        [one] One person is before you.
       *[other] { $count } people are before you.
    }
wait-taken = Somebody is answering you now
wait-taken-what = A supporter is preparing your conversation. It opens here by itself. Should it be cut short, you get your place in the queue back within half an hour.
    .easy = The conversation opens soon. You need not do anything.
wait-open = They are open now.
wait-open-until = They are open now, until { $time }.
wait-closed = Nobody is there right now. They open { $time }.
wait-hours-unknown = They have not said any opening hours. You are answered when somebody is free.
wait-promised = They expect to answer by { $time } at the latest.
wait-promise-over = It has taken longer than they expected. You are still in the queue.
wait-longer = It may take longer when others are before you.
wait-close-app = You can close the app and come back here. The place in the queue is yours.
    .easy = You can close the app. You keep your place.
wait-since = You came on { $day }.
wait-written = Would you like to start writing?
wait-written-before = What you have written
wait-written-what = What you write is kept here on your phone. Nobody reads it until somebody has taken you on. Then it is sent by itself.
    .easy = You can write already. It is sent when somebody is free.
wait-text-waits = Waiting, not sent yet
wait-text-remove = Remove
wait-keep = Keep until somebody answers me
wait-switch = Change to { $org }
wait-switch-question = { $count ->
        [0] Nobody is waiting at { $org } now. The place that you have now goes to the next person.
        [one] One person is waiting at { $org } now. You will be last, and the place that you have now goes to the next person.
       *[other] { $count } people are waiting at { $org } now. You will be last, and the place that you have now goes to the next person.
    }
wait-switch-yes = Yes, change
wait-switched = You are now in the queue of { $org }.
wait-end = Stop waiting
wait-end-question = You leave the queue, and everything on this device is deleted, also what you have written. You can open the poster again whenever you like.
wait-end-yes = Yes, stop waiting
wait-trouble-unopened = Perhaps the answer was taken back, or somebody else tried to answer instead. You can go on waiting here. If nothing more comes: copy what you have written and start again with the poster. Please tell the organisation.
wait-trouble-gone = A place is kept for thirty days. What you have written is still here: copy it before you start again with the poster.
wait-trouble-ending = Everything here is deleted as soon as the server has heard it.
wait-title-unopened = An answer came that could not be opened
wait-title-gone = Your place in the queue is gone
wait-title-ending = You have stopped waiting
wait-copy = Copy what I have written
wait-again = Start again with the poster
wait-again-question = Everything on this device is deleted, also what you have written. Copy it first if you want to keep it.
wait-again-yes = Yes, start again
wait-own-slip = Have you been given a slip of your own? If you use it you leave the queue, and what you have written while waiting is sent in that conversation.

## Locked

locked-title = Notes
locked-pin = Your PIN
locked-pin-hint = Six digits, or your passphrase.
locked-phrase = I have a passphrase
locked-open = Unlock
locked-opening = Unlocking …
locked-wrong = Wrong PIN. { $tries ->
        [one] You have one try left. After that only a new slip helps.
       *[other] You have { $tries } tries left.
    }
locked-empty = Enter your PIN.
locked-needs-network = Unlocking needs contact with the server.
locked-forgot = I have forgotten my PIN
forgot-title = Forgotten PIN
forgot-text = It happens, and no harm is done. Ask the person you write with, or the service, for a new slip. Then delete what is on this phone and open the new slip.
    .easy = That is all right. Ask for a new slip. Delete what is here. Then open the new slip.
forgot-history = The old messages do not come back on this phone. The others still have theirs.
    .easy = You will not see the old messages on this phone afterwards.
forget-device = Delete everything on this device
forget-confirm = Are you sure? Everything on this device is deleted now. It can't be undone.
forget-yes = Yes, delete
slip-pending = You have opened a new slip. Unlock first, and it is added. If you have forgotten your PIN, press “I have forgotten my PIN”.

elsewhere-title = Open in another tab
elsewhere-text = It can be open in one place at a time only, so that nothing goes wrong.
    .easy = The app is already open somewhere else.
elsewhere-take = Open here instead

destroyed-title = The lock is shut
destroyed-text = The PIN was wrong too many times. The key to the messages on this phone is gone, so that nobody else can read them.
    .easy = The PIN was wrong too many times. Now nobody can read what was here.
destroyed-next = Ask the person you write with, or the service, for a new slip. Then you can go on.
    .easy = Ask for a new slip. Then you can go on.
destroyed-start = Delete and open a new slip

## Conversations

circles-title = Your conversations
circles-empty = You have no conversations yet.
circles-none-parent = You are not in any conversation now. Ask for a new slip if you want to go on.
circle-unread = { $count ->
        [one] 1 unread
       *[other] { $count } unread
    }
circle-waiting = { $count ->
        [one] 1 waiting
       *[other] { $count } waiting
    }
circle-alone = Nobody else is in yet
circle-lost = The thread is lost
circle-untitled = Conversation without a name
circle-from-queue = New from the queue
circle-on-the-way = Waiting for them to come in
new-circle = New conversation
new-circle-title = What do you want to call the conversation?
new-circle-hint = Only you see the name. Write nothing that points to a person.
new-circle-make = Start the conversation
new-circle-placeholder = Conversation { $number }
add-slip = Add a slip
add-slip-done = You are in the conversation.
circles-choose = Choose a conversation in the list.

conversation-messages = Messages
conversation-empty = It is empty here so far. Write whenever you want, big or small.
    .easy = Write when you like.
conversation-alone = Nobody else is in yet. Make a slip and give it to the person you are going to write with.
conversation-on-the-way = Waiting for them to come in. That happens by itself when they open the app. You can write already.
conversation-older = Show older
conversation-newest = To the latest
conversation-people = People and safety
conversation-write = Write a message
conversation-send = Send
conversation-keys = Ctrl and Enter sends.
conversation-left = { $count ->
        [one] One character left
       *[other] { $count } characters left
    }
conversation-over = { $count ->
        [one] One character too many
       *[other] { $count } characters too many
    }
conversation-new = New message from { $author }: { $text }
message-mine = You
delivery-waiting = Waiting, not sent yet
delivery-sent = Sent
delivery-delivered = Arrived
delivery-read = Read
message-retry = Try to send again

thread-lost = This phone has lost the thread of the conversation. Nothing you have read is gone. Ask { $names } for a new slip, then it goes on here.
    .easy = Something went wrong in the phone. Ask { $names } for a new slip.
thread-lost-alone = This device has lost the thread of the conversation. Nothing you have read is gone. Start afresh, make a new slip for each one, and it goes on here.
thread-lost-waits = What you write is kept and sent then.
thread-helper = the person who gave you the slip
thread-new-slip = I have a new slip
thread-copy = Copy what has not been sent
thread-afresh = Start the conversation afresh
thread-afresh-question = The conversation starts afresh with the same people. What you have all read stays, and you make a new slip for each one.
thread-afresh-yes = Yes, start afresh
thread-doubt = The phone was put back to an earlier state. The keys are being renewed. What you write waits here and is sent by itself.
afresh-awaited = The conversation has started afresh. Make a new slip for each one, and they are back in.
afresh-slip = New slip for { $name }

notice-someone = somebody
notice-circle_started = { $actor } started the conversation.
notice-joined = { $subject } is in the conversation now.
notice-left = { $subject } has left the conversation.
notice-removed = { $actor } removed { $subject } from the conversation. { $subject } can't read what is written from now on.
notice-new_device = { $subject } has a new phone or computer. The old one can't read what is written from now on.
notice-slip_made = { $actor } made a slip. Whoever uses the slip comes into the conversation.
notice-slip_used = { $subject } used a slip.
notice-slip_revoked = { $actor } took back a slip. It can't be used any more.
notice-not_readable = Something could not be read on this device. Ask the person who wrote it to write it again, if it does not come by itself.
notice-not_readable_from = Something that { $subject } wrote could not be read here. Ask { $subject } to write it again, if it does not come by itself.
notice-you_joined = You are in the conversation now. What was written before you came is not shown.
notice-back = { $subject } is back in the conversation with a new slip.
notice-you_back = You are back in the conversation. What was waiting is being sent now.
notice-afresh = The conversation started afresh here, because a device had lost the thread. What you have all read is still here.
notice-gone = { $subject } no longer works here and can't read what is written from now on. The rest of you can go on. Are you the only one left? Get in touch with the service and you will get somebody new.
notice-line_open = The conversation is open now. Write whenever you like. What you wrote while waiting is on its way.

## Counting contacts

count-title = Count a contact
count-hint = One tap is enough. Everybody in the conversation sees it, and you can undo it for a while. Nothing but the count leaves the conversation.
count-visit = Visit
count-phone = Phone call
count-meeting = Meeting together
count-email = E-mail
count-group = Group
count-dialogue = Day with messages
count-call = Call in the app
count-visit-done = One visit has been counted.
count-phone-done = One phone call has been counted.
count-meeting-done = One meeting has been counted.
count-email-done = One e-mail has been counted.
count-group-done = One group meeting has been counted.
contact-entry = { $author } counted: { $kind }, { $day }
contact-entry-mine = You counted: { $kind }, { $day }
contact-undone = Undone
contact-undo = Undo
contact-undo-left = Can be undone for { $minutes ->
        [one] one more minute
       *[other] { $minutes } more minutes
    }
counted-title = Counted this month
counted-none = Nothing has been counted this month yet.
counted-row = { $kind }: { $count }

## How things are

face-1 = Very hard
face-2 = Hard
face-3 = Neither good nor bad
face-4 = Fairly good
face-5 = Good
face-none = I would rather not say
experience-1 = Very bad
experience-2 = Bad
experience-3 = Neither good nor bad
experience-4 = Good
experience-5 = Very good
experience-title = How the support has been
feeling-title = How you are
feeling-first = How are things for you right now?
feeling-last = How are things now, compared with the beginning?
feeling-experience = How has the support been for you?
feeling-choice = Answer if you like.
feeling-open = Answer the question
feeling-hint = You choose whether to answer, and you are asked only now. The answer stays on your phone; only a number without a name is counted.
    .easy = You do not have to answer. The answer stays on your phone.
feeling-show = Show my answer to { $names }
feeling-answer = Answer
feeling-choose = Choose one of the answers, or “I would rather not say”.
feeling-thanks = Thank you for the answer.
feeling-thanks-none = That is quite all right.
feeling-kept = The answer is on your phone alone.
feeling-shown = { $names } can see the answer.
feeling-undo = Change the answer

## What happens to the support

act-you = You
act-contact = a contact
act-feeling-first = { $actor } told how things are at the beginning: { $face }.
act-feeling-last = { $actor } told how things are now: { $face }.
act-feeling-back = { $actor } took back the answer about how things are.
act-feeling-experience = { $actor } told how the support has been: { $face }.
act-experience-back = { $actor } took back the answer about how the support has been.
act-programme = { $actor } changed how the support goes on. { $what }.
act-programme-step = { $actor } goes on: the support is now in step { $number } of { $count }.
act-objection = { $actor } said that this is not right: { $kind } { $day }.
act-objection-back = { $actor } said that it is right after all: { $kind } { $day }.
act-closing = { $actor } closed the support: { $outcome }.
act-closing-back = { $actor } took the closing back. The support goes on.
act-feedback-ask = { $actor } asked whether to write feedback together.
act-feedback-yes = { $actor } said yes to writing feedback together.
act-feedback-no = { $actor } said no to feedback. That is quite all right.

objection-make = This is not right
objection-mine = You have said that this is not right.
objection-of = { $names } says that this is not right.
objection-sent = A number that has been sent can't be taken back, because nothing in it shows whom it came from. But everybody in the conversation sees that it is not right.
objection-back = It is right after all
objection-back-done = You have taken that back.

## The support and its end

support-title = The support
support-conversations = { $count ->
        [one] One conversation so far.
       *[other] { $count } conversations so far.
    } The support is meant to be { $range } conversations.
support-what = A conversation is a day with at least one counted contact: messages, telephone, a visit or a meeting. Several contacts on one day are one conversation.
support-conversations-open = { $count ->
        [one] One conversation so far.
       *[other] { $count } conversations so far.
    }
range-text = { $least }–{ $most }
programme-choose = How is the support to go on?
programme-choose-one = Choose how the support is to go on.
programme-range = { $name }: { $least } to { $most } conversations
programme-number = { $count ->
        [one] { $name }: one conversation
       *[other] { $name }: { $count } conversations
    }
programme-steps = { $count ->
        [one] { $name }: one step
       *[other] { $name }: { $count } steps, one after the other
    }
programme-open = { $name }: for as long as it is needed
programme-step = Step { $number } of { $count }, week { $week }. The step takes { $weeks } weeks.
programme-change = Change how the support goes on
programme-change-what = Everybody in the conversation sees that you change it. What has been counted stays as it is.
programme-change-go = Change
programme-changed = Changed. Everybody in the conversation sees it.
programme-foreign = This is how the support goes on now: { $what }. Your organisation works in another way. Do you want to change it?
check-in-title = Check-in
check-in = Time for a check-in, week { $week } of { $weeks }.
check-in-what = Stop together for a moment: what has become better, and what is needed now?
check-in-done = It is done
check-in-done-said = Good. The next check-in comes when it is time.
phase-over = Step { $number } of { $count } has reached its longest time.
phase-next = Go on to the next step
phase-next-question = Go on to step { $number } of { $count }? Everybody in the conversation sees it.
phase-next-yes = Yes, go on
close-ask = Close the support?
close-ask-why = { $count ->
        [one] You have had one conversation.
       *[other] You have had { $count } conversations.
    } The support is meant to be { $range }. You decide.
close-ask-why-steps = The last step has reached its longest time. You decide.
close-go = Close the support …
close-not-now = Not now
close-not-now-done = The question comes back in a week at the earliest.

closing-title = Close the support
closing-what = When you close it, everybody in the conversation sees it. For seven days you can all still read and write, and any of you can take the closing back. Then the conversation and its keys are deleted on everybody's phones. A receipt without any content stays.
closing-feedback = Shall the case worker have feedback? Write it together with the parent before the conversation is deleted.
closing-outcome = How did it go?
outcome-completed = The support is completed
outcome-further_support = Completed, and the parent wants more support
outcome-declined = The parent said no
outcome-not_reached = The parent could not be reached
closing-counted = How it went and roughly how many conversations there were is counted without names, when the seven days are over.
closing-go = Close
closing-question = Close the support? Everybody in the conversation sees it now. In seven days everything is deleted.
closing-yes = Yes, close it
closing-done = The support ends in seven days.
closing-already = The support is about to end.
closing-note = The support ends { $until }. Until then you can read and write. Then the conversation is deleted on everybody's phones, and a receipt stays.
closing-over = The support has ended. You can read until { $until }. Then the conversation is deleted here, and a receipt stays.
closing-nobody = The others are no longer here, so nothing more can be written. If you need support again, ask the service for a new slip.
closing-back = Take the closing back
closing-back-question = The support then goes on as before, and nothing is deleted. Everybody in the conversation sees it.
closing-back-yes = Yes, go on
closing-back-done = The support goes on.

feedback-title = Feedback
feedback-what = The case worker can have short feedback: how many contacts, how the parent feels now, what has changed, and whether more support is wished for. You write it together on your phone, and only if the parent says yes. A no is quite all right.
feedback-ask = Ask the parent
feedback-waits = The question has been asked. The answer comes in the conversation.
feedback-declined = The parent does not want any feedback. That is quite all right. The support can be closed all the same.
feedback-question = { $names } asks: shall you write short feedback for the case worker together?
feedback-question-more = You read the text before it is handed over, and it is handed over only if you want that. Nothing happens if you say no.
    .easy = You read the text first. You can say no.
feedback-yes = Yes
feedback-no = No
feedback-write = Write together with the parent. Everything is by choice, and empty parts are left out.
feedback-feels = How the parent feels now
feedback-change = What has changed
feedback-wish = Is more support wished for?
feedback-wish-yes = Yes
feedback-wish-no = No
feedback-wish-unsure = Not sure yet
feedback-more = Anything else that the parent wants to say
feedback-stays = The text is on this device alone, locked like everything else. It is never sent from here, and it is deleted when the support has ended.
feedback-read = Read it together
feedback-hand-over = Let the parent read the whole text now, or read it aloud. Nothing has left this device.
feedback-page-title = Feedback after support
feedback-contacts = Contacts
feedback-days = { $count ->
        [one] Conversations on one day
       *[other] Conversations on { $count } days
    }
feedback-then = At the beginning: { $face }
feedback-last = At the end: { $face }
feedback-experience = The support has been: { $face }
feedback-agreed = The parent has read or heard the whole text and wants it to be handed over.
feedback-copy = Copy the text
feedback-change-it = Change

receipts-title = Supports that have ended
receipt-title = Receipt for the support
receipt-days = { $first } to { $last }
receipt-contacts = Contacts
receipt-none = No contacts were counted.
receipt-all = This is all that is left. The messages and the keys are deleted on this device, and the receipt is nowhere else.
receipt-delete = Delete the receipt
receipt-delete-question = The receipt is here alone. It can't be brought back.
receipt-delete-yes = Yes, delete
receipt-ended = The support has ended and the conversation is deleted. The receipt is in the list.

## Handing over: one more person

come-title = More people in the conversation
come-who-supporter = a colleague
come-who-parent = another parent
come-ask-handover = Hand over to a colleague …
come-ask-beside = Ask whether a colleague may be here …
come-ask-parent = Ask whether another parent may be here …
come-page-handover = Hand over to a colleague
come-page-beside = One more colleague in the conversation
come-page-parent = One more parent in the conversation
come-what-handover = The parent is asked here in the conversation and decides, also how much of what has been written the colleague may read. After a yes you can make a slip for the colleague.
come-what-beside = For example while you are away. The parent is asked here in the conversation and decides, also how much of what has been written the colleague may read. After a yes you can make a slip for the colleague.
come-what-parent = Whoever is here already is asked in the conversation and decides, also how much of what has been written the new person may read. Everybody can always have a conversation of their own instead.
come-name = Who would it be? (if you like)
come-name-hint = A first name is enough. It is shown in the question.
come-send = Ask
come-asked = The question has been asked.
come-waits = Waiting for an answer from { $names }.
come-back = Take the question back
come-back-question = Then no answer counts any more, and a slip that waits is taken back.
come-back-yes = Yes, take it back
come-question-handover = { $by } asks: may { $who } take over here?
come-question-beside = { $by } asks: may { $who } be here too?
come-question-parent = { $by } asks: may { $who } be in this conversation too?
come-question-more = You decide. A no is quite all right, and nothing happens then. You can change your mind until somebody has come.
come-question-all = Every parent here is asked. All must say yes, and the least that anybody chooses is what counts.
come-follows = If yes: how much of what you have written may { $who } read?
come-follows-nothing = Nothing
come-follows-week = The last seven days
come-follows-all = Everything
come-yes = Yes
come-no = No
come-said-yes = You have said yes.
come-said-no = You have said no. That is quite all right.
come-mine-refused = You have said no.
come-mine-nothing = You have said yes. Nothing of what has been written follows.
come-mine-week = You have said yes. The last seven days follow.
come-mine-all = You have said yes. Everything that has been written follows.
come-change = Change the answer
come-granted = The answer is yes: { $who } may come in.
come-granted-nothing = Nothing of what has been written follows.
come-granted-week = The last seven days follow.
come-granted-all = Everything that has been written follows.
come-make-slip = Make the slip for { $who }
come-slip-waits = The slip has been made and waits to be used.
come-refused = The answer is no, and that is quite all right. You can ask again from { $day }.
come-not-agreed = The answer is no longer yes. Go back and have a look.
come-came = { $name } is here now. You can leave the conversation or stay.
come-stay = Stay
come-following = { $count ->
        [one] One message from before is on its way to the new person.
       *[other] { $count } messages from before are on their way to the new person.
    }
message-before = Written before, given on by { $by }
notice-you_joined_before = You are in the conversation now. What stands above was written before you came, and you may read it.
act-come-ask-handover = { $actor } asks whether { $who } may take over here.
act-come-ask-beside = { $actor } asks whether { $who } may be here too.
act-come-ask-parent = { $actor } asks whether { $who } may be in the conversation too.
act-come-ask-back = { $actor } took the question back.
act-come-refused = { $actor } said no. That is quite all right.
act-come-nothing = { $actor } said yes. Nothing of what has been written follows.
act-come-week = { $actor } said yes. The last seven days follow.
act-come-all = { $actor } said yes. Everything that has been written follows.
leave-title = Leave the conversation
leave-question = Leave the conversation? { $names } go on without you. Everything in it is deleted on this device.
leave-yes = Yes, leave
leave-going = You are leaving the conversation. When the others have been told, everything here is deleted.
leave-done = You have left the conversation. It is deleted here.
slip-make-come = The slip is for { $who }. Give it to that person only.
slip-make-first = The slip is for the parent you will write with.

## Away, and a conversation of one's own

away-go = I will be away …
away-section = Who is away
away-title = Away
away-what = Whoever you write with sees it above the conversation. It ends by itself after the last day.
away-from = First day
away-to = Last day
away-cover = Who answers meanwhile?
away-cover-nobody = Nobody in particular
away-cover-ask = Would you like a colleague to answer meanwhile? Ask the parent first.
away-text = A few words (if you like)
away-text-hint = At most { $count } characters.
away-save = Show that I am away
away-done = It now shows that you are away.
away-bad-missing = Choose both the first and the last day.
away-bad-order = The last day lies before the first. Change one of them.
away-bad-past = The first day has been already. Choose today or a later day.
away-bad-far = The last day is more than a year ahead. Check the year.
away-bad-text = The words may be at most { $count } characters.
away-note-now = { $name } is away until the end of { $last }.
away-note-coming = { $name } is away from { $first } until the end of { $last }.
away-mine-now = You are away until the end of { $last }.
away-mine-coming = You are away from { $first } until the end of { $last }.
away-cover-is = { $name } answers meanwhile.
away-cover-me = You answer meanwhile.
away-end = I am back
away-cancel = Remove
away-ended = It no longer shows that you are away.
act-away = { $actor } is away from { $first } to { $last }.
act-away-cover = { $actor } is away from { $first } to { $last }. { $cover } answers meanwhile.
act-away-back = { $actor } is back.
own-section = A conversation of one's own
own-ask = I'd like a conversation of my own
own-question = You can always have a conversation of your own, with only you and the supporter in it. { $names } will know that you would like it. The other parents' phones do not show it.
own-yes = Yes, ask for it
own-asked = You have asked for a conversation of your own. { $names } will give you a slip outside of this conversation.
own-wish = { $name } would like a conversation of their own.
own-outside = The other parents do not see this.
own-start = Start a new conversation
own-aside = Not now
slip-make-own = The slip is for { $name }. Show it or hand it over printed, to that person only. Do not send it in the joint conversation, because there somebody else can use it.
act-quick-exit = { $actor } left in a hurry at { $time }. Do not call or write now. Wait until { $actor } writes.
act-own-ask = { $actor } would like a conversation of their own.

## People and safety

people-title = People and safety
people-members = In the conversation
people-you = { $name } (you)
people-devices = { $count ->
        [one] One device
       *[other] { $count } devices
    }
people-lost = New slip for { $name } (new phone, or the thread is lost)
people-remove = Remove { $name }
people-remove-confirm = Remove { $name } from the conversation? { $name } can then not read what is written from now on.
people-remove-yes = Yes, remove
people-slips = Slips that have not been used
people-slips-none = No slips are waiting.
people-slip-row = { $role }, valid until { $day }
people-slip-replaces = New phone for { $name }
people-slip-revoke = Take back
people-slip-revoke-label = Take back slip { $number }
people-make-slip = Make a slip
people-words-title = Safety words
people-words = Read the words to each other when you meet or talk on the phone. If you have the same words, nobody else is in.
    .easy = Read the words to each other. If they are the same, it is safe.
people-rename = Name of the conversation
people-rename-hint = Only you see it.

## Making a slip

slip-make-title = Make a slip
slip-make-replace = New slip for { $name }. If it is used on another phone, the old one is shut out.
slip-make-form = How will you hand over the slip?
slip-make-qr = Show or print a QR code
slip-make-typed = Short code that can be read out and typed in
slip-make-days = How long is it valid?
slip-days = { $days ->
        [one] One day
       *[other] { $days } days
    }
slip-make-submit = Make the slip
slip-once-title = The slip is ready
slip-once = The slip is shown only now. Print it, show it or write it down before you close.
slip-print-heading = Your slip to { $org }
slip-print-staff = Slip: { $role } at { $org }
slip-qr = QR code that opens the slip
slip-step-qr = Point your phone's camera at the square and open the link.
slip-step-address = Open the browser and type the address:
slip-step-code = Type the code:
slip-step-name = Choose what you want to be called and a PIN. Then you can write at once.
slip-expires = Valid until { $day }. It can be used only once.
slip-private = Give it only to the person it is for. Whoever uses the slip comes into the conversation.
slip-code-label = Code

## Coordinator

staff-title = Slips for staff
staff-intro = Each new colleague gets a slip of their own. You never see what anybody writes, only that the slip was made.
staff-role = Which role?

## Assignments

work-title = Assignments
work-intro = Here you see what is to be done and what is late. You never see what anybody writes, or how often.
work-new = New assignment
work-none = No assignments just now.
work-late = Late
work-open = To do
work-over = Done in the last two weeks
work-mine = Your assignments
work-nobodys = Nobody yet
work-label = What shall the assignment be called?
work-label-hint = Write a word that you recognise, for example “Family 12”. No name, no address, no number of the parent.
work-holder = Who takes it?
work-holder-choice = { $count ->
        [0] { $name } (no assignments now)
        [one] { $name } (one assignment now)
       *[other] { $name } ({ $count } assignments now)
    }
work-due-label = First contact at the latest
work-today = today, { $day }
work-usual = { $day } (next weekday)
work-usual-within = { $day } (within { $count } weekdays)
work-programme = Which support is it about?
work-make = Make the assignment
work-made = The assignment is made.
work-saved = Saved.
work-give = Give the assignment
work-withdraw = Remove the assignment
work-withdraw-question = The assignment ends without a contact. This can't be undone.
work-kept = The assignment is forgotten completely two weeks after it ended.
work-gone = The assignment is no longer here.
work-due-today = First contact at the latest today
work-due = First contact at the latest { $day }
work-due-missed = Late: should have been done by { $day }
work-state-in-time = Contact in time, { $day }
work-state-too-late = Contact after the due day, { $day }
work-state-not_carried_out = Did not come about, { $day }
work-state-withdrawn = Removed { $day }
work-how = How did it go?
work-how-hint = The coordinator sees only your answer here. Nothing of what you talked about.
work-contacted = I have been in contact
work-not-carried-out = There was no contact
work-why-declined = The parent did not want it
work-why-not-reached = I could not reach the parent
work-why-other = Something else
work-undo-until = The wrong button? You can undo it until { $time }.
work-undo = Undo
work-new-circle = Start a conversation for it
work-open-circle = Open the conversation
talk-title = Support for you
talk-intro = Ask for a moment with your coordinator. The coordinator sees only that you want to talk, nothing more.
talk-ask = I want to talk with the coordinator
talk-asked = You have asked for a moment with the coordinator, { $day }.
talk-take-back = No longer needed
colleagues-title = Colleagues
colleagues-talks = { $count ->
        [one] One wants to talk
       *[other] { $count } want to talk
    }
colleagues-new = New colleague
colleague-unnamed = Colleague without a name
colleague-name = What is the colleague called?
colleague-name-hint = Only coordinators of your own organisation see the name.
colleague-talk = Wants to talk with you since { $day }
colleague-talk-had = We have talked
colleague-remove = The colleague stops working here
colleague-remove-question = { $name } can't get in any more, from now on. The conversations are told that { $name } has stopped. Open assignments become free, and slips that nobody has used stop working. This can't be undone.
colleague-remove-yes = Yes, end it now
colleague-removed = { $name } can't get in any more.
colleague-gone = This colleague is no longer here.

## The queue and the posters

queue-title = The queue
queue-none = Nobody is waiting now.
queue-waiting = { $count ->
        [one] One person is waiting, since { $day }.
       *[other] { $count } people are waiting. The first came on { $day }.
    }
queue-take = Answer the next one
queue-taking = Preparing the conversation …
queue-taken = You have taken on the first in the queue.
queue-quicker = A colleague was quicker, or nobody is waiting any more. Nothing more is needed of you.
queue-left = The person has stopped waiting. The conversation that was prepared is gone.
queue-lacks = { $count ->
        [one] One person came by the poster { $mark }, which is not on this device. Add it to be able to answer.
       *[other] { $count } people came by the poster { $mark }, which is not on this device. Add it to be able to answer.
    }
poster-add = Add a poster
poster-add-why = With the poster's code you can answer those who come by it. The server does not have the code, so it is needed on your device. Scan the poster or enter the code, once.
poster-code = The code on the poster
poster-add-submit = Add the poster
poster-added = The poster has been added.
posters-title = Posters
posters-intro = Many can use one poster. Whoever opens it chooses whom to write with and gets a place in their queue. You see how many are waiting, never who they are or what they write.
posters-live = Posters that are valid
posters-safety = A poster is open to everybody who sees it. Rather give a slip of their own to somebody you have met. The posters shown here were made on this device.
poster-named = Poster { $mark }
poster-until = Valid until { $day }
poster-new = New poster
poster-days = How long should it be valid?
poster-words = Words of your own on the poster (if you like)
poster-words-hint = One line, for example the organisation's name. Write nothing that somebody who takes a picture of the poster would not want to be seen with.
poster-make = Make the poster
poster-what = Print it and put it up. Your colleagues who answer scan it once in their app. It is valid until { $day }.
poster-paper-title = Would you like to write with somebody?
poster-paper-what = You choose whom you write with and what you want to be called. It costs nothing.
poster-qr = QR code that opens the poster
poster-paper-typed = Without a camera: open the browser and enter the address
poster-revoke = Take the poster back
poster-revoke-question = Nobody new comes in by the poster. Those who are waiting keep their places. Take it down where it hangs.
poster-revoke-yes = Yes, take it back
poster-revoked = The poster is no longer valid.
poster-gone = The poster is gone.

# The safe line between coordinator and supporter, and contact details
line-title = Safe line for contact details
line-what = Over the line you can give { $name } a parent's contact details. Only the two of you can read them. The server cannot.
line-state-none = There is no line yet. Make a slip that your colleague opens in their app.
line-state-waiting = The slip is made. { $name } has not opened it yet.
line-state-ready = The line is ready: { $name } is on it.
line-state-lost = This device has lost the line. Make a new slip, and there is a new line.
line-slip = Make a slip for the line
line-slip-again = Make a new slip
line-slip-what = The slip is for { $name }. Show it when you meet. { $name } opens it in the app where they are logged in already.
line-ready-already = { $name } is on the line already. No new slip is needed.
line-open = Show the line
line-mine = The line to { $name }
line-paper = Slip for { $name }: safe line
line-paper-step = Open the app where you are logged in and unlock it. Press “Add a slip”. Scan the square or type the code.
line-joined = The line is ready.
line-page-coordinator = Only contact details for assignments go here. Nobody writes here and nothing is counted.
line-page-supporter = Here your coordinator gives you contact details for your assignments. Nobody writes here and nothing is counted.
line-lost-supporter = This device has lost the line. Ask your coordinator for a new slip, then remove this line.
line-doubt = The line is getting new keys. What waits is sent soon.
line-members = On the line
line-notices = What has happened
line-drop = Remove the line
line-drop-question = No new contact details can go this way. What your colleague has got stays with them until the assignment is forgotten. If you want it gone, take the details back first.
line-drop-question-supporter = No new contact details can come this way. What you have got stays until the assignment is forgotten.
line-drop-yes = Yes, remove
line-dropped = The line is removed.
details-title = Contact details
details-label = How is the parent reached?
details-hint = For example name and phone, with the number on a line of its own. Only { $name } can read this. The server cannot. At most { $count } characters.
details-hint-nobody = Nobody has the assignment, so the details are on this device alone. At most { $count } characters.
details-save = Save and give
details-take-back = Take the details back
details-taken-back = The details are taken back.
details-kept = The details are on this device alone. Nobody else has got them.
details-waiting = The details wait to be sent to { $name }.
details-given = The details are given to { $name }.
details-no-line = You and { $name } have no safe line yet. Make one, and you can give contact details.
details-to-line = To the line
details-no-holder = Give the assignment to somebody first. Then you can write contact details.
details-too-long = The text is too long. At most { $count } characters.
details-call = Call { $number }
details-shown-hint = Only you and your coordinator can read this. It goes from here two weeks after the assignment was done, or when the coordinator takes it back.
details-offline = Your assignments have not been fetched yet. This is still on the device.

## Project lead

release-title = Contacts in numbers
release-none = No period has been published yet.
release-none-why = Numbers are published when a period is over and they rest on so many parents that nobody can be pointed out.
release-choose = Period
release-period-span = { $first } to { $last }
release-period-half_year = Half-year: { $first } to { $last }
release-period-year = Year: { $first } to { $last }
release-loading = Fetching the numbers …
release-chart = Chart
release-chart-label = Number by kind of contact
release-table = Table
release-org = Service
release-kind = Kind of contact
release-count = Contacts
release-all = Everything together
release-total = All kinds
release-all-orgs = All services
release-org-municipality = Municipality
release-org-association = Association
release-persons = Parents
release-occasions = Occasions
release-withheld-none = Nothing is withheld in this period.
release-withheld = What is not shown, and why
release-definitions = What the words mean
release-rule = Rule for publishing
release-rule-text = A number is shown only when it rests on at least { $k } parents.
release-rounding = Counts are rounded to the nearest { $step }.
release-exact = Counts are exact.
release-unreadable = The numbers exist but can't be shown here. Download the file instead.
release-persons-title = Different parents over the whole time
release-outcomes = What the support led to
release-outcome = Answer
release-outcome-count = Number
counted-first_contact = First contact
counted-first_contact-in_time = In time
counted-first_contact-late = Late
counted-first_contact-not_carried_out = Assignment not carried out
counted-closing = How the support ended
counted-conversations = Conversations in a support
counted-conversations-none = No conversation
counted-conversations-few = 1–2 conversations
counted-conversations-some = 3–5 conversations
counted-conversations-many = 6 conversations or more
counted-daily_week = Weeks with daily contact
counted-wellbeing_first = How the parent felt at first
counted-wellbeing_last = How the parent felt at the end
counted-experience = How the support has been for the parent
release-csv = Download CSV
release-json = Download JSON

# One period
release-view = Show
release-view-one = One period
release-view-time = Over time
release-withheld-none-contacts = Of the contacts, nothing is withheld.
release-withheld-organisation_and_contact = The number of contacts by both service and kind of contact is not shown.
release-withheld-contact = The number of contacts by kind of contact is not shown.
release-withheld-organisation = The number of contacts by service is not shown.
release-withheld-total = The number of contacts, everything together, is not shown.
release-nothing = The number of contacts is not shown for this period.
release-outcomes-hidden = Not shown for this period:
release-why-span = The reason: some group rests on fewer than { $k } parents.
release-why-half_year = The reason: some group rests on fewer than { $k } parents, or the number would reveal what a shorter period held back.
release-why-year = The reason: some group rests on fewer than { $k } parents, or the number would reveal what a shorter period held back.
release-why-hidden-span = The reason: fewer than { $k } parents, or none. What was counted waits for the half-year and the year.
release-why-hidden-half_year = The reason: fewer than { $k } parents, or none, or the number would reveal what a shorter period held back. What was counted waits for the year.
release-why-hidden-year = The reason: fewer than { $k } parents, or none, or the number would reveal what a shorter period held back.

# Periods one after the other
times-scope = Periods shown
times-scope-span = Periods
times-scope-half_year = Half-years
times-scope-year = Years
times-loading = Fetching the periods …
times-period = Period
times-few = There is only one period so far. When there are more, they stand here one after the other.
times-totals = Everything together
times-kinds = Contacts by kind
times-orgs = Contacts by service
times-caption = The same numbers stand in the table below the chart.
times-no-columns = None of the periods shows the contacts divided like this.
times-withheld = withheld
times-missing = missing
times-unreadable = only in the file
times-note-withheld = Withheld means that the number exists but is not shown, so that nobody can be pointed out. It does not mean zero.
times-note-missing = Missing means that no release covers that time. It does not mean zero.
times-note-unreadable = Only in the file means that the period's numbers can't be shown here. Download the period's file.
times-note-sum = ≈ stands before sums of rounded numbers. The right number may be another.
times-note-length = The periods are not equally long. Compare them with care.
times-note-older = Periods older than these are not shown. They can be chosen one by one.
times-never = Not counted in any period that is shown: { $list }.
times-chart-failed = The chart could not be fetched. The numbers stand in the table.

# Text for a report. A count is never one: every number rests on several parents.
report-title = Text for a report
report-hint = Copy the text, or select the part that you need.
report-copy = Copy the text
report-copied = The text is copied.
report-copy-failed = It could not be copied. The text is selected, so that you can copy it yourself.
report-contacts-span = In the period { $first } to { $last }, { $persons } parents had contact with the support, on { $occasions } occasions. In all, { $contacts } contacts were counted.
report-contacts-half_year = In the half-year { $first } to { $last }, { $persons } parents had contact with the support, on { $occasions } occasions. In all, { $contacts } contacts were counted.
report-contacts-year = In the year { $first } to { $last }, { $persons } parents had contact with the support, on { $occasions } occasions. In all, { $contacts } contacts were counted.
report-hidden-span = The number of contacts in the period { $first } to { $last } is not shown.
report-hidden-half_year = The number of contacts in the half-year { $first } to { $last } is not shown.
report-hidden-year = The number of contacts in the year { $first } to { $last } is not shown.
report-item = { $count } { $kind }
report-kind-dialogue = days with messages
report-kind-email = e-mail conversations
report-kind-phone = phone calls
report-kind-call = calls in the app
report-kind-visit = visits
report-kind-meeting = meetings together
report-kind-group = group meetings
report-kinds = The contacts were { $list }.
report-kinds-municipality = The municipality's contacts were { $list }.
report-kinds-association = The association's contacts were { $list }.
report-kinds-none-municipality = The municipality had no contacts.
report-kinds-none-association = The association had no contacts.
report-none = There were no { $list }.
report-org-municipality = The municipality had { $contacts } contacts with { $persons } parents, on { $occasions } occasions.
report-org-association = The association had { $contacts } contacts with { $persons } parents, on { $occasions } occasions.
report-persons = { $municipality } parents had contact with the municipality and { $association } with the association. A parent may have had contact with both.
report-outcome-first_contact = { $count } assignments were about a first contact, with { $persons } parents.
report-outcome-closing = { $count } supports ended, for { $persons } parents.
report-outcome-conversations = For { $count } supports that ended, the conversations were counted, with { $persons } parents.
report-outcome-daily_week = In { $count } weeks a parent had contact every day. This was so for { $persons } parents.
report-outcome-wellbeing_first = { $persons } parents said how they felt at the first conversation, in { $count } answers.
report-outcome-wellbeing_last = { $persons } parents said how they felt at the last conversation, in { $count } answers.
report-outcome-experience = { $persons } parents said how the support had been for them, in { $count } answers.
report-value = { $name } ({ $count })
report-between = {"; "}
report-values = They were divided like this: { $list }.
report-values-of = { $org }: { $list }.
report-quoted = “{ $name }”
report-coarse = Shown only in larger parts than were counted: { $list }.
report-outcomes-hidden = Not shown: { $list }.
report-meaning = An occasion is one parent on one day with at least one contact. A day with messages is one contact, however many messages there were.
report-meaning-both = A parent can have several contacts on one day, and a contact with both parents is one contact but two occasions.
report-meaning-why = That is why the number of contacts ({ $contacts }) is another than the number of occasions ({ $occasions }).
report-rounding = Parts may therefore add up to something else than the whole.
report-source = Source: Bredvid, release number { $id }.

## Help

help-title = Help
help-now = If it is urgent
help-112 = Danger to life or to a child: call 112
help-1177 = Advice on care at any hour: call 1177
help-social = The social emergency service on evenings, nights and weekends: call 112 and ask for “socialjouren”, or look for the number on the municipality's website.
    .easy = Do you need social services in the evening or at night? Call 112. Ask for “socialjouren”.
help-exit-title = Leave quickly
help-exit = The button locks the messages and shows an ordinary shopping list. Pressing Shift three times does the same.
    .easy = Press Leave quickly. Then everything is locked. You see a shopping list.
help-exit-cannot = It can't hide that the page has been open: the address may remain in the browser's history, and whoever has spyware on the phone sees what you do. What you have saved on the phone is still there too.
    .easy = The page may still show in the browser's history.
help-install-title = Put it on the home screen
help-install = Choose “Add to home screen” in the browser's menu. It is then called Anteckningar (notes) and has an ordinary icon.
help-limits-title = What we can't protect

## Settings

settings-title = Settings
settings-name = You are called { $name }
settings-lock = Lock now
settings-forget-title = Delete
settings-forget-text = Delete everything on this device, for example before you hand over the phone. You need a new slip to come back.
    .easy = Are you giving the phone away? Delete everything here first.

## When something goes wrong. What follows “problem-” is the error code.

problem-unknown = Something went wrong. Try again in a while. ({ $code })
problem-offline = No contact with the server. Check the network and try again.
problem-storage_failed = It could not be saved on this device. Is its memory full?
problem-storage_evicted = The browser has cleared what was saved here. Ask for a new slip, and you can go on.
problem-crypto_failed = The keys could not be used. Close the page and open it again.
problem-text_too_long = The message is too long. Divide it in two.
problem-text_empty = Write something first.
problem-name_bad = Enter a name of at most 40 characters.
problem-pin_bad = The PIN should be six digits, or a passphrase of at least eight characters.
problem-clock_wrong = The clock on this device is wrong. Set it right and try again.
problem-bad_frame = The server did not understand. Reload the page and try again.
problem-frame_too_large = It is too large to be sent.
problem-unknown_frame = The server did not understand. Reload the page and try again.
problem-not_now = It is not possible right now. Try again in a while.
problem-too_many = Too many tries. Wait a while and try again.
problem-internal = Something went wrong on the server. Nothing has been changed. Try again in a while.
problem-storage_full = The server is full. What you write is kept here and sent later.
problem-shutting_down = The server is restarting. It goes on by itself in a while.
problem-login_failed = The server does not know this device. Ask for a new slip.
problem-not_allowed = This is not open to you.
problem-passkey_bad = The passkey did not fit. Try again.
problem-passkey_unsuited = That key is not enough. The device has to see that it is you: by fingerprint, face or code.
problem-session_ended = You have been signed out. Sign in again.
problem-passkey_cancelled = It did not happen this time. Try again when you like.
problem-passkey_none = This device or browser can't use passkeys. Turn on the screen lock, or use another device.
problem-passkey_forbidden = The browser does not allow passkeys at this address. Tell whoever runs the service.
problem-device_exists = This device is already registered.
problem-slip_unknown = The slip can't be found. Compare each part of the code with the slip.
problem-slip_used = The slip has already been used. Ask for a new one.
problem-slip_expired = The slip is too old. Ask for a new one.
problem-slip_selector_taken = The slip could not be made. Try once more.
problem-slip_limit = The conversation has as many slips as it may have. Take back one that is not needed.
problem-slip_mistyped = A part of the code does not look right.
problem-slip_stale = The slip is being renewed. Try again in a moment.
problem-door_limit = So many posters can't be valid at once. Take back one that is not needed.
problem-door_day_limit = So many have come by the poster today that no more can be taken. Try again tomorrow.
problem-queue_empty = Nobody is waiting now, or a colleague was quicker.
problem-not_waiting = There is no such place in the queue, or somebody is just answering.
problem-queue_full = So many are waiting there that the queue is full. Choose somebody else, or try again tomorrow.
problem-slip_is_door = This is a poster. It is for somebody who is new here. You are in already.
problem-not_a_door = This is not a poster. A slip is added on the page for slips.
problem-bad_expiry = A slip can be valid from one to thirty days, and a poster for up to 400.
problem-circle_unknown = The conversation can't be found.
problem-circle_exists = The conversation exists already.
problem-not_a_member = This device is not in the conversation any more.
problem-epoch_stale = The conversation has changed. It goes on by itself in a while.
problem-ack_beyond_head = The server has gone back in time. Tell whoever runs it.
problem-circle_full = The conversation has as many devices as it may have.
problem-mailbox_full = Too much is waiting in the conversation. What you write is kept here and sent later.
problem-tally_limit = So many contacts can't be counted in one day. They stay on this device and are counted tomorrow.
problem-organisation_full = No more people fit into this organisation. Tell whoever runs the service.
problem-circle_limit = So many conversations can't be opened in one day. Go on tomorrow.
problem-slip_day_limit = So many slips can't be made in one day. Go on tomorrow.
problem-staff_slip_limit = The organisation has as many open staff slips as it may have. Take one back, or wait until one has been used.
problem-span_closed = The period has been closed.
problem-bad_contact = That kind of contact can't be counted.
problem-release_unknown = That period does not exist.
problem-pin_wrong = Wrong PIN.
problem-share_destroyed = The PIN was wrong too many times. Ask for a new slip.
problem-mls_malformed = A message could not be read.
problem-mls_wrong_group = A message belonged to another conversation and is not shown.
problem-mls_wrong_epoch = A message came too late and can't be read.
problem-mls_bad_signature = A message did not come from where it said and is not shown.
problem-bad_label = Write a name on one line, at most 40 characters.
problem-bad_due = The day must lie between today and sixty days from now.
problem-staff_unknown = This colleague is no longer in your organisation.
problem-assignment_unknown = The assignment is no longer here. Perhaps somebody else has it now.
problem-assignment_exists = The assignment was there already. Try once more.
problem-assignment_over = The assignment has ended already.
problem-assignment_limit = So many assignments do not fit at once. Remove some that will not be done.
problem-staff_limit = No more colleagues fit. Ask whoever runs the server for help.
problem-mls_decrypt_failed = A message could not be read.
problem-mls_replayed = A message came twice and is shown once.
problem-mls_refused = Somebody tried to change the conversation in a way that is not allowed. It was stopped.
problem-join_failed = The slip does not fit the conversation. Ask for a new one.
problem-state_bad = What was saved can't be read. Ask for a new slip, and you can go on.
problem-state_rolled_back = The keys are being renewed. Try again in a little while.
problem-thread_lost = This device has lost the thread of the conversation. Ask for a new slip, and it goes on.
problem-content_unknown = A message needs a newer version. Reload the page.

## Staff: passkeys

passkey-create-title = Create a passkey
passkey-create-text = People who work here sign in with a passkey. Then it is certain that it is you, even if somebody else gets hold of the device.
passkey-create-hint = The device asks for your fingerprint, your face or the device's code. That never leaves the device.
passkey-create = Create passkey
passkey-title = Sign in
passkey-text = Show that it is you with your passkey.
passkey-ended-title = You have been signed out
passkey-ended-text = Nobody used the app for a while, or the working day is over. What you have written is still here.
passkey-sign-in = Sign in
passkey-busy = Waiting for the device …
passkey-lost = Have you lost your passkey? Ask your coordinator for a new staff slip.

## Attachments

problem-attachment_gone = The attachment is not kept any more. Ask whoever sent it to send it again.
problem-attachment_room = There is no room for more attachments just now. Try again later.
problem-attachment_incomplete = The attachment has not come through completely yet. Try again in a while.
problem-attachment_mismatch = Something went wrong with the attachment on the way. Choose it again.
problem-attachment_day_limit = No more attachments than this can be sent in one day. Try again tomorrow.

## Attachments: choose, send, look, save

attach-open = Photo, file or voice
attach-title = Attach
attach-what = What would you like to send?
attach-take = Take a photo
attach-choose = Choose a photo
attach-voice = Voice message
attach-file = Choose a file
attach-hint = A file may be at most 25 MB. A photo is made smaller, and where and when it was taken is removed. Only those of you who are in the conversation can open what you send.
attach-caption = A few words with it (if you like)
attach-caption-over = The text is { $count ->
        [one] one character
       *[other] { $count } characters
    } too long.
attach-send = Send
attach-other = Choose something else
attach-busy = Getting it ready …
attach-sending = It is being sent. You can go on writing.
attach-photo_unreadable = The picture can't be opened here. It may be broken, or of a kind that the browser can't read. Take a new photo, or send it as a file.
attach-photo_huge = The picture is too large for this device. Take a new photo with a lower resolution, or send it as a file.

crop-title = Crop the picture
crop-how = Drag the dots to cut away what should not be there. With the keyboard: go to an edge with Tab and move it with the arrow keys.
crop-top = Top edge
crop-bottom = Bottom edge
crop-left = Left edge
crop-right = Right edge
crop-turn = Turn a quarter
crop-whole = Keep the whole picture

voice-what = Take your time. You can pause, and listen before you send. Ten minutes at most.
voice-start = Start recording
voice-starting = Starting the microphone …
voice-recording = Recording
voice-paused = Paused
voice-level = How loud it is
voice-pause = Pause
voice-go = Go on
voice-done = Done
voice-drop = Throw the recording away
voice-drop-question = Throw the recording away? It can't be brought back.
voice-drop-yes = Throw it away
voice-found = There is a recording that was not sent. Listen, and send it or throw it away.
voice-soon-full = Less than a minute is left.
voice-full = Ten minutes have passed. Listen and send, then you can record another one.
voice-microphone_denied = The microphone is turned off for this page. Allow it in the browser's settings and try again.
voice-microphone_none = No microphone can be used here. Another program may be using it.
voice-note = Voice message
voice-play = Play
voice-fast = Faster
voice-position = Position in the recording
voice-at = { $at } of { $of }
voice-failed = The sound can't be played.

attachment-photo = Photo
attachment-file = File
attachment-voice = Voice message
attachment-photo-name = photo.jpg
attachment-file-name = file
attachment-new = { $author } has sent: { $what }
attachment-larger = Show larger
attachment-smaller = Show smaller
attachment-save = Save on the device
attachment-fetch = Fetch ({ $size })
attachment-fetching = Being fetched …
attachment-sending = Being sent …
attachment-percent = { $percent }%
attachment-stuck = It has not been sent yet.
attachment-stuck-here = It has not come here yet.
attachment-gone = It is not there to be fetched any more. Ask whoever sent it to send it again.
attachment-ask-again = Try to fetch it again
attachment-broken = What came here is broken and can't be opened. Ask whoever sent it to send it again.
attachment-more = More
attachment-cancel = Don't send
attachment-cancel-question = Remove it from here and not send it?
attachment-cancel-yes = Remove
size-kb = { $size } kB
size-mb = { $size } MB
problem-attachment_empty = The file is empty.
problem-attachment_too_large = The file is too large. It may be at most 25 MB.
problem-file_unreadable = The file could not be read. Choose it again.
problem-device_full = There is no room on this device. Remove something else from it and try again. What is here already is still here.

## Look, easy reading and reading aloud

room-failed = This page did not arrive. What you have written is still here. Check the network and try again.
lock-title = Locks by itself
lock-after = Lock when nobody has touched the app for
lock-minutes = { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
lock-what = You open it again with your PIN. What you have written is still there. It does not lock while something is being recorded or sent.
tell-exit-title = When you leave quickly
tell-exit = Tell { $names } when I leave quickly
tell-exit-what = They then see that you left in a hurry, when that was, and that they must not call or write until you write. Nothing of it shows on your phone.
tell-exit-not = Where another parent is in the conversation, nothing is said. Without a network it is said only when you have opened again.
look-title = Look
theme-title = Light or dark
theme-phone = As the phone
theme-light = Light
theme-dark = Dark
easy-title = Easy to read
easy-what = Larger text, more space and shorter sentences.
read-aloud = Read aloud
read-stop = Stop reading
read-no-voice = This phone has no voice for English. There may be one to download in the phone's settings.
read-failed = It could not be read aloud. Try again.
easy-next = Go on
conversation-readers = { $names } can read what you write here. Nobody else can.
people-what = Here you see who takes part in the conversation. Only they can read.
settings-what = What you choose here is for this device alone. Nobody else sees it.
add-slip-what = A new slip gives you one more conversation. The others do not change.
circles-what = Only those who take part in a conversation can read it.
dictate-start = Speak
dictate-stop = Stop listening
dictate-failed = Nothing could be heard. Try again, or write.

## Messages: answer, react, change, delete, search

message-more = More
message-more-of = about the message from { $author }
message-more-mine = about your message
message-reply = Answer
message-edit = Change
message-react = React
reactions = Reactions
reaction-heart = Heart
reaction-thumb_up = Thumbs up
reaction-thanks = Thanks
reaction-hug = Hug
reaction-sad_with_you = Feel with you
reaction-tick = Okay
reaction-who = { $reaction }: { $who }
reaction-again = Press your reaction once more to take it back.
message-changed = Changed
message-gone = A message was deleted.
message-changing = The change is not sent yet. The others see the old words.
message-going = Not sent yet. The others can still see the message.
message-unfetched = Not fetched yet. The phone may be off.
delete-all = Delete for everybody
delete-all-question = The message goes away for everybody in the conversation. Somebody may have read it already.
delete-all-yes = Yes, delete for everybody
delete-unsent-question = The message is not sent yet. If you delete it, it will never be sent.
delete-too-late = More than a day has passed. You can delete the message on this device.
delete-here = Delete on this device
delete-here-question = The message goes away only here. The others keep it.
delete-here-yes = Yes, delete here
quote-go = Answer to:
quote-gone = A message that was deleted
quote-missing = A message that is not here
reply-title = You are answering a message
reply-cancel = Cancel the answer
edit-title = You are changing your message
edit-save = Save the change
edit-too-late = More than an hour has passed. The message can no longer be changed.
conversation-since = New since you were here
conversation-newer = Show newer
conversation-keep = Messages are deleted after { $days } days, for everybody.
conversation-long = The text is too long for one message. It stays here.
conversation-parts = { $count ->
    [one] Send in { $count } part
   *[other] Send in { $count } parts
}
search-open = Search in the conversation
search-title = Search
search-label = Words to search for
search-where = Where do you want to search?
search-here = In this conversation
search-everywhere = In all conversations
search-private = The search is done on this device alone.
search-count = { $count ->
    [0] Nothing was found.
    [one] { $count } message was found.
   *[other] { $count } messages were found.
}
search-newest = The newest { $count } are shown. Write more words to find the right one.

## To remember: meetings, telephone numbers, what was agreed, the week, pinned messages

kept-title = To remember
kept-what = Here are meetings, telephone numbers and other things that are good to find again. Everybody in the conversation sees them.
kept-empty = There is nothing here yet.
kept-add = Add
kept-next = Meeting { $when }
kept-asks = { $count ->
    [one] A proposed meeting waits for your answer.
   *[other] { $count } proposed meetings wait for your answer.
}
card-kind-meeting = Meeting
card-kind-phone = Telephone number
card-kind-agreed = What we have agreed
card-kind-week = Plan for the week
card-kind-gone = A card
card-add-meeting = Propose a meeting
card-add-phone = Write down a telephone number
card-add-agreed = Write what we have agreed
card-add-week = Make a plan for the week
card-edit = Change
card-change = Change the card
card-drop = Remove
card-drop-question = The card goes for everybody in the conversation.
card-drop-yes = Yes, remove
card-dropped = The card is removed.
card-by = Written by: { $author }
card-unsent = Not sent yet. The others do not see it yet.
card-call = Call { $number }
card-title-meeting = What is the meeting about?
card-title-phone = Whose number is it?
card-title-agreed = What is it about?
card-title-week = What is the plan called?
card-optional = You may leave this empty.
card-text-meeting = More about the meeting
card-text-phone = Telephone number
card-text-agreed = What have you agreed?
card-lines = What is to be done? Write one thing on each line.
card-lines-hint = At most { $count } lines.
card-time = When?
card-time-number = Proposal { $number }
card-date = Day
card-clock = Time
card-time-more = Propose one more time
card-seen = Everybody in the conversation sees what you write here.
card-week-again = When you change the plan it begins again, with nothing ticked.
card-meeting-again = When you change the meeting, everybody is asked once more.
card-saved = Saved under To remember.
card-empty = Fill this in.
card-too-long = The text is too long. It may have at most { $count } characters.
card-bad-lines = Write at least one line and at most { $count }.
card-long-line = A line is too long. It may have at most { $count } characters.
card-bad-time = Choose a day and a time that are not over, at most a year ahead.
meeting-set = Settled: { $when }
meeting-proposed = Proposed time:
meeting-over = This time is over.
meeting-question = Does it suit you?
meeting-suits = { $when } suits me
meeting-none = No time suits me
meeting-not = The time does not suit me
meeting-answered = Your answer is saved.
meeting-answer = { $who }: { $when } is good
meeting-answer-none = { $who }: no time is good
meeting-waits = Waiting for an answer from { $names }.
calendar-save = Put it in the calendar
calendar-what = The calendar says only the word Reminder and the time. A calendar may show on other screens, and to others who share it.
calendar-summary = Reminder
pins-title = Pinned messages
pins-what = Pinned messages are removed after { $days } days, like all others. What is to stay longer is written on a card.
pin-go = Show in the conversation
pin-add = Pin
pin-remove = Unpin
pin-added = The message is now under To remember.
pin-removed = The message is not pinned any more.
act-card-new = { $actor } added under To remember: { $what }.
act-card-changed = { $actor } changed under To remember: { $what }.
act-card-gone = { $actor } removed from To remember: { $what }.
act-meeting = { $actor } answered about the meeting: { $when } is good.
act-meeting-none = { $actor } answered about the meeting: no time is good.
problem-cards_full = There are 20 cards already, and there is no room for more. Remove one that is not needed and try again.
problem-phone_bad = This does not look like a telephone number. Write digits, with + first if you like.

## Good to know: the organisations' own pages

info-title = Good to know
info-intro = These pages are from those who run the support.
info-none = There are no pages here yet.
info-private = You don't need to log in to read. The server does not record who reads. What you have read stays on this device, so that you can read it without a network.
info-other-language = This page is not in your language. It is shown in { $language }.
info-from = This page is from { $org }.
info-leaves = (opens another website)
info-gone = The page is no longer there.
info-offline = The page can't be fetched right now. Check the network and try again.
