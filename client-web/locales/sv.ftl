# Svenska. Det här är förlagan: en sträng som läggs till här ska också finnas i de andra filerna.
# Skriv korta meningar. Läsaren kan vara trött, rädd och läsa på en liten skärm.

## Överallt

app-loading = Öppnar …
language = Språk
skip-to-content = Gå till innehållet
top-bar = Hjälp och utgång
quick-exit = Lämna snabbt
quick-exit-hint = Du kan också trycka på Skift tre gånger.
call-112 = Ring 112
back = Tillbaka
close = Stäng
cancel = Avbryt
done = Klar
save = Spara
saved = Sparat.
copy-link = Kopiera länken
copied = Kopierat.
copy-failed = Det gick inte att kopiera.
print = Skriv ut
try-again = Försök igen
menu-help = Hjälp
menu-settings = Inställningar
hours-label = Öppet och svar:
hours-unknown = Du kan skriva när som helst. Svar kommer när någon är på plats.
hours-open = Öppet nu.
# $time: "i dag 17:00", "måndag 08:00": see moment-*
hours-open-until = Öppet nu, till { $time }.
hours-opens = Stängt nu. Öppnar { $time }.
hours-answer-by = Skriver du nu får du svar senast { $time }.
moment-today = i dag { $time }
moment-tomorrow = i morgon { $time }
moment-day = { $day } { $time }

role-parent = Förälder
role-supporter = Stödperson
role-coordinator = Samordnare
role-lead = Projektledare

## Kontakt med servern

link-offline = Ingen kontakt just nu. Det du skriver sparas här och skickas sedan.
    .easy = Inget nät just nu. Det du skriver sparas.
link-offline-retry = Ingen kontakt just nu. Det du skriver sparas här. Nytt försök om { $seconds ->
        [one] en sekund
       *[other] { $seconds } sekunder
    }.
link-connecting = Ansluter …
link-retry = Försök nu
lock-soon = Låser snart. Rör skärmen om du vill vara kvar.
waiting-banner = { $count ->
        [one] Ett meddelande väntar på att skickas.
       *[other] { $count } meddelanden väntar på att skickas.
    }

## Första gången: ingen lapp än

start-title = Har du fått en lapp?
start-intro = Du har fått en lapp med en kod av någon som vill stå bredvid dig. Skriv koden här, så kan du skriva direkt. Har du sett en affisch? Skriv koden därifrån.
    .easy = Har du fått en lapp med en kod? Skriv koden här. Då kan du skriva direkt.
start-code-label = Koden på lappen
start-code-hint = Stora eller små bokstäver spelar ingen roll. Du kan också klistra in hela länken.
    .easy = Små bokstäver går också bra.
start-open = Öppna lappen
start-opening = Läser lappen …
start-scan = Läs av QR-koden med kameran
start-scan-stop = Stäng kameran
start-scan-title = Håll lappen framför kameran
start-scan-view = Bild från kameran
start-scan-failed = Kameran går inte att använda här. Skriv koden i stället, eller öppna telefonens egen kamera och rikta den mot QR-koden.
start-scan-advice = Har lappen en QR-kod? Öppna telefonens egen kamera och rikta den mot koden.
start-none-title = Ingen lapp?
start-none = Fråga den som erbjöd dig stöd. En ny lapp går fort att göra, och det kostar ingenting.
    .easy = Fråga den som erbjöd dig stöd. Det kostar inget.
slip-mistyped-part = Del { $part } ser inte rätt ut. Jämför den med lappen, tecken för tecken.
slip-mistyped-which = Del { $part } av koden:

## Lappen är läst: välj namn och PIN

join-title = Välkommen
join-what = Här kan du skriva med { $org } när du vill, och bara ni som är med i samtalet kan läsa: inte socialtjänstens handläggare, inte någon chef och inte den som sköter servern.
    .easy = Här kan du skriva med { $org }. Bara ni som är med kan läsa. Socialtjänsten kan inte läsa. Ingen chef kan läsa.
join-limits = Men den som har både din telefon och din PIN kan läsa, och den du skriver med kan vara skyldig att göra en orosanmälan om ett barn far illa.
    .easy = Den som har din telefon och din PIN kan också läsa. Den du skriver med kan vara tvungen att säga till om ett barn far illa.
join-what-staff = Med lappen blir den här enheten din nyckel hos { $org } som { $role ->
        [supporter] stödperson
        [coordinator] samordnare
       *[lead] projektledare
    }.
join-limits-supporter = Du läser bara samtal som du själv är med i, och ingen kan läsa dem åt dig om telefonen försvinner.
join-limits-staff = Du ser aldrig vad någon skriver, och ingen kan se det genom dig.
join-more = { $count ->
        [one] Länken har en lapp till. Den används på samma gång.
       *[other] Länken har { $count } lappar till. De används på samma gång.
    }
join-cannot-title = Vad kan vi inte skydda?
join-cannot-spy = Ett spionprogram i telefonen kan läsa det du läser.
join-cannot-force = Om någon tvingar dig att låsa upp kan den personen läsa.
join-cannot-share = Den du skriver med kan visa det för andra.
join-cannot-lost = Tappar du telefonen får du en ny lapp, men de gamla meddelandena kommer inte tillbaka till dig.
join-cannot-code = Den som sköter servern kan inte läsa, men skulle kunna byta ut själva programmet.
join-name = Ditt namn
join-name-hint = Det här ser de andra. Förnamn räcker.
join-pin = Välj en PIN
join-pin-hint = Sex siffror som du minns. Ta inte din födelsedag.
    .easy = Sex siffror som du minns.
join-pin-again = Samma PIN en gång till
join-phrase = Välj en lösenfras
join-phrase-hint = Minst åtta tecken. Gärna några ord i rad.
join-phrase-again = Samma lösenfras en gång till
join-use-phrase = Använd en lösenfras i stället för PIN
pin-show = Visa det jag skriver
join-submit = Börja
join-cancel = Använd inte lappen
join-name-bad = Skriv ett namn, högst 40 tecken.
join-pin-bad = PIN ska vara sex siffror.
join-phrase-bad = Lösenfrasen ska ha minst åtta tecken.
join-pin-differs = Det blev inte samma båda gångerna. Skriv en gång till.
joining-title = Nästan klart
joining-text = Vi gör i ordning nycklarna. Det tar några sekunder.
    .easy = Vänta lite. Det tar några sekunder.
joining-offline = Ingen kontakt just nu. Det går vidare av sig självt, och lappen är inte förlorad.
    .easy = Det finns inget nät just nu. Det går vidare av sig självt.

## Med en affisch: välja vem, och vänta på att någon blir ledig

door-title = Vem vill du skriva med?
door-what = Du har öppnat en affisch. Här kan du skriva med någon som står bredvid dig. Välj vem du vill skriva med, så ställs du i kö dit. Den första som är ledig tar emot dig.
    .easy = Här kan du skriva med någon som står bredvid dig. Välj vem. Sedan väntar du på din tur.
door-behind-municipality = Kommunens stöd. Den som svarar är anställd av kommunen, men är inte den som utreder eller beslutar.
    .easy = Personen arbetar i kommunen. Men personen bestämmer inget om dig.
door-behind-association = En förenings stöd. Den som svarar är med i föreningen och arbetar inte för kommunen.
    .easy = Personen är med i en förening. Personen arbetar inte i kommunen.
door-waiting = { $count ->
        [0] Ingen väntar där just nu.
        [one] En väntar där just nu.
       *[other] { $count } väntar där just nu.
    }
door-choose = Välj { $org }
door-choose-other = Välj någon annan
door-switch-later = Du kan byta senare, så länge ingen har tagit emot dig.
door-safety-title = Hur säkert är det?
door-safety = Servern kan inte läsa det du skriver. Men en affisch är öppen för alla som ser den. Därför visar appen tre trygghetsord när ni skriver med varandra. Läs dem för varandra i telefon eller när ni ses. Är de lika är det ingen annan emellan. Den som har fått en egen lapp har en säkrare väg in.
door-submit = Ställ mig i kön
door-cancel = Använd inte affischen
wait-title = Du står i kön
wait-ahead = { $count ->
        [0] Du är först i kön.
        [one] En väntar före dig.
       *[other] { $count } väntar före dig.
    }
wait-taken = Någon tar emot dig nu
wait-taken-what = En stödperson gör i ordning ert samtal. Det öppnas här av sig självt. Skulle det avbrytas får du tillbaka din plats i kön inom en halvtimme.
    .easy = Samtalet öppnas snart. Du behöver inte göra något.
wait-open = Verksamheten har öppet nu.
wait-open-until = Verksamheten har öppet nu, till { $time }.
wait-closed = Ingen är där just nu. Verksamheten öppnar { $time }.
wait-hours-unknown = Verksamheten har inte sagt några öppettider. Du tas emot när någon blir ledig.
wait-promised = Verksamheten räknar med att svara senast { $time }.
wait-promise-over = Det har tagit längre tid än verksamheten räknade med. Du står kvar i kön.
wait-longer = Det kan dröja längre när andra väntar före dig.
wait-close-app = Du kan stänga appen och komma tillbaka hit. Platsen i kön är din.
    .easy = Du kan stänga appen. Du har kvar din plats.
wait-since = Du kom { $day }.
wait-written = Vill du börja skriva?
wait-written-before = Det du har skrivit
wait-written-what = Det du skriver sparas här i telefonen. Ingen läser det förrän någon har tagit emot dig. Då skickas det av sig självt.
    .easy = Du kan skriva redan nu. Det skickas när någon är ledig.
wait-text-waits = Väntar, inte skickat än
wait-text-remove = Ta bort
wait-keep = Spara tills någon tar emot mig
wait-switch = Byt till { $org }
wait-switch-question = { $count ->
        [0] Ingen väntar hos { $org } just nu. Platsen där du står nu går till nästa.
        [one] En väntar hos { $org } just nu. Du hamnar sist, och platsen där du står nu går till nästa.
       *[other] { $count } väntar hos { $org } just nu. Du hamnar sist, och platsen där du står nu går till nästa.
    }
wait-switch-yes = Ja, byt
wait-switched = Nu står du i kö hos { $org }.
wait-end = Sluta vänta
wait-end-question = Du lämnar kön, och allt på den här enheten raderas, också det du har skrivit. Du kan öppna affischen igen när du vill.
wait-end-yes = Ja, sluta vänta
wait-trouble-unopened = Kanske drogs svaret tillbaka, eller så försökte någon annan svara i stället. Du kan vänta kvar här. Kommer inget mer: kopiera det du har skrivit och börja om med affischen. Berätta gärna för verksamheten.
wait-trouble-gone = En plats sparas i trettio dagar. Det du har skrivit finns kvar här: kopiera det innan du börjar om med affischen.
wait-trouble-ending = Allt raderas här så snart servern har fått veta det.
wait-title-unopened = Det kom ett svar som inte gick att öppna
wait-title-gone = Platsen i kön finns inte kvar
wait-title-ending = Du har slutat vänta
wait-copy = Kopiera det jag har skrivit
wait-again = Börja om med affischen
wait-again-question = Allt på den här enheten raderas, också det du har skrivit. Kopiera det först, om du vill ha det kvar.
wait-again-yes = Ja, börja om
wait-own-slip = Har du fått en egen lapp? Använder du den lämnar du kön, och det du har skrivit medan du väntade skickas i det samtalet.

## Låst

locked-title = Anteckningar
locked-pin = Din PIN
locked-pin-hint = Sex siffror, eller din lösenfras.
locked-phrase = Jag har en lösenfras
locked-open = Lås upp
locked-opening = Låser upp …
locked-wrong = Fel PIN. { $tries ->
        [one] Du har ett försök kvar. Sedan går det bara med en ny lapp.
       *[other] Du har { $tries } försök kvar.
    }
locked-empty = Skriv din PIN.
locked-needs-network = För att låsa upp behövs kontakt med servern.
locked-forgot = Jag har glömt min PIN
forgot-title = Glömt PIN
forgot-text = Det händer, och ingen skada är skedd. Be om en ny lapp av den du skriver med eller av verksamheten. Radera sedan det som finns i telefonen och öppna den nya lappen.
    .easy = Det gör inget. Be om en ny lapp. Radera det som finns här. Öppna sedan den nya lappen.
forgot-history = De gamla meddelandena kommer inte tillbaka i den här telefonen. De andra har kvar sina.
    .easy = Du ser inte de gamla meddelandena i den här telefonen sedan.
forget-device = Radera allt på den här enheten
forget-confirm = Är du säker? Allt på den här enheten raderas nu. Det går inte att ångra.
forget-yes = Ja, radera
slip-pending = Du har öppnat en ny lapp. Lås upp först, så läggs den till. Har du glömt din PIN: tryck på ”Jag har glömt min PIN”.

elsewhere-title = Öppet i en annan flik
elsewhere-text = Det går bara att ha öppet på ett ställe åt gången, så att inget blir fel.
    .easy = Appen är redan öppen på ett annat ställe.
elsewhere-take = Öppna här i stället

destroyed-title = Låset är stängt
destroyed-text = Det blev fel PIN för många gånger. Nyckeln till meddelandena i den här telefonen är borta, så att ingen annan kan läsa dem.
    .easy = Det blev fel PIN för många gånger. Nu kan ingen läsa det som fanns här.
destroyed-next = Be om en ny lapp av den du skriver med eller av verksamheten. Sedan kan ni fortsätta.
    .easy = Be om en ny lapp. Sedan kan ni fortsätta.
destroyed-start = Radera och öppna en ny lapp

## Samtal

circles-title = Dina samtal
circles-empty = Du har inga samtal än.
circles-none-parent = Du är inte med i något samtal nu. Be om en ny lapp om du vill fortsätta.
circle-unread = { $count ->
        [one] 1 oläst
       *[other] { $count } olästa
    }
circle-waiting = { $count ->
        [one] 1 väntar
       *[other] { $count } väntar
    }
circle-alone = Ingen annan är med än
circle-lost = Tråden är tappad
circle-untitled = Samtal utan namn
circle-from-queue = Ny från kön
circle-on-the-way = Väntar på att hen kommer in
new-circle = Nytt samtal
new-circle-title = Vad vill du kalla samtalet?
new-circle-hint = Bara du ser namnet. Skriv inget som pekar ut någon.
new-circle-make = Starta samtalet
new-circle-placeholder = Samtal { $number }
add-slip = Lägg till en lapp
add-slip-done = Du är med i samtalet.
circles-choose = Välj ett samtal i listan.

conversation-messages = Meddelanden
conversation-empty = Här är det tomt än. Skriv när du vill, stort eller smått.
    .easy = Skriv när du vill.
conversation-alone = Ingen annan är med än. Gör en lapp och ge den till den du ska skriva med.
conversation-on-the-way = Väntar på att hen kommer in. Det sker av sig självt när hen öppnar appen. Du kan skriva redan nu.
conversation-older = Visa äldre
conversation-newest = Till det senaste
conversation-people = Personer och säkerhet
conversation-write = Skriv ett meddelande
conversation-send = Skicka
conversation-keys = Ctrl och Enter skickar.
conversation-left = { $count ->
        [one] Ett tecken kvar
       *[other] { $count } tecken kvar
    }
conversation-over = { $count ->
        [one] Ett tecken för mycket
       *[other] { $count } tecken för mycket
    }
conversation-new = Nytt meddelande från { $author }: { $text }
message-mine = Du
delivery-waiting = Väntar, inte skickat än
delivery-sent = Skickat
delivery-delivered = Framme
delivery-read = Läst
message-retry = Försök skicka igen

thread-lost = Den här telefonen har tappat tråden i samtalet. Inget du har läst är borta. Be { $names } om en ny lapp, så fortsätter det här.
    .easy = Något gick fel i telefonen. Be { $names } om en ny lapp.
thread-lost-alone = Den här enheten har tappat tråden i samtalet. Inget du har läst är borta. Börja om, så gör du en ny lapp till var och en och det fortsätter här.
thread-lost-waits = Det du skriver sparas och skickas sedan.
thread-helper = den som gav dig lappen
thread-new-slip = Jag har en ny lapp
thread-copy = Kopiera det som inte är skickat
thread-afresh = Börja om samtalet
thread-afresh-question = Samtalet börjar om med samma personer. Det ni har läst finns kvar, och du gör en ny lapp till var och en.
thread-afresh-yes = Ja, börja om
thread-doubt = Telefonen fick tillbaka ett äldre läge. Nycklarna förnyas nu. Det du skriver väntar här och skickas av sig självt.
afresh-awaited = Samtalet har börjat om. Gör en ny lapp till var och en, så är de med igen.
afresh-slip = Ny lapp till { $name }

notice-someone = någon
notice-circle_started = { $actor } startade samtalet.
notice-joined = { $subject } är med i samtalet nu.
notice-left = { $subject } har lämnat samtalet.
notice-removed = { $actor } tog bort { $subject } från samtalet. { $subject } kan inte läsa det som skrivs härefter.
notice-new_device = { $subject } har en ny telefon eller dator. Den gamla kan inte läsa det som skrivs härefter.
notice-slip_made = { $actor } gjorde en lapp. Den som använder lappen kommer med i samtalet.
notice-slip_used = { $subject } använde en lapp.
notice-slip_revoked = { $actor } drog tillbaka en lapp. Den går inte att använda längre.
notice-not_readable = Något gick inte att läsa på den här enheten. Be den som skrev att skriva det igen, om det inte kommer av sig självt.
notice-not_readable_from = Något som { $subject } skrev gick inte att läsa här. Be { $subject } skriva det igen, om det inte kommer av sig självt.
notice-you_joined = Du är med i samtalet nu. Det som skrevs innan du kom visas inte.
notice-back = { $subject } är tillbaka i samtalet med en ny lapp.
notice-you_back = Du är tillbaka i samtalet. Det som väntade skickas nu.
notice-afresh = Samtalet började om här, för en enhet hade tappat tråden. Det ni har läst finns kvar.
notice-gone = { $subject } har slutat och kan inte läsa det som skrivs härefter. Ni andra kan fortsätta. Är du ensam kvar? Hör av dig till verksamheten, så får du en ny person.
notice-line_open = Nu är samtalet öppet. Skriv när du vill. Det du skrev medan du väntade är på väg.

## Räkna kontakter

count-title = Räkna en kontakt
count-hint = Ett tryck räcker. Alla i samtalet ser det, och du kan ångra en stund efteråt. Inget annat än antalet lämnar samtalet.
count-visit = Besök
count-phone = Telefonsamtal
count-meeting = Möte tillsammans
count-email = E-post
count-group = Grupp
count-dialogue = Dag med meddelanden
count-call = Samtal i appen
count-visit-done = Ett besök är räknat.
count-phone-done = Ett telefonsamtal är räknat.
count-meeting-done = Ett möte är räknat.
count-email-done = Ett e-postmeddelande är räknat.
count-group-done = En gruppträff är räknad.
contact-entry = { $author } räknade: { $kind }, { $day }
contact-entry-mine = Du räknade: { $kind }, { $day }
contact-undone = Ångrat
contact-undo = Ångra
contact-undo-left = Går att ångra i { $minutes ->
        [one] en minut
       *[other] { $minutes } minuter
    } till
counted-title = Räknat den här månaden
counted-none = Inget är räknat än den här månaden.
counted-row = { $kind }: { $count }

## Hur det är

face-1 = Mycket svårt
face-2 = Svårt
face-3 = Varken bra eller dåligt
face-4 = Ganska bra
face-5 = Bra
face-none = Vill inte säga
experience-1 = Mycket dåligt
experience-2 = Dåligt
experience-3 = Varken bra eller dåligt
experience-4 = Bra
experience-5 = Mycket bra
experience-title = Hur stödet har varit
feeling-title = Hur du har det
feeling-first = Hur har du det just nu?
feeling-last = Hur har du det nu, jämfört med i början?
feeling-experience = Hur har stödet varit för dig?
feeling-choice = Svara om du vill.
feeling-open = Svara på frågan
feeling-hint = Du väljer själv om du svarar, och frågan kommer bara nu. Svaret stannar i din telefon; bara en siffra utan namn räknas.
    .easy = Du måste inte svara. Svaret stannar i din telefon.
feeling-show = Visa mitt svar för { $names }
feeling-answer = Svara
feeling-choose = Välj ett av svaren, eller ”Vill inte säga”.
feeling-thanks = Tack för svaret.
feeling-thanks-none = Det är helt i sin ordning.
feeling-kept = Svaret finns bara i din telefon.
feeling-shown = Svaret syns för { $names }.
feeling-undo = Ändra svaret

## Det som händer med stödet

act-you = Du
act-contact = en kontakt
act-feeling-first = { $actor } berättar hur det är i början: { $face }.
act-feeling-last = { $actor } berättar hur det är nu: { $face }.
act-feeling-back = { $actor } tog tillbaka sitt svar om hur det är.
act-feeling-experience = { $actor } berättar hur stödet har varit: { $face }.
act-experience-back = { $actor } tog tillbaka sitt svar om hur stödet har varit.
act-programme = { $actor } ändrade hur stödet går till. { $what }.
act-programme-step = { $actor } går vidare: stödet är nu i steg { $number } av { $count }.
act-objection = { $actor } säger att det här inte stämmer: { $kind } { $day }.
act-objection-back = { $actor } säger att det stämmer ändå: { $kind } { $day }.
act-closing = { $actor } avslutar stödet: { $outcome }.
act-closing-back = { $actor } tog tillbaka avslutet. Stödet fortsätter.
act-feedback-ask = { $actor } frågar om ni ska skriva en återkoppling tillsammans.
act-feedback-yes = { $actor } sade ja till att skriva återkoppling tillsammans.
act-feedback-no = { $actor } sade nej till återkoppling. Det är helt i sin ordning.

objection-make = Det här stämmer inte
objection-mine = Du har sagt att det här inte stämmer.
objection-of = { $names } säger att det här inte stämmer.
objection-sent = En siffra som är skickad går inte att ta tillbaka, för inget i den visar vem den kom från. Men alla i samtalet ser att den inte stämmer.
objection-back = Det stämmer ändå
objection-back-done = Du har tagit tillbaka det.

## Stödet och dess avslut

support-title = Stödet
support-conversations = { $count ->
        [one] Ett samtal hittills.
       *[other] { $count } samtal hittills.
    } Stödet är tänkt som { $range } samtal.
support-what = Ett samtal är en dag med minst en räknad kontakt: meddelanden, telefon, besök eller möte. Flera kontakter samma dag är ett samtal.
support-conversations-open = { $count ->
        [one] Ett samtal hittills.
       *[other] { $count } samtal hittills.
    }
range-text = { $least }–{ $most }
programme-choose = Hur ska stödet gå till?
programme-choose-one = Välj hur stödet ska gå till.
programme-range = { $name }: { $least } till { $most } samtal
programme-number = { $count ->
        [one] { $name }: ett samtal
       *[other] { $name }: { $count } samtal
    }
programme-steps = { $count ->
        [one] { $name }: ett steg
       *[other] { $name }: { $count } steg efter varandra
    }
programme-open = { $name }: så länge det behövs
programme-step = Steg { $number } av { $count }, vecka { $week }. Steget tar { $weeks } veckor.
programme-change = Ändra hur stödet går till
programme-change-what = Alla i samtalet ser att du ändrar. Det som redan är räknat ändras inte.
programme-change-go = Ändra
programme-changed = Ändrat. Alla i samtalet ser det.
programme-foreign = Så här går stödet till nu: { $what }. Din verksamhet arbetar på ett annat sätt. Vill du ändra?
check-in-title = Avstämning
check-in = Dags för avstämning, vecka { $week } av { $weeks }.
check-in-what = Stanna upp tillsammans: vad har blivit bättre, och vad behövs nu?
check-in-done = Det är gjort
check-in-done-said = Bra. Nästa avstämning kommer när det är dags.
phase-over = Steg { $number } av { $count } har nått sin längsta tid.
phase-next = Gå vidare till nästa steg
phase-next-question = Gå vidare till steg { $number } av { $count }? Alla i samtalet ser det.
phase-next-yes = Ja, gå vidare
close-ask = Ska stödet avslutas?
close-ask-why = { $count ->
        [one] Ni har haft ett samtal.
       *[other] Ni har haft { $count } samtal.
    } Stödet är tänkt som { $range }. Du bestämmer.
close-ask-why-steps = Det sista steget har nått sin längsta tid. Du bestämmer.
close-go = Avsluta stödet …
close-not-now = Inte nu
close-not-now-done = Frågan kommer tillbaka tidigast om en vecka.

closing-title = Avsluta stödet
closing-what = När du avslutar ser alla i samtalet det. I sju dagar kan ni fortfarande läsa och skriva, och vem som helst av er kan ta tillbaka avslutet. Sedan raderas samtalet och dess nycklar på allas telefoner. Kvar blir ett kvitto utan innehåll.
closing-feedback = Ska handläggaren få en återkoppling? Skriv den tillsammans med föräldern innan samtalet raderas.
closing-outcome = Hur blev det?
outcome-completed = Stödet är genomfört
outcome-further_support = Genomfört, och föräldern vill ha mer stöd
outcome-declined = Föräldern tackade nej
outcome-not_reached = Det gick inte att nå föräldern
closing-counted = Hur det blev och ungefär hur många samtal det var räknas utan namn, när de sju dagarna har gått.
closing-go = Avsluta
closing-question = Avsluta stödet? Alla i samtalet ser det nu. Om sju dagar raderas allt.
closing-yes = Ja, avsluta
closing-done = Stödet avslutas om sju dagar.
closing-already = Stödet är på väg att avslutas.
closing-note = Stödet avslutas { $until }. Till dess kan ni läsa och skriva. Sedan raderas samtalet på allas telefoner, och kvar blir ett kvitto.
closing-over = Stödet är avslutat. Du kan läsa till { $until }. Sedan raderas samtalet här, och kvar blir ett kvitto.
closing-nobody = De andra är inte kvar, så det går inte att skriva längre. Behöver du stöd igen: be verksamheten om en ny lapp.
closing-back = Ta tillbaka avslutet
closing-back-question = Då fortsätter stödet som förut, och inget raderas. Alla i samtalet ser det.
closing-back-yes = Ja, fortsätt stödet
closing-back-done = Stödet fortsätter.

feedback-title = Återkoppling
feedback-what = Handläggaren kan få en kort återkoppling: hur många kontakter, hur föräldern har det nu, vad som har ändrats och om mer stöd önskas. Ni skriver den tillsammans på din telefon, och bara om föräldern säger ja. Ett nej är helt i sin ordning.
feedback-ask = Fråga föräldern
feedback-waits = Frågan är ställd. Du får svar i samtalet.
feedback-declined = Föräldern vill inte ha någon återkoppling. Det är helt i sin ordning. Stödet kan avslutas ändå.
feedback-question = { $names } frågar: ska ni tillsammans skriva en kort återkoppling till handläggaren?
feedback-question-more = Du läser texten innan den lämnas, och den lämnas bara om du vill. Inget händer om du säger nej.
    .easy = Du läser texten först. Du kan säga nej.
feedback-yes = Ja
feedback-no = Nej
feedback-write = Skriv tillsammans med föräldern. Allt är frivilligt, och tomma delar lämnas inte.
feedback-feels = Hur föräldern har det nu
feedback-change = Vad som har ändrats
feedback-wish = Önskas mer stöd?
feedback-wish-yes = Ja
feedback-wish-no = Nej
feedback-wish-unsure = Vet inte än
feedback-more = Annat som föräldern vill säga
feedback-stays = Texten finns bara på den här enheten, låst som allt annat. Den skickas aldrig härifrån, och den raderas när stödet är slut.
feedback-read = Läs tillsammans
feedback-hand-over = Låt föräldern läsa hela texten nu, eller läs upp den. Inget har lämnat den här enheten.
feedback-page-title = Återkoppling efter stöd
feedback-contacts = Kontakter
feedback-days = { $count ->
        [one] Samtal på en dag
       *[other] Samtal på { $count } dagar
    }
feedback-then = I början: { $face }
feedback-last = Vid avslutet: { $face }
feedback-experience = Så har stödet varit: { $face }
feedback-agreed = Föräldern har läst eller hört hela texten och vill att den lämnas.
feedback-copy = Kopiera texten
feedback-change-it = Ändra

receipts-title = Avslutade stöd
receipt-title = Kvitto på stödet
receipt-days = { $first } till { $last }
receipt-contacts = Kontakter
receipt-none = Inga kontakter räknades.
receipt-all = Det här är allt som finns kvar. Meddelandena och nycklarna är raderade på den här enheten, och kvittot finns ingen annanstans.
receipt-delete = Radera kvittot
receipt-delete-question = Kvittot finns bara här. Det går inte att få tillbaka.
receipt-delete-yes = Ja, radera
receipt-ended = Stödet är avslutat och samtalet är raderat. Kvittot finns i listan.

## Överlämning: en person till

come-title = Fler personer i samtalet
come-who-supporter = en kollega
come-who-parent = en förälder till
come-ask-handover = Lämna över till en kollega …
come-ask-beside = Fråga om en kollega får vara med …
come-ask-parent = Fråga om en förälder till får vara med …
come-page-handover = Lämna över till en kollega
come-page-beside = En kollega till i samtalet
come-page-parent = En förälder till i samtalet
come-what-handover = Föräldern får frågan här i samtalet och bestämmer själv, också hur mycket av det som är skrivet kollegan får läsa. Efter ett ja kan du göra en lapp till kollegan.
come-what-beside = Till exempel medan du är borta. Föräldern får frågan här i samtalet och bestämmer själv, också hur mycket av det som är skrivet kollegan får läsa. Efter ett ja kan du göra en lapp till kollegan.
come-what-parent = Den som redan är med får frågan här i samtalet och bestämmer själv, också hur mycket av det som är skrivet den nya får läsa. Var och en kan alltid få ett eget samtal i stället.
come-name = Vem skulle det vara? (om du vill)
come-name-hint = Förnamn räcker. Namnet syns i frågan.
come-send = Ställ frågan
come-asked = Frågan är ställd.
come-waits = Väntar på svar från { $names }.
come-back = Ta tillbaka frågan
come-back-question = Då gäller inget svar längre, och en lapp som väntar dras tillbaka.
come-back-yes = Ja, ta tillbaka
come-question-handover = { $by } frågar: får { $who } ta över här?
come-question-beside = { $by } frågar: får { $who } också vara med här?
come-question-parent = { $by } frågar: får { $who } också vara med i det här samtalet?
come-question-more = Du bestämmer. Ett nej är helt i sin ordning, och inget händer då. Du kan ändra dig ända tills någon har kommit.
come-question-all = Alla föräldrar här får frågan. Alla måste säga ja, och det minsta som någon väljer gäller.
come-follows = Om ja: hur mycket av det ni har skrivit får { $who } läsa?
come-follows-nothing = Inget
come-follows-week = De senaste sju dagarna
come-follows-all = Allt
come-yes = Ja
come-no = Nej
come-said-yes = Du har sagt ja.
come-said-no = Du har sagt nej. Det är helt i sin ordning.
come-mine-refused = Du har sagt nej.
come-mine-nothing = Du har sagt ja. Inget av det som är skrivet följer med.
come-mine-week = Du har sagt ja. De senaste sju dagarna följer med.
come-mine-all = Du har sagt ja. Allt som är skrivet följer med.
come-change = Ändra svaret
come-granted = Svaret är ja: { $who } får vara med.
come-granted-nothing = Inget av det som är skrivet följer med.
come-granted-week = De senaste sju dagarna följer med.
come-granted-all = Allt som är skrivet följer med.
come-make-slip = Gör lappen till { $who }
come-slip-waits = Lappen är gjord och väntar på att användas.
come-refused = Svaret är nej, och det är helt i sin ordning. Du kan fråga igen från { $day }.
come-not-agreed = Svaret är inte ja längre. Gå tillbaka och se efter.
come-came = { $name } är med nu. Du kan lämna samtalet eller vara kvar.
come-stay = Var kvar
come-following = { $count ->
        [one] Ett meddelande från förut är på väg till den nya.
       *[other] { $count } meddelanden från förut är på väg till den nya.
    }
message-before = Skrivet tidigare, skickat vidare av { $by }
notice-you_joined_before = Du är med i samtalet nu. Det som står ovanför skrevs innan du kom, och får läsas av dig.
act-come-ask-handover = { $actor } frågar om { $who } får ta över här.
act-come-ask-beside = { $actor } frågar om { $who } också får vara med.
act-come-ask-parent = { $actor } frågar om { $who } också får vara med i samtalet.
act-come-ask-back = { $actor } tog tillbaka frågan.
act-come-refused = { $actor } sade nej. Det är helt i sin ordning.
act-come-nothing = { $actor } sade ja. Inget av det som är skrivet följer med.
act-come-week = { $actor } sade ja. De senaste sju dagarna följer med.
act-come-all = { $actor } sade ja. Allt som är skrivet följer med.
leave-title = Lämna samtalet
leave-question = Lämna samtalet? { $names } fortsätter utan dig. Allt i samtalet raderas på den här enheten.
leave-yes = Ja, lämna
leave-going = Du lämnar samtalet. När de andra har fått veta det raderas allt här.
leave-done = Du har lämnat samtalet. Det är raderat här.
slip-make-come = Lappen är till { $who }. Ge den bara till den personen.
slip-make-first = Lappen är till den förälder som du ska skriva med.

## Borta, och ett eget samtal

away-go = Jag ska vara borta …
away-section = Vem som är borta
away-title = Borta
away-what = Den som du skriver med ser det ovanför samtalet. Det slutar av sig självt efter den sista dagen.
away-from = Första dagen
away-to = Sista dagen
away-cover = Vem svarar under tiden?
away-cover-nobody = Ingen särskild
away-cover-ask = Vill du att en kollega svarar under tiden? Fråga föräldern först.
away-text = Några ord (om du vill)
away-text-hint = Högst { $count } tecken.
away-save = Visa att jag är borta
away-done = Nu syns det att du är borta.
away-bad-missing = Välj både första och sista dagen.
away-bad-order = Den sista dagen ligger före den första. Ändra en av dem.
away-bad-past = Den första dagen har redan varit. Välj i dag eller en senare dag.
away-bad-far = Den sista dagen ligger mer än ett år bort. Kontrollera året.
away-bad-text = Orden får vara högst { $count } tecken.
away-note-now = { $name } är borta till och med { $last }.
away-note-coming = { $name } är borta från { $first } till och med { $last }.
away-mine-now = Du är borta till och med { $last }.
away-mine-coming = Du är borta från { $first } till och med { $last }.
away-cover-is = { $name } svarar under tiden.
away-cover-me = Du svarar under tiden.
away-end = Jag är tillbaka
away-cancel = Ta bort
away-ended = Det syns inte längre att du är borta.
act-away = { $actor } är borta från { $first } till { $last }.
act-away-cover = { $actor } är borta från { $first } till { $last }. { $cover } svarar under tiden.
act-away-back = { $actor } är tillbaka.
own-section = Eget samtal
own-ask = Jag vill ha ett eget samtal
own-question = Du kan alltid få ett eget samtal, där bara du och stödpersonen är med. { $names } får veta att du vill det. De andra föräldrarnas telefoner visar det inte.
own-yes = Ja, be om det
own-asked = Du har bett om ett eget samtal. { $names } ger dig en lapp utanför det här samtalet.
own-wish = { $name } vill ha ett eget samtal.
own-outside = De andra föräldrarna ser inte det här.
own-start = Starta ett nytt samtal
own-aside = Inte nu
slip-make-own = Lappen är till { $name }. Visa den eller ge den utskriven, bara till den personen. Skicka den inte i det gemensamma samtalet, för där kan någon annan använda den.
act-quick-exit = { $actor } lämnade hastigt { $time }. Ring eller skriv inte nu. Vänta tills { $actor } skriver.
act-own-ask = { $actor } vill ha ett eget samtal.

## Personer och säkerhet

people-title = Personer och säkerhet
people-members = Med i samtalet
people-you = { $name } (du)
people-devices = { $count ->
        [one] En enhet
       *[other] { $count } enheter
    }
people-lost = Ny lapp till { $name } (ny telefon eller tappad tråd)
people-remove = Ta bort { $name }
people-remove-confirm = Ta bort { $name } från samtalet? { $name } kan då inte läsa det som skrivs härefter.
people-remove-yes = Ja, ta bort
people-slips = Lappar som inte är använda
people-slips-none = Inga lappar väntar.
people-slip-row = { $role }, gäller till och med { $day }
people-slip-replaces = Ny telefon åt { $name }
people-slip-revoke = Dra tillbaka
people-slip-revoke-label = Dra tillbaka lappen { $number }
people-make-slip = Gör en lapp
people-words-title = Trygghetsord
people-words = Läs orden för varandra när ni ses eller pratar i telefon. Har ni samma ord är det ingen annan med.
    .easy = Läs orden för varandra. Är de lika är det säkert.
people-rename = Namn på samtalet
people-rename-hint = Bara du ser det.

## Göra en lapp

slip-make-title = Gör en lapp
slip-make-replace = Ny lapp till { $name }. Används den på en annan telefon stängs den gamla av.
slip-make-form = Hur ska lappen lämnas?
slip-make-qr = Visa eller skriv ut en QR-kod
slip-make-typed = Kort kod som går att läsa upp och skriva in
slip-make-days = Hur länge ska den gälla?
slip-days = { $days ->
        [one] En dag
       *[other] { $days } dagar
    }
slip-make-submit = Gör lappen
slip-once-title = Lappen är klar
slip-once = Lappen visas bara nu. Skriv ut den, visa den eller skriv av den innan du stänger.
slip-print-heading = Din lapp till { $org }
slip-print-staff = Lapp: { $role } hos { $org }
slip-qr = QR-kod som öppnar lappen
slip-step-qr = Rikta telefonens kamera mot rutan och öppna länken.
slip-step-address = Öppna webbläsaren och skriv adressen:
slip-step-code = Skriv koden:
slip-step-name = Välj vad du vill kallas och en PIN. Sedan kan du skriva direkt.
slip-expires = Gäller till och med { $day }. Den kan bara användas en gång.
slip-private = Ge den bara till den som den är till för. Den som använder lappen kommer med i samtalet.
slip-code-label = Kod

## Samordnare

staff-title = Lappar till personal
staff-intro = Varje ny kollega får en egen lapp. Du ser aldrig vad någon skriver, bara att lappen gjordes.
staff-role = Vilken roll?

## Uppdrag

work-title = Uppdrag
work-intro = Här ser du vad som ska göras och vad som är försenat. Du ser aldrig vad någon skriver eller hur ofta.
work-new = Nytt uppdrag
work-none = Inga uppdrag just nu.
work-late = Försenade
work-open = Att göra
work-over = Klara de senaste två veckorna
work-mine = Dina uppdrag
work-nobodys = Ingen än
work-label = Vad ska uppdraget kallas?
work-label-hint = Skriv ett ord som du känner igen, till exempel ”Familj 12”. Inget namn, ingen adress, inget nummer till föräldern.
work-holder = Vem tar uppdraget?
work-holder-choice = { $count ->
        [0] { $name } (inga uppdrag nu)
        [one] { $name } (ett uppdrag nu)
       *[other] { $name } ({ $count } uppdrag nu)
    }
work-due-label = Första kontakten senast
work-today = i dag, { $day }
work-usual = { $day } (nästa vardag)
work-usual-within = { $day } (inom { $count } vardagar)
work-programme = Vilket stöd gäller det?
work-make = Skapa uppdraget
work-made = Uppdraget är skapat.
work-saved = Sparat.
work-give = Ge uppdraget
work-withdraw = Ta bort uppdraget
work-withdraw-question = Uppdraget avslutas utan kontakt. Det går inte att ångra.
work-kept = Uppdraget glöms helt två veckor efter att det blev klart.
work-gone = Uppdraget finns inte här längre.
work-due-today = Första kontakten senast i dag
work-due = Första kontakten senast { $day }
work-due-missed = Försenat: skulle ha varit klart { $day }
work-state-in-time = Kontakt i tid, { $day }
work-state-too-late = Kontakt efter utsatt dag, { $day }
work-state-not_carried_out = Blev inte av, { $day }
work-state-withdrawn = Borttaget { $day }
work-how = Hur gick det?
work-how-hint = Samordnaren ser bara ditt svar här. Inget om vad ni pratade om.
work-contacted = Jag har haft kontakt
work-not-carried-out = Det blev ingen kontakt
work-why-declined = Föräldern ville inte
work-why-not-reached = Jag fick inte tag på föräldern
work-why-other = Något annat
work-undo-until = Fel knapp? Du kan ångra till { $time }.
work-undo = Ångra
work-new-circle = Starta ett samtal för uppdraget
work-open-circle = Öppna samtalet
talk-title = Stöd till dig
talk-intro = Be om en stund med din samordnare. Samordnaren ser bara att du vill prata, inget mer.
talk-ask = Jag vill prata med samordnaren
talk-asked = Du har bett om en stund med samordnaren, { $day }.
talk-take-back = Det behövs inte längre
colleagues-title = Kollegor
colleagues-talks = { $count ->
        [one] En vill prata
       *[other] { $count } vill prata
    }
colleagues-new = Ny kollega
colleague-unnamed = Kollega utan namn
colleague-name = Vad heter kollegan?
colleague-name-hint = Bara samordnare i din verksamhet ser namnet.
colleague-talk = Vill prata med dig sedan { $day }
colleague-talk-had = Vi har pratat
colleague-remove = Kollegan slutar
colleague-remove-question = { $name } kommer inte in längre, från och med nu. Samtalen får veta att { $name } har slutat. Öppna uppdrag blir lediga, och lappar som ingen har använt slutar gälla. Det går inte att ångra.
colleague-remove-yes = Ja, avsluta nu
colleague-removed = { $name } kommer inte in längre.
colleague-gone = Den här kollegan finns inte kvar.

## Kön och affischerna

queue-title = Kön
queue-none = Ingen väntar just nu.
queue-waiting = { $count ->
        [one] En väntar, sedan { $day }.
       *[other] { $count } väntar. Den första kom { $day }.
    }
queue-take = Ta emot nästa
queue-taking = Gör i ordning samtalet …
queue-taken = Du har tagit emot den första i kön.
queue-quicker = En kollega hann före, eller så väntar ingen längre. Inget mer behövs av dig.
queue-left = Den som väntade har slutat vänta. Samtalet som gjordes i ordning är borttaget.
queue-lacks = { $count ->
        [one] En kom med affischen { $mark }, som inte finns på den här enheten. Lägg till den för att kunna ta emot.
       *[other] { $count } kom med affischen { $mark }, som inte finns på den här enheten. Lägg till den för att kunna ta emot.
    }
poster-add = Lägg till en affisch
poster-add-why = Med affischens kod kan du ta emot dem som kommer med den. Servern har inte koden, så den behövs på din enhet. Läs av affischen eller skriv koden, en gång.
poster-code = Koden på affischen
poster-add-submit = Lägg till affischen
poster-added = Affischen är tillagd.
posters-title = Affischer
posters-intro = En affisch kan många använda. Den som öppnar den väljer vem hen vill skriva med och ställs i kö dit. Du ser hur många som väntar, aldrig vilka de är eller vad de skriver.
posters-live = Affischer som gäller
posters-safety = En affisch är öppen för alla som ser den. Ge hellre en egen lapp till den som ni redan har träffat. Här syns affischerna som är gjorda på den här enheten.
poster-named = Affisch { $mark }
poster-until = Gäller till och med { $day }
poster-new = Ny affisch
poster-days = Hur länge ska den gälla?
poster-words = Egna ord på affischen (om du vill)
poster-words-hint = En rad, till exempel verksamhetens namn. Skriv inget som den som tar en bild av affischen inte vill förknippas med.
poster-make = Gör affischen
poster-what = Skriv ut den och sätt upp den. Dina kollegor som svarar läser av den en gång i sin app. Den gäller till och med { $day }.
poster-paper-title = Vill du skriva med någon?
poster-paper-what = Du väljer själv vem du skriver med och vad du vill kallas. Det kostar ingenting.
poster-qr = QR-kod som öppnar affischen
poster-paper-typed = Utan kamera: öppna webbläsaren och skriv adressen
poster-revoke = Dra tillbaka affischen
poster-revoke-question = Ingen ny kommer in med affischen. De som redan väntar står kvar. Ta ner den där den sitter.
poster-revoke-yes = Ja, dra tillbaka
poster-revoked = Affischen gäller inte längre.
poster-gone = Affischen finns inte kvar.

# Den säkra kanalen mellan samordnare och stödperson, och kontaktuppgifter
line-title = Säker kanal för kontaktuppgifter
line-what = Genom kanalen kan du ge { $name } en förälders kontaktuppgifter. Bara ni två kan läsa dem. Servern kan det inte.
line-state-none = Det finns ingen kanal än. Gör en lapp som kollegan öppnar i sin app.
line-state-waiting = Lappen är gjord. { $name } har inte öppnat den än.
line-state-ready = Kanalen är klar: { $name } är med.
line-state-lost = Den här enheten har tappat kanalen. Gör en ny lapp, så blir det en ny kanal.
line-slip = Gör en lapp för kanalen
line-slip-again = Gör en ny lapp
line-slip-what = Lappen är till { $name }. Visa den när ni ses. { $name } öppnar den i appen där { $name } redan är inloggad.
line-ready-already = { $name } är redan med. Ingen ny lapp behövs.
line-open = Visa kanalen
line-mine = Kanalen till { $name }
line-paper = Lapp till { $name }: säker kanal
line-paper-step = Öppna appen där du är inloggad och lås upp. Tryck på ”Lägg till en lapp”. Skanna rutan eller skriv koden.
line-joined = Kanalen är klar.
line-page-coordinator = Här går bara kontaktuppgifter till uppdrag. Ingen skriver här och inget räknas.
line-page-supporter = Här får du kontaktuppgifter till dina uppdrag av din samordnare. Ingen skriver här och inget räknas.
line-lost-supporter = Den här enheten har tappat kanalen. Be din samordnare om en ny lapp och ta sedan bort den här kanalen.
line-doubt = Kanalen får nya nycklar. Det som väntar skickas strax.
line-members = Med i kanalen
line-notices = Det här har hänt
line-drop = Ta bort kanalen
line-drop-question = Inga nya kontaktuppgifter kan gå den här vägen. Det som kollegan redan har fått ligger kvar hos kollegan tills uppdraget glöms. Vill du att det försvinner: ta tillbaka uppgifterna först.
line-drop-question-supporter = Inga nya kontaktuppgifter kan komma den här vägen. Det du redan har fått ligger kvar tills uppdraget glöms.
line-drop-yes = Ja, ta bort
line-dropped = Kanalen är borttagen.
details-title = Kontaktuppgifter
details-label = Hur når man föräldern?
details-hint = Till exempel namn och telefon, med numret på en egen rad. Bara { $name } kan läsa detta. Servern kan det inte. Högst { $count } tecken.
details-hint-nobody = Ingen har uppdraget, så uppgifterna finns bara på den här enheten. Högst { $count } tecken.
details-save = Spara och ge
details-take-back = Ta tillbaka uppgifterna
details-taken-back = Uppgifterna är tillbakatagna.
details-kept = Uppgifterna finns bara på den här enheten. Ingen annan har fått dem.
details-waiting = Uppgifterna väntar på att skickas till { $name }.
details-given = Uppgifterna är givna till { $name }.
details-no-line = Ni har ingen säker kanal än, du och { $name }. Gör en, så kan du ge kontaktuppgifter.
details-to-line = Till kanalen
details-no-holder = Ge uppdraget till någon först. Sedan kan du skriva kontaktuppgifter.
details-too-long = Texten är för lång. Högst { $count } tecken.
details-call = Ring { $number }
details-shown-hint = Bara du och din samordnare kan läsa detta. Det försvinner härifrån två veckor efter att uppdraget blev klart, eller när samordnaren tar tillbaka det.
details-offline = Dina uppdrag har inte hämtats än. Det här finns kvar på enheten.

## Projektledare

release-title = Kontakter i siffror
release-none = Ingen period är publicerad än.
release-none-why = Siffror publiceras när en period är slut och bygger på så många föräldrar att ingen går att peka ut.
release-choose = Period
release-period-span = { $first } till { $last }
release-period-half_year = Halvår: { $first } till { $last }
release-period-year = År: { $first } till { $last }
release-loading = Hämtar siffrorna …
release-chart = Diagram
release-chart-label = Antal per slag av kontakt
release-table = Tabell
release-org = Verksamhet
release-kind = Slag av kontakt
release-count = Antal kontakter
release-all = Allt tillsammans
release-total = Alla slag
release-all-orgs = Alla verksamheter
release-org-municipality = Kommun
release-org-association = Förening
release-persons = Antal föräldrar
release-occasions = Antal tillfällen
release-withheld-none = Inget är undanhållet i den här perioden.
release-withheld = Det som inte visas, och varför
release-definitions = Vad orden betyder
release-rule = Regel för publicering
release-rule-text = En siffra visas bara när den bygger på minst { $k } föräldrar.
release-rounding = Antal är avrundade till närmaste { $step }.
release-exact = Antal är exakta.
release-unreadable = Siffrorna finns men kan inte visas här. Hämta filen i stället.
release-persons-title = Olika föräldrar under hela tiden
release-outcomes = Vad stödet ledde till
release-outcome = Svar
release-outcome-count = Antal
counted-first_contact = Första kontakten
counted-first_contact-in_time = I tid
counted-first_contact-late = För sent
counted-first_contact-not_carried_out = Uppdraget blev inte av
counted-closing = Hur stödet avslutades
counted-conversations = Samtal per stöd
counted-conversations-none = Inga samtal
counted-conversations-few = 1–2 samtal
counted-conversations-some = 3–5 samtal
counted-conversations-many = 6 eller fler samtal
counted-daily_week = Veckor med daglig kontakt
counted-wellbeing_first = Hur föräldern hade det i början
counted-wellbeing_last = Hur föräldern hade det i slutet
counted-experience = Hur stödet har varit för föräldern
release-csv = Hämta CSV
release-json = Hämta JSON

# En period
release-view = Visa
release-view-one = En period
release-view-time = Över tid
release-withheld-none-contacts = Av kontakterna är inget undanhållet.
release-withheld-organisation_and_contact = Antalet kontakter efter både verksamhet och slag av kontakt visas inte.
release-withheld-contact = Antalet kontakter efter slag av kontakt visas inte.
release-withheld-organisation = Antalet kontakter efter verksamhet visas inte.
release-withheld-total = Antalet kontakter, allt tillsammans, visas inte.
release-nothing = Antalet kontakter visas inte för den här perioden.
release-outcomes-hidden = Det här visas inte för perioden:
release-why-span = Skälet: någon grupp bygger på färre än { $k } föräldrar.
release-why-half_year = Skälet: någon grupp bygger på färre än { $k } föräldrar, eller så skulle siffran avslöja det som en kortare period höll inne.
release-why-year = Skälet: någon grupp bygger på färre än { $k } föräldrar, eller så skulle siffran avslöja det som en kortare period höll inne.
release-why-hidden-span = Skälet: färre än { $k } föräldrar, eller ingen. Det som räknades väntar på halvåret och året.
release-why-hidden-half_year = Skälet: färre än { $k } föräldrar, eller ingen, eller så skulle siffran avslöja det som en kortare period höll inne. Det som räknades väntar på året.
release-why-hidden-year = Skälet: färre än { $k } föräldrar, eller ingen, eller så skulle siffran avslöja det som en kortare period höll inne.

# Perioder efter varandra
times-scope = Perioder som visas
times-scope-span = Perioder
times-scope-half_year = Halvår
times-scope-year = År
times-loading = Hämtar perioderna …
times-period = Period
times-few = Det finns bara en period än. När det finns fler står de här efter varandra.
times-totals = Allt tillsammans
times-kinds = Kontakter efter slag
times-orgs = Kontakter efter verksamhet
times-caption = Samma siffror står i tabellen under diagrammet.
times-no-columns = Ingen av perioderna visar kontakterna så här uppdelade.
times-withheld = undanhållet
times-missing = saknas
times-unreadable = bara i filen
times-note-withheld = Undanhållet betyder att siffran finns men inte visas, för att ingen ska gå att peka ut. Det betyder inte noll.
times-note-missing = Saknas betyder att ingen publicering täcker den tiden. Det betyder inte noll.
times-note-unreadable = Bara i filen betyder att periodens siffror inte kan visas här. Hämta periodens fil.
times-note-sum = ≈ står framför summor av avrundade siffror. Det rätta antalet kan vara ett annat.
times-note-length = Perioderna är olika långa. Jämför dem försiktigt.
times-note-older = Äldre perioder än de här visas inte. De går att välja en och en.
times-never = Räknades inte i någon period som visas: { $list }.
times-chart-failed = Diagrammet kunde inte hämtas. Siffrorna står i tabellen.

# Text till en rapport. Antal blir aldrig ett: varje siffra bygger på flera föräldrar.
report-title = Text till en rapport
report-hint = Kopiera texten, eller markera den del du behöver.
report-copy = Kopiera texten
report-copied = Texten är kopierad.
report-copy-failed = Det gick inte att kopiera. Texten är markerad, så att du kan kopiera den själv.
report-contacts-span = Under perioden { $first } till { $last } hade { $persons } föräldrar kontakt med stödet, vid { $occasions } tillfällen. Sammanlagt räknades { $contacts } kontakter.
report-contacts-half_year = Under halvåret { $first } till { $last } hade { $persons } föräldrar kontakt med stödet, vid { $occasions } tillfällen. Sammanlagt räknades { $contacts } kontakter.
report-contacts-year = Under året { $first } till { $last } hade { $persons } föräldrar kontakt med stödet, vid { $occasions } tillfällen. Sammanlagt räknades { $contacts } kontakter.
report-hidden-span = Antalet kontakter under perioden { $first } till { $last } visas inte.
report-hidden-half_year = Antalet kontakter under halvåret { $first } till { $last } visas inte.
report-hidden-year = Antalet kontakter under året { $first } till { $last } visas inte.
report-item = { $count } { $kind }
report-kind-dialogue = dagar med meddelanden
report-kind-email = mejlväxlingar
report-kind-phone = telefonsamtal
report-kind-call = samtal i appen
report-kind-visit = besök
report-kind-meeting = möten tillsammans
report-kind-group = gruppträffar
report-kinds = Kontakterna var { $list }.
report-kinds-municipality = Kommunens kontakter var { $list }.
report-kinds-association = Föreningens kontakter var { $list }.
report-kinds-none-municipality = Kommunen hade inga kontakter.
report-kinds-none-association = Föreningen hade inga kontakter.
report-none = Det räknades inga { $list }.
report-org-municipality = Kommunen hade { $contacts } kontakter med { $persons } föräldrar, vid { $occasions } tillfällen.
report-org-association = Föreningen hade { $contacts } kontakter med { $persons } föräldrar, vid { $occasions } tillfällen.
report-persons = { $municipality } föräldrar hade kontakt med kommunen och { $association } med föreningen. En förälder kan ha haft kontakt med båda.
report-outcome-first_contact = { $count } uppdrag gällde en första kontakt, med { $persons } föräldrar.
report-outcome-closing = { $count } stöd avslutades, för { $persons } föräldrar.
report-outcome-conversations = För { $count } avslutade stöd räknades hur många samtal det blev, med { $persons } föräldrar.
report-outcome-daily_week = { $count } veckor hade en förälder kontakt varje dag. Det gällde { $persons } föräldrar.
report-outcome-wellbeing_first = { $persons } föräldrar sa hur de mådde vid det första samtalet, med { $count } svar.
report-outcome-wellbeing_last = { $persons } föräldrar sa hur de mådde vid det sista samtalet, med { $count } svar.
report-outcome-experience = { $persons } föräldrar sa hur stödet hade varit för dem, med { $count } svar.
report-value = { $name } ({ $count })
report-between = {"; "}
report-values = De fördelade sig så här: { $list }.
report-values-of = { $org }: { $list }.
report-quoted = ”{ $name }”
report-coarse = Det här visas bara i grövre delar än det räknades: { $list }.
report-outcomes-hidden = Det här visas inte: { $list }.
report-meaning = Ett tillfälle är en förälder en dag med minst en kontakt. En dag med meddelanden är en kontakt, hur många meddelanden det än blev.
report-meaning-both = En förälder kan ha flera kontakter samma dag, och en kontakt med båda föräldrarna är en kontakt men två tillfällen.
report-meaning-why = Därför är antalet kontakter ({ $contacts }) ett annat än antalet tillfällen ({ $occasions }).
report-rounding = Därför kan delar bli en annan summa än helheten.
report-source = Källa: Bredvid, publicering nummer { $id }.

## Hjälp

help-title = Hjälp
help-now = Om det är bråttom
help-112 = Fara för liv eller barn: ring 112
help-1177 = Råd om vård dygnet runt: ring 1177
help-social = Socialjouren på kvällar, nätter och helger: ring 112 och be om socialjouren, eller sök efter numret på kommunens webbplats.
    .easy = Behöver du socialtjänsten på kvällen eller natten? Ring 112. Be om socialjouren.
help-exit-title = Lämna snabbt
help-exit = Knappen låser meddelandena och visar en vanlig inköpslista. Att trycka på Skift tre gånger gör samma sak.
    .easy = Tryck på Lämna snabbt. Då låses allt. Du ser en inköpslista.
help-exit-cannot = Den kan inte dölja att sidan har varit öppen: adressen kan finnas kvar i webbläsarens historik, och den som har ett spionprogram i telefonen ser vad du gör. Det du har sparat i telefonen finns också kvar.
    .easy = Sidan kan ändå synas i webbläsarens historik.
help-install-title = Lägg på hemskärmen
help-install = Välj ”Lägg till på startskärmen” i webbläsarens meny. Den heter då Anteckningar och har en vanlig ikon.
help-limits-title = Vad vi inte kan skydda

## Inställningar

settings-title = Inställningar
settings-name = Du kallas { $name }
settings-lock = Lås nu
settings-forget-title = Radera
settings-forget-text = Radera allt på den här enheten, till exempel innan du lämnar ifrån dig telefonen. Du behöver en ny lapp för att komma tillbaka.
    .easy = Ska du lämna ifrån dig telefonen? Radera allt här först.

## När något går fel. Nyckeln efter ”problem-” är felkoden.

problem-unknown = Något gick fel. Försök igen om en stund. ({ $code })
problem-offline = Ingen kontakt med servern. Kontrollera nätet och försök igen.
problem-storage_failed = Det gick inte att spara på den här enheten. Är minnet fullt?
problem-storage_evicted = Webbläsaren har rensat det som var sparat här. Be om en ny lapp, så kan ni fortsätta.
problem-crypto_failed = Nycklarna gick inte att använda. Stäng sidan och öppna den igen.
problem-text_too_long = Meddelandet är för långt. Dela upp det i två.
problem-text_empty = Skriv något först.
problem-name_bad = Skriv ett namn, högst 40 tecken.
problem-pin_bad = PIN ska vara sex siffror, eller en lösenfras med minst åtta tecken.
problem-clock_wrong = Klockan på den här enheten går fel. Ställ den rätt och försök igen.
problem-bad_frame = Servern förstod inte. Ladda om sidan och försök igen.
problem-frame_too_large = Det är för stort för att skickas.
problem-unknown_frame = Servern förstod inte. Ladda om sidan och försök igen.
problem-not_now = Det går inte just nu. Försök igen om en stund.
problem-too_many = För många försök. Vänta en stund och försök igen.
problem-internal = Något gick fel på servern. Inget har ändrats. Försök igen om en stund.
problem-storage_full = Servern är full. Det du skriver sparas här och skickas senare.
problem-shutting_down = Servern startar om. Det går vidare av sig självt om en stund.
problem-login_failed = Servern känner inte igen den här enheten. Be om en ny lapp.
problem-not_allowed = Det här är inte öppet för dig.
problem-passkey_bad = Lösennyckeln passade inte. Försök igen.
problem-passkey_unsuited = Den nyckeln räcker inte. Enheten måste kunna se att det är du: med fingeravtryck, ansikte eller kod.
problem-session_ended = Du har loggats ut. Logga in igen.
problem-passkey_cancelled = Det blev inget den här gången. Försök igen när du vill.
problem-passkey_none = Den här enheten eller webbläsaren kan inte använda lösennycklar. Slå på skärmlås, eller använd en annan enhet.
problem-passkey_forbidden = Webbläsaren tillåter inte lösennycklar på den här adressen. Säg till den som sköter tjänsten.
problem-device_exists = Den här enheten är redan registrerad.
problem-slip_unknown = Lappen går inte att hitta. Jämför varje del av koden med lappen.
problem-slip_used = Lappen är redan använd. Be om en ny.
problem-slip_expired = Lappen är för gammal. Be om en ny.
problem-slip_selector_taken = Det gick inte att göra lappen. Försök en gång till.
problem-slip_limit = Samtalet har så många lappar som det får ha. Dra tillbaka en som inte behövs.
problem-slip_mistyped = En del av koden ser inte rätt ut.
problem-slip_stale = Lappen förnyas just nu. Försök igen om en liten stund.
problem-door_limit = Så många affischer kan inte gälla samtidigt. Dra tillbaka en som inte behövs.
problem-door_day_limit = Så många har kommit med affischen i dag att det inte går att ta emot fler. Försök i morgon.
problem-queue_empty = Ingen väntar just nu, eller så hann en kollega före.
problem-not_waiting = Platsen i kön finns inte, eller så tar någon emot just nu.
problem-queue_full = Så många väntar där att kön är full. Välj någon annan, eller försök i morgon.
problem-slip_is_door = Det här är en affisch. Den är för den som är ny här. Du är redan med.
problem-not_a_door = Det här är ingen affisch. En lapp läggs till på sidan för lappar.
problem-bad_expiry = En lapp kan gälla från en till trettio dagar, och en affisch i högst 400.
problem-circle_unknown = Samtalet går inte att hitta.
problem-circle_exists = Samtalet finns redan.
problem-not_a_member = Den här enheten är inte med i samtalet längre.
problem-epoch_stale = Samtalet har ändrats. Det går vidare av sig självt om en stund.
problem-ack_beyond_head = Servern har gått tillbaka i tiden. Säg till den som sköter den.
problem-circle_full = Samtalet har så många enheter som det får ha.
problem-mailbox_full = För mycket väntar i samtalet. Det du skriver sparas här och skickas senare.
problem-tally_limit = Så många kontakter kan inte räknas på en dag. De finns kvar på den här enheten och räknas i morgon.
problem-organisation_full = Fler personer får inte plats i organisationen. Säg till den som sköter tjänsten.
problem-circle_limit = Så många samtal kan inte öppnas på en dag. Fortsätt i morgon.
problem-slip_day_limit = Så många lappar kan inte göras på en dag. Fortsätt i morgon.
problem-staff_slip_limit = Organisationen har så många öppna personallappar som den får ha. Dra tillbaka en, eller vänta tills en har använts.
problem-span_closed = Perioden är avslutad.
problem-bad_contact = Den sortens kontakt går inte att räkna.
problem-release_unknown = Den perioden finns inte.
problem-pin_wrong = Fel PIN.
problem-share_destroyed = Det blev fel PIN för många gånger. Be om en ny lapp.
problem-mls_malformed = Ett meddelande gick inte att läsa.
problem-mls_wrong_group = Ett meddelande hörde till ett annat samtal och visas inte.
problem-mls_wrong_epoch = Ett meddelande kom för sent och kan inte läsas.
problem-mls_bad_signature = Ett meddelande kom inte från den det sade sig komma från och visas inte.
problem-bad_label = Skriv ett namn på en rad, högst 40 tecken.
problem-bad_due = Dagen måste ligga mellan i dag och sextio dagar framåt.
problem-staff_unknown = Kollegan finns inte kvar i din verksamhet.
problem-assignment_unknown = Uppdraget finns inte här längre. Kanske har någon annan fått det.
problem-assignment_exists = Uppdraget fanns redan. Försök en gång till.
problem-assignment_over = Uppdraget är redan avslutat.
problem-assignment_limit = Så många uppdrag ryms inte samtidigt. Ta bort några som inte ska göras.
problem-staff_limit = Fler kollegor ryms inte. Be den som sköter servern om hjälp.
problem-mls_decrypt_failed = Ett meddelande gick inte att läsa.
problem-mls_replayed = Ett meddelande kom två gånger och visas en gång.
problem-mls_refused = Någon försökte ändra samtalet på ett sätt som inte är tillåtet. Det stoppades.
problem-join_failed = Lappen passar inte till samtalet. Be om en ny.
problem-state_bad = Det som var sparat går inte att läsa. Be om en ny lapp, så kan ni fortsätta.
problem-state_rolled_back = Nycklarna förnyas. Försök igen om en liten stund.
problem-thread_lost = Den här enheten har tappat tråden i samtalet. Be om en ny lapp, så går det vidare.
problem-content_unknown = Ett meddelande behöver en nyare version. Ladda om sidan.

## Personal: lösennyckel

passkey-create-title = Skapa en lösennyckel
passkey-create-text = Du som arbetar här loggar in med en lösennyckel. Då är det säkert att det är du, även om någon annan får tag i enheten.
passkey-create-hint = Enheten ber om ditt fingeravtryck, ditt ansikte eller enhetens kod. Det lämnar aldrig enheten.
passkey-create = Skapa lösennyckel
passkey-title = Logga in
passkey-text = Visa att det är du med din lösennyckel.
passkey-ended-title = Du har loggats ut
passkey-ended-text = Det gick en stund utan att någon använde appen, eller så har arbetsdagen tagit slut. Det du har skrivit finns kvar.
passkey-sign-in = Logga in
passkey-busy = Väntar på enheten …
passkey-lost = Har du tappat din lösennyckel? Be din samordnare om en ny personallapp.

## Bilagor

problem-attachment_gone = Bilagan finns inte kvar. Be den som skickade den att skicka den igen.
problem-attachment_room = Det finns inte plats för fler bilagor just nu. Försök igen senare.
problem-attachment_incomplete = Bilagan har inte kommit fram helt än. Försök igen om en stund.
problem-attachment_mismatch = Bilagan blev fel på vägen. Välj den igen.
problem-attachment_day_limit = Fler bilagor än så går det inte att skicka på en dag. Försök igen i morgon.

## Bilagor: välja, skicka, titta, spara

attach-open = Foto, fil eller röst
attach-title = Bifoga
attach-what = Vad vill du skicka?
attach-take = Ta ett foto
attach-choose = Välj ett foto
attach-voice = Röstmeddelande
attach-file = Välj en fil
attach-hint = En fil får vara högst 25 MB. Ett foto görs mindre, och uppgifter om var och när det togs tas bort. Bara ni som är med i samtalet kan öppna det du skickar.
attach-caption = Några ord till (om du vill)
attach-caption-over = Texten är { $count ->
        [one] ett tecken
       *[other] { $count } tecken
    } för lång.
attach-send = Skicka
attach-other = Välj något annat
attach-busy = Gör i ordning …
attach-sending = Det skickas nu. Du kan fortsätta skriva.
attach-photo_unreadable = Bilden går inte att öppna här. Den kan vara trasig eller av en sort som webbläsaren inte kan läsa. Ta ett nytt foto, eller skicka den som fil.
attach-photo_huge = Bilden är för stor för den här enheten. Ta ett nytt foto med lägre upplösning, eller skicka den som fil.

crop-title = Beskär bilden
crop-how = Dra i prickarna för att skära bort det som inte ska vara med. Med tangentbordet: gå till en kant med Tab och flytta den med piltangenterna.
crop-top = Övre kanten
crop-bottom = Nedre kanten
crop-left = Vänstra kanten
crop-right = Högra kanten
crop-turn = Vrid ett kvarts varv
crop-whole = Ta med hela bilden

voice-what = Prata i lugn och ro. Du kan pausa, och lyssna innan du skickar. Högst tio minuter.
voice-start = Börja spela in
voice-starting = Startar mikrofonen …
voice-recording = Spelar in
voice-paused = Pausad
voice-level = Hur starkt det låter
voice-pause = Pausa
voice-go = Fortsätt
voice-done = Klar
voice-drop = Släng inspelningen
voice-drop-question = Ska inspelningen slängas? Den går inte att få tillbaka.
voice-drop-yes = Släng den
voice-found = En inspelning som inte skickades finns kvar. Lyssna, och skicka eller släng den.
voice-soon-full = Det är mindre än en minut kvar.
voice-full = Tio minuter har gått. Lyssna och skicka, så kan du spela in en till.
voice-microphone_denied = Mikrofonen är avstängd för den här sidan. Tillåt den i webbläsarens inställningar och försök igen.
voice-microphone_none = Det går inte att använda någon mikrofon här. Kanske använder ett annat program den.
voice-note = Röstmeddelande
voice-play = Spela upp
voice-fast = Snabbare
voice-position = Plats i inspelningen
voice-at = { $at } av { $of }
voice-failed = Ljudet går inte att spela upp.

attachment-photo = Foto
attachment-file = Fil
attachment-voice = Röstmeddelande
attachment-photo-name = foto.jpg
attachment-file-name = fil
attachment-new = { $author } har skickat: { $what }
attachment-larger = Visa större
attachment-smaller = Visa mindre
attachment-save = Spara på enheten
attachment-fetch = Hämta ({ $size })
attachment-fetching = Hämtas …
attachment-sending = Skickas …
attachment-percent = { $percent } %
attachment-stuck = Det har inte skickats än.
attachment-stuck-here = Det har inte kommit hit än.
attachment-gone = Det finns inte kvar att hämta. Be den som skickade det att skicka det igen.
attachment-ask-again = Försök hämta igen
attachment-broken = Det som kom hit är trasigt och kan inte öppnas. Be den som skickade det att skicka det igen.
attachment-more = Mer
attachment-cancel = Skicka inte
attachment-cancel-question = Ska det tas bort härifrån och inte skickas?
attachment-cancel-yes = Ta bort
size-kb = { $size } kB
size-mb = { $size } MB
problem-attachment_empty = Filen är tom.
problem-attachment_too_large = Filen är för stor. Den får vara högst 25 MB.
problem-file_unreadable = Filen gick inte att läsa. Välj den igen.
problem-device_full = Det finns inte plats på den här enheten. Ta bort något annat från den och försök igen. Det som redan finns här är kvar.

## Utseende, lättläst och uppläsning

room-failed = Den här sidan kom inte hem. Det du har skrivit finns kvar. Kontrollera nätet och försök igen.
lock-title = Låser sig själv
lock-after = Lås när ingen har rört appen på
lock-minutes = { $count ->
        [one] 1 minut
       *[other] { $count } minuter
    }
lock-what = Du öppnar igen med din kod. Det du har skrivit finns kvar. Medan något spelas in eller skickas låser appen sig inte.
tell-exit-title = När du lämnar snabbt
tell-exit = Säg till { $names } när jag lämnar snabbt
tell-exit-what = De ser då att du lämnade hastigt, när det var, och att de inte ska ringa eller skriva förrän du skriver. På din telefon syns det inte.
tell-exit-not = Är en förälder till med i samtalet sägs inget där. Utan nät sägs det först när du har öppnat igen.
look-title = Utseende
theme-title = Ljust eller mörkt
theme-phone = Som telefonen
theme-light = Ljust
theme-dark = Mörkt
easy-title = Lättläst
easy-what = Större text, mer luft och kortare meningar.
read-aloud = Läs upp
read-stop = Sluta läsa
read-no-voice = Telefonen har ingen röst för svenska. Den kan finnas att hämta i telefonens inställningar.
read-failed = Det gick inte att läsa upp. Försök igen.
easy-next = Vidare
conversation-readers = Det du skriver här kan { $names } läsa. Ingen annan.
people-what = Här ser du vilka som är med i samtalet. Bara de kan läsa.
settings-what = Det du väljer här gäller bara den här enheten. Ingen annan ser det.
add-slip-what = En ny lapp ger dig ett samtal till. De andra samtalen ändras inte.
circles-what = Bara de som är med i ett samtal kan läsa det.
dictate-start = Tala in
dictate-stop = Sluta lyssna
dictate-failed = Det gick inte att höra. Försök igen eller skriv.

## Meddelanden: svara, reagera, ändra, ta bort, sök

message-more = Mer
message-more-of = om meddelandet från { $author }
message-more-mine = om ditt meddelande
message-reply = Svara
message-edit = Ändra
message-react = Reagera
reactions = Reaktioner
reaction-heart = Hjärta
reaction-thumb_up = Tummen upp
reaction-thanks = Tack
reaction-hug = Kram
reaction-sad_with_you = Känner med dig
reaction-tick = Okej
reaction-who = { $reaction }: { $who }
reaction-again = Tryck på din reaktion en gång till för att ta bort den.
message-changed = Ändrat
message-gone = Ett meddelande har tagits bort.
message-changing = Ändringen är inte skickad än. De andra ser det gamla.
message-going = Inte skickat än. De andra kan fortfarande se meddelandet.
message-unfetched = Inte hämtat än. Telefonen kan vara avstängd.
delete-all = Ta bort för alla
delete-all-question = Meddelandet försvinner för alla i samtalet. Någon kan redan ha läst det.
delete-all-yes = Ja, ta bort för alla
delete-unsent-question = Meddelandet är inte skickat än. Tar du bort det blir det aldrig skickat.
delete-too-late = Det har gått mer än ett dygn. Du kan ta bort meddelandet på den här enheten.
delete-here = Ta bort på den här enheten
delete-here-question = Meddelandet försvinner bara här. De andra har det kvar.
delete-here-yes = Ja, ta bort här
quote-go = Svar på:
quote-gone = Ett meddelande som har tagits bort
quote-missing = Ett meddelande som inte finns här
reply-title = Du svarar på ett meddelande
reply-cancel = Avbryt svaret
edit-title = Du ändrar ditt meddelande
edit-save = Spara ändringen
edit-too-late = Det har gått mer än en timme. Meddelandet går inte att ändra längre.
conversation-since = Nytt sedan du var här
conversation-newer = Visa nyare
conversation-keep = Meddelanden tas bort efter { $days } dagar, hos alla.
conversation-long = Texten är för lång för ett meddelande. Den finns kvar här.
conversation-parts = { $count ->
    [one] Skicka i { $count } del
   *[other] Skicka i { $count } delar
}
search-open = Sök i samtalet
search-title = Sök
search-label = Ord att söka efter
search-where = Var vill du söka?
search-here = I det här samtalet
search-everywhere = I alla samtal
search-private = Sökningen görs bara på den här enheten.
search-count = { $count ->
    [0] Inget hittades.
    [one] { $count } meddelande hittades.
   *[other] { $count } meddelanden hittades.
}
search-newest = De { $count } senaste visas. Skriv fler ord för att hitta rätt.

## Att komma ihåg: möten, telefonnummer, det ni kommit överens om, veckoplan, fästa meddelanden

kept-title = Att komma ihåg
kept-what = Här finns möten, telefonnummer och annat som är bra att hitta igen. Alla i samtalet ser det.
kept-empty = Här finns inget än.
kept-add = Lägg till
kept-next = Möte { $when }
kept-asks = { $count ->
    [one] Ett förslag på möte väntar på ditt svar.
   *[other] { $count } förslag på möten väntar på ditt svar.
}
card-kind-meeting = Möte
card-kind-phone = Telefonnummer
card-kind-agreed = Det vi har kommit överens om
card-kind-week = Veckoplan
card-kind-gone = Ett kort
card-add-meeting = Föreslå ett möte
card-add-phone = Skriv upp ett telefonnummer
card-add-agreed = Skriv vad vi har kommit överens om
card-add-week = Gör en veckoplan
card-edit = Ändra
card-change = Ändra kortet
card-drop = Ta bort
card-drop-question = Kortet försvinner för alla i samtalet.
card-drop-yes = Ja, ta bort
card-dropped = Kortet är borttaget.
card-by = Skrivet av: { $author }
card-unsent = Inte skickat än. De andra ser det inte än.
card-call = Ring { $number }
card-title-meeting = Vad gäller mötet?
card-title-phone = Vem går numret till?
card-title-agreed = Vad gäller det?
card-title-week = Vad ska planen heta?
card-optional = Du behöver inte fylla i det här.
card-text-meeting = Mer om mötet
card-text-phone = Telefonnummer
card-text-agreed = Vad har ni kommit överens om?
card-lines = Vad ska göras? Skriv en sak på varje rad.
card-lines-hint = Högst { $count } rader.
card-time = När?
card-time-number = Förslag { $number }
card-date = Dag
card-clock = Klockslag
card-time-more = Föreslå en tid till
card-seen = Alla i samtalet ser det du skriver här.
card-week-again = När du ändrar planen börjar den om, utan något avbockat.
card-meeting-again = När du ändrar mötet frågas alla en gång till.
card-saved = Sparat under Att komma ihåg.
card-empty = Fyll i det här.
card-too-long = Texten är för lång. Den får ha högst { $count } tecken.
card-bad-lines = Skriv minst en rad och högst { $count }.
card-long-line = En rad är för lång. Den får ha högst { $count } tecken.
card-bad-time = Välj en dag och ett klockslag som inte har varit, högst ett år fram.
meeting-set = Bestämt: { $when }
meeting-proposed = Föreslagen tid:
meeting-over = Tiden har varit.
meeting-question = Passar det dig?
meeting-suits = { $when } passar
meeting-none = Ingen tid passar
meeting-not = Tiden passar inte
meeting-answered = Ditt svar är sparat.
meeting-answer = { $who }: { $when } passar
meeting-answer-none = { $who }: ingen tid passar
meeting-waits = Väntar på svar från { $names }.
calendar-save = Lägg in i kalendern
calendar-what = I kalendern står bara ordet Påminnelse och tiden. En kalender kan visas på andra skärmar och för andra som delar den.
calendar-summary = Påminnelse
pins-title = Fästa meddelanden
pins-what = Fästa meddelanden tas bort efter { $days } dagar, som alla andra. Det som ska finnas kvar längre skrivs på ett kort.
pin-go = Visa i samtalet
pin-add = Fäst
pin-remove = Fäst inte längre
pin-added = Meddelandet finns nu under Att komma ihåg.
pin-removed = Meddelandet är inte fäst längre.
act-card-new = { $actor } lade till under Att komma ihåg: { $what }.
act-card-changed = { $actor } ändrade under Att komma ihåg: { $what }.
act-card-gone = { $actor } tog bort från Att komma ihåg: { $what }.
act-meeting = { $actor } svarade om mötet: { $when } passar.
act-meeting-none = { $actor } svarade om mötet: ingen tid passar.
problem-cards_full = Det finns redan 20 kort, och fler får inte plats. Ta bort ett som inte behövs längre och försök igen.
problem-phone_bad = Det ser inte ut som ett telefonnummer. Skriv siffror, gärna med + först.

## Bra att veta: organisationernas egna sidor

info-title = Bra att veta
info-intro = Här finns sidor från dem som driver stödet.
info-none = Här finns inga sidor än.
info-private = Du behöver inte logga in för att läsa. Servern sparar inte vem som läser. Det du har läst finns kvar på den här enheten, så att det går att läsa utan nät.
info-other-language = Sidan finns inte på ditt språk. Den visas på { $language }.
info-from = Sidan kommer från { $org }.
info-leaves = (öppnar en annan webbplats)
info-gone = Sidan finns inte längre.
info-offline = Sidan går inte att hämta just nu. Kontrollera nätet och försök igen.
